package io.aims.system.people;

import io.aims.system.CharacteristicValue;

/**
 * Plausibility and harm of reasonably foreseeable misuse.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 42005:2025 unintended uses
 * @clause EU AI Act Art. 3(13), 9(2)(b)
 * @since 0.1
 */
public enum MisusePotential implements CharacteristicValue {
    /** Misuse is implausible or harmless. */
    LOW,
    /** Misuse is plausible and does some harm. */
    MODERATE,
    /** Misuse is likely or does great harm. */
    HIGH;

    @Override
    public String id() {
        return name();
    }
}
