package io.aims.system.environment;

import io.aims.system.CharacteristicValue;

/**
 * Difference between where the model was trained and where it runs: numerics, compression, sensors, hardware.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 23894:2023 B.6
 * @since 0.1
 */
public enum TrainServeGap implements CharacteristicValue {
    /** The model in service is the model that was tested. */
    NONE,
    /** Small differences in numerics, sensors or hardware. */
    MINOR,
    /** Large differences, such as strong compression or other sensors. */
    MAJOR;

    @Override
    public String id() {
        return name();
    }
}
