package io.aims.system.environment;

import io.aims.system.CharacteristicValue;

/**
 * What happens on a hardware or sensor fault.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 23894:2023 B.6
 * @clause ISO/IEC TR 5469:2024
 * @since 0.1
 */
public enum HardwareFaultBehaviour implements CharacteristicValue {
    /** A spare takes over. */
    REDUNDANT,
    /** Goes on with less. */
    GRACEFUL_DEGRADATION,
    /** Stops. */
    FAIL_STOP,
    /** Goes on with wrong results, unnoticed. */
    UNDETECTED_CORRUPTION;

    @Override
    public String id() {
        return name();
    }
}
