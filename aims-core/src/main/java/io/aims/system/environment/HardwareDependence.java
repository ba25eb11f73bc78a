package io.aims.system.environment;

import io.aims.system.CharacteristicValue;

/**
 * Dependence on particular hardware.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 23894:2023 B.6
 * @since 0.1
 */
public enum HardwareDependence implements CharacteristicValue {
    /** Runs on ordinary hardware. */
    COMMODITY,
    /** Needs accelerators that several makers offer. */
    ACCELERATOR,
    /** Needs special hardware from one maker. */
    SPECIALISED_SINGLE_SOURCE;

    @Override
    public String id() {
        return name();
    }
}
