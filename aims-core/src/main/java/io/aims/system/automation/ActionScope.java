package io.aims.system.automation;

import io.aims.system.CharacteristicValue;

/**
 * What the output can do by itself in the world.
 *
 * <p>The values rise in severity.
 *
 * @clause OECD 2022 Classification (Task and output: action)
 * @clause NIST AI RMF 1.0 MAP 2.1
 * @since 0.1
 */
public enum ActionScope implements CharacteristicValue {
    /** Shows or tells something. */
    INFORMATION_ONLY,
    /** Changes data or settings that can be set back. */
    REVERSIBLE_DIGITAL,
    /** Moves money or binds the organisation or others. */
    FINANCIAL_OR_CONTRACTUAL,
    /** Moves or switches things in the physical world. */
    PHYSICAL;

    @Override
    public String id() {
        return name();
    }
}
