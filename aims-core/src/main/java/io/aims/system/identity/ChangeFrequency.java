package io.aims.system.identity;

import io.aims.system.CharacteristicValue;

/**
 * How often model, data, prompts, tools or configuration in production change.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 5338:2023
 * @clause ISO/IEC 42001:2023 6.3
 * @since 0.1
 */
public enum ChangeFrequency implements CharacteristicValue {
    /** Less than once a year. */
    RARE,
    /** About once a year. */
    YEARLY,
    /** Every few months. */
    QUARTERLY,
    /** About every month. */
    MONTHLY,
    /** More often than monthly, up to all the time. */
    CONTINUOUS;

    @Override
    public String id() {
        return name();
    }
}
