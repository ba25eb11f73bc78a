package io.aims.system.data;

import io.aims.system.CharacteristicValue;

/**
 * Rights position of training, retrieval and generated content.
 *
 * <p>The values rise in severity.
 *
 * @clause NIST AI 600-1 (intellectual property)
 * @clause EU AI Act Art. 53(1)(c)
 * @since 0.1
 */
public enum ContentRights implements CharacteristicValue {
    /** No protected content is learned from, retrieved or produced. */
    NOT_APPLICABLE,
    /** Rights are cleared. */
    CLEARED,
    /** Rights hold under conditions. */
    CONDITIONAL,
    /** Rights are known to be unclear. */
    UNCLEAR;

    @Override
    public String id() {
        return name();
    }
}
