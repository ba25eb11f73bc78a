package io.aims.system.data;

import io.aims.system.CharacteristicValue;

/**
 * What happens to prompts, inputs and interactions afterwards, by the organisation or a supplier.
 *
 * <p>The values rise in severity.
 *
 * @clause NIST AI 600-1 (data privacy)
 * @clause ISO/IEC 27701
 * @since 0.1
 */
public enum InputReuse implements CharacteristicValue {
    /** Inputs are dropped after use. */
    NOT_RETAINED,
    /** Inputs are kept. */
    RETAINED,
    /** Inputs are learned from. */
    REUSED_FOR_TRAINING;

    @Override
    public String id() {
        return name();
    }
}
