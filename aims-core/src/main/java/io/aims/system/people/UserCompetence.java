package io.aims.system.people;

import io.aims.system.CharacteristicValue;

/**
 * Ability of direct users to judge outputs.
 *
 * <p>The values rise in severity.
 *
 * @clause OECD 2022 Classification (users AI competency)
 * @clause EU AI Act Art. 4, 14(4)
 * @since 0.1
 */
public enum UserCompetence implements CharacteristicValue {
    /** Specialists trained to judge its outputs. */
    TRAINED_SPECIALIST,
    /** Staff trained to use it. */
    TRAINED_STAFF,
    /** People who use it now and then. */
    OCCASIONAL_USER,
    /** Anybody. */
    GENERAL_PUBLIC;

    @Override
    public String id() {
        return name();
    }
}
