package io.aims.system.technique;

import io.aims.system.CharacteristicValue;

/**
 * Kinds of synthetic content.
 *
 * <p>Several may hold at once; their order says nothing about severity.
 *
 * @clause EU AI Act Art. 50(2)
 * @since 0.1
 */
public enum GeneratedModality implements CharacteristicValue {
    /** Written language. */
    TEXT,
    /** Program code. */
    CODE,
    /** Still images. */
    IMAGE,
    /** Speech, music or other sound. */
    AUDIO,
    /** Moving images. */
    VIDEO;

    @Override
    public String id() {
        return name();
    }
}
