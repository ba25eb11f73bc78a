package io.aims.system.data;

import io.aims.system.CharacteristicValue;

/**
 * Functions performed on biometric data. Empty = known none.
 *
 * <p>Several may hold at once; their order says nothing about severity.
 *
 * @clause EU AI Act Art. 3(34)-(43)
 * @since 0.1
 */
public enum BiometricFunction implements CharacteristicValue {
    /** Confirms a claimed identity, one to one. */
    VERIFICATION,
    /** Identifies persons who take part knowingly. */
    COOPERATIVE_IDENTIFICATION,
    /** Identifies persons at a distance, from recordings. */
    REMOTE_IDENTIFICATION_POST,
    /** Identifies persons at a distance, as it happens. */
    REMOTE_IDENTIFICATION_REAL_TIME,
    /** Sorts persons into groups by their bodies, faces or voices. */
    CATEGORISATION,
    /** Infers emotions or intentions from biometric data. */
    EMOTION_RECOGNITION;

    @Override
    public String id() {
        return name();
    }
}
