package io.aims.system.people;

import io.aims.system.CharacteristicValue;

/**
 * Strongest effect on a person that an output contributes to.
 *
 * <p>The values rise in severity.
 *
 * @clause GDPR Art. 22
 * @clause Canada Algorithmic Impact Assessment (impact9-13)
 * @clause ISO/IEC 42005:2025
 * @since 0.1
 */
public enum DecisionEffect implements CharacteristicValue {
    /** No effect on a person. */
    NONE,
    /** An inconvenience. */
    MINOR,
    /** A noticeable loss of money, access or opportunity. */
    MATERIAL,
    /** A legal effect, or one as weighty: a loan, a job, a benefit. */
    LEGAL_OR_SIMILARLY_SIGNIFICANT,
    /** Life, health in a lasting way, or freedom. */
    LIFE_OR_LIBERTY;

    @Override
    public String id() {
        return name();
    }
}
