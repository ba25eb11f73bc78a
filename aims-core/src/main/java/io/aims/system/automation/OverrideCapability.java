package io.aims.system.automation;

import io.aims.system.CharacteristicValue;

/**
 * Technical ability to stop the system or reverse an output.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC TS 8200:2024 controllability
 * @clause ISO/IEC 22989:2022
 * @since 0.1
 */
public enum OverrideCapability implements CharacteristicValue {
    /** It can be stopped, or an output undone, at once. */
    IMMEDIATE,
    /** Stopping or undoing takes time. */
    DELAYED,
    /** Only some functions can be stopped or some outputs undone. */
    PARTIAL,
    /** It can neither be stopped nor undone. */
    NONE;

    @Override
    public String id() {
        return name();
    }
}
