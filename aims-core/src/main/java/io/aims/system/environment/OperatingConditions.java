package io.aims.system.environment;

import io.aims.system.CharacteristicValue;

/**
 * Physical conditions of sensors and compute.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 23894:2023 B.6
 * @since 0.1
 */
public enum OperatingConditions implements CharacteristicValue {
    /** A data centre, an office or the like. */
    CONTROLLED,
    /** A plant, a vehicle or changing conditions. */
    INDUSTRIAL_OR_VARIABLE,
    /** Weather, dust, heat, shock or radiation. */
    HARSH;

    @Override
    public String id() {
        return name();
    }
}
