package io.aims.system.people;

import io.aims.system.CharacteristicValue;

/**
 * Widest circle whose interests the outputs touch.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 42005:2025
 * @clause OECD 2022 Classification (People and planet)
 * @since 0.1
 */
public enum AffectedReach implements CharacteristicValue {
    /** Touches nobody. */
    NO_PERSONS,
    /** Touches the organisation's own people. */
    INTERNAL_STAFF,
    /** Touches individuals outside. */
    EXTERNAL_INDIVIDUALS,
    /** Touches groups or communities as such. */
    GROUPS_OR_COMMUNITIES,
    /** Touches society at large. */
    SOCIETY;

    @Override
    public String id() {
        return name();
    }
}
