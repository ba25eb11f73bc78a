package io.aims.system.people;

import io.aims.system.CharacteristicValue;

/**
 * Competence available to the organisation for building, overseeing and auditing this system.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 42001:2023 C.2.2, A.4.6, 7.2
 * @since 0.1
 */
public enum AiExpertise implements CharacteristicValue {
    /** The people to run and challenge it are there. */
    ADEQUATE,
    /** Some of the needed skills are missing. */
    PARTIAL,
    /** The needed skills are missing. */
    LACKING;

    @Override
    public String id() {
        return name();
    }
}
