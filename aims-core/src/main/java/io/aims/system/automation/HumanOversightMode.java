package io.aims.system.automation;

import io.aims.system.CharacteristicValue;

/**
 * Position of the human: approves each output before effect; watches and can intervene; only reviews samples or
 * complaints later; no human.
 *
 * <p>The values rise in severity.
 *
 * @clause EU AI Act Art. 14
 * @clause NIST AI RMF 1.0 MAP 3.5
 * @since 0.1
 */
public enum HumanOversightMode implements CharacteristicValue {
    /** A person approves each output before it has effect. */
    IN_THE_LOOP,
    /** A person watches and can step in. */
    ON_THE_LOOP,
    /** A person sees samples or complaints later. */
    AFTER_THE_FACT,
    /** No person looks. */
    NONE;

    @Override
    public String id() {
        return name();
    }
}
