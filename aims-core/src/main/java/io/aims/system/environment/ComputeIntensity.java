package io.aims.system.environment;

import io.aims.system.CharacteristicValue;

/**
 * Energy and hardware footprint of training plus use.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC TR 20226:2025
 * @clause NIST AI RMF 1.0 MEASURE 2.12
 * @since 0.1
 */
public enum ComputeIntensity implements CharacteristicValue {
    /** An ordinary computer does it. */
    MINIMAL,
    /** A few servers or accelerators. */
    MODERATE,
    /** Many accelerators for long. */
    HIGH,
    /** A data centre's share, as for large foundation models. */
    VERY_HIGH;

    @Override
    public String id() {
        return name();
    }
}
