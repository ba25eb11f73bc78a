package io.aims.system.technique;

import io.aims.system.CharacteristicValue;

/**
 * Whether the same input gives the same output: always; given a seed and pinned version; not assured.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 22989:2022 predictability
 * @clause Canada Algorithmic Impact Assessment (aboutAlgorithm4)
 * @since 0.1
 */
public enum OutputDeterminism implements CharacteristicValue {
    /** Same input, same output, always. */
    DETERMINISTIC,
    /** Same output given seed and pinned version. */
    REPRODUCIBLE_PROBABILISTIC,
    /** A past output cannot be reproduced for certain. */
    NON_REPRODUCIBLE;

    @Override
    public String id() {
        return name();
    }
}
