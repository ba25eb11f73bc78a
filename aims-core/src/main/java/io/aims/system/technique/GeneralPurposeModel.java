package io.aims.system.technique;

import io.aims.system.CharacteristicValue;

/**
 * Relation to a general-purpose (foundation) model: none; used unchanged; adapted; the organisation itself provides
 * such a model. INTEGRATED and FINE_TUNED: name the model in thirdPartyElements too.
 *
 * <p>The values rise in severity.
 *
 * @clause EU AI Act Art. 3(63), Ch. V
 * @clause NIST AI 600-1
 * @since 0.1
 */
public enum GeneralPurposeModel implements CharacteristicValue {
    /** No general-purpose model inside. */
    NONE,
    /** One is used unchanged. */
    INTEGRATED,
    /** One is used and was adapted. */
    FINE_TUNED,
    /** The organisation itself provides such a model. */
    PROVIDED;

    @Override
    public String id() {
        return name();
    }
}
