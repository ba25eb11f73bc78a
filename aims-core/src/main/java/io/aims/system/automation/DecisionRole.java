package io.aims.system.automation;

import io.aims.system.CharacteristicValue;

/**
 * Part the output plays in a decision: none; prepares material; one input among others; in practice followed almost
 * always; the only basis.
 *
 * <p>The values rise in severity.
 *
 * @clause GDPR Art. 22
 * @clause EU AI Act Art. 6(3)
 * @clause Canada Algorithmic Impact Assessment (impact30)
 * @since 0.1
 */
public enum DecisionRole implements CharacteristicValue {
    /** The output enters no decision. */
    NO_DECISION,
    /** Prepares material for a decision. */
    PREPARATORY,
    /** One input among others. */
    ADVISORY,
    /** Followed almost always in practice. */
    DECISIVE,
    /** The only basis of the decision. */
    SOLE;

    @Override
    public String id() {
        return name();
    }
}
