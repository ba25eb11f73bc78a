package io.aims.system.people;

import io.aims.system.CharacteristicValue;

/**
 * Whether harm can be undone.
 *
 * <p>The values rise in severity.
 *
 * @clause Canada Algorithmic Impact Assessment (impact6)
 * @clause EU AI Act Art. 7(2)(i)
 * @since 0.1
 */
public enum Reversibility implements CharacteristicValue {
    /** A wrong outcome can be put right. */
    REVERSIBLE,
    /** It can mostly be put right. */
    LIKELY_REVERSIBLE,
    /** It can be put right only with great effort. */
    DIFFICULT,
    /** It cannot be put right. */
    IRREVERSIBLE;

    @Override
    public String id() {
        return name();
    }
}
