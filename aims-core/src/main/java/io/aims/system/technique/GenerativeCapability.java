package io.aims.system.technique;

import io.aims.system.CharacteristicValue;

/**
 * Whether it produces new content: none; limited by templates, retrieval quotes or a closed vocabulary; free-form.
 *
 * <p>The values rise in severity.
 *
 * @clause NIST AI 600-1
 * @clause EU AI Act Art. 50
 * @since 0.1
 */
public enum GenerativeCapability implements CharacteristicValue {
    /** Produces no new content. */
    NONE,
    /** Content limited by templates, quoted passages or a closed vocabulary. */
    BOUNDED,
    /** Free-form content. */
    OPEN_ENDED;

    @Override
    public String id() {
        return name();
    }
}
