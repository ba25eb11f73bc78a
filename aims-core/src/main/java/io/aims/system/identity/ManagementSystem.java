package io.aims.system.identity;

import io.aims.system.CharacteristicValue;

/**
 * Other management systems the organisation operates, certified or not.
 *
 * <p>Several may hold at once; their order says nothing about severity.
 *
 * @clause BARR Advisory 2023 (integration)
 * @clause ISO/IEC 42001:2023 Annex D
 * @since 0.1
 */
public enum ManagementSystem implements CharacteristicValue {
    /** Information security management. */
    ISO_27001,
    /** Privacy information management. */
    ISO_27701,
    /** Quality management. */
    ISO_9001,
    /** Any other management system. */
    OTHER_MSS;

    @Override
    public String id() {
        return name();
    }
}
