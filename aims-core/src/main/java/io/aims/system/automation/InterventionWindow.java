package io.aims.system.automation;

import io.aims.system.CharacteristicValue;

/**
 * Time between output and effect, that is, the time a human would have to notice and react.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC TS 8200:2024
 * @clause ISO/IEC TR 5469:2024
 * @since 0.1
 */
public enum InterventionWindow implements CharacteristicValue {
    /** Days or longer pass before an output has effect. */
    DAYS_OR_MORE,
    /** Hours pass before an output has effect. */
    HOURS,
    /** Minutes pass before an output has effect. */
    MINUTES,
    /** Seconds pass, barely enough for a person to react. */
    SECONDS,
    /** Less than a second, too fast for a person. */
    SUB_SECOND;

    @Override
    public String id() {
        return name();
    }
}
