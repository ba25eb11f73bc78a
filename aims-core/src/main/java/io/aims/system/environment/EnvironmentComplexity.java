package io.aims.system.environment;

import io.aims.system.CharacteristicValue;

/**
 * How completely the situations the system will meet can be foreseen.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 23894:2023 B.2
 * @clause ISO/IEC 22989:2022
 * @since 0.1
 */
public enum EnvironmentComplexity implements CharacteristicValue {
    /** All situations are known and controlled. */
    CLOSED_CONTROLLED,
    /** Situations follow a known structure. */
    STRUCTURED,
    /** Unforeseen situations can occur. */
    PARTIALLY_OPEN,
    /** Situations cannot be listed. */
    OPEN_UNPREDICTABLE;

    @Override
    public String id() {
        return name();
    }
}
