package io.aims.system.data;

import io.aims.system.CharacteristicValue;

/**
 * Who can supply inputs, retrieved documents or feedback.
 *
 * <p>The values rise in severity.
 *
 * @clause OWASP Top 10 for LLM Applications 2025
 * @clause NIST AI 100-2
 * @since 0.1
 */
public enum InputTrust implements CharacteristicValue {
    /** Only the organisation supplies inputs. */
    CONTROLLED,
    /** Known outsiders supply inputs. */
    AUTHENTICATED_EXTERNAL,
    /** Anybody can supply inputs, documents or feedback. */
    UNTRUSTED;

    @Override
    public String id() {
        return name();
    }
}
