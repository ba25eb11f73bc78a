package io.aims.system.people;

import io.aims.system.CharacteristicValue;

/**
 * Known failures or complaints of this or a materially similar system.
 *
 * <p>The values rise in severity.
 *
 * @clause NIST AI RMF 1.0 MEASURE 3, MANAGE 4.3
 * @clause AI Incident Database
 * @since 0.1
 */
public enum IncidentHistory implements CharacteristicValue {
    /** No known failure or complaint. */
    NONE,
    /** It nearly failed. */
    NEAR_MISS,
    /** It failed once. */
    INCIDENT,
    /** It failed repeatedly. */
    REPEATED_INCIDENTS;

    @Override
    public String id() {
        return name();
    }
}
