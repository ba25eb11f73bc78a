package io.aims.system.technique;

import io.aims.system.CharacteristicValue;

/**
 * Whether behaviour comes from rules people wrote, from learning, or both. The second of the three features that
 * motivate the standard.
 *
 * <p>The values rise in severity.
 *
 * @clause BARR Advisory 2023
 * @clause ISO/IEC 22989:2022
 * @clause Canada Algorithmic Impact Assessment (aboutAlgorithm3)
 * @since 0.1
 */
public enum LogicOrigin implements CharacteristicValue {
    /** People wrote the rules. */
    HUMAN_CODED,
    /** Written rules and learned parts together. */
    HYBRID,
    /** Behaviour was learned from data. */
    MACHINE_LEARNED;

    @Override
    public String id() {
        return name();
    }
}
