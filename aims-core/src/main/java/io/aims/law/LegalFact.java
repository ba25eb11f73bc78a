package io.aims.law;

import io.aims.source.Confidence;
import io.aims.system.VocabularyEntry;

/**
 * A characteristic that a legal pack brings with it. Only legal packs read it, so that a fact that narrows or excepts lowers
 * nothing outside.
 *
 * @param entry the characteristic with the question that asks for it; its definition says where the line runs
 * @param article the provision that makes the fact matter, for example {@code Art. 5(1)(f)}
 * @param effect to which side the fact leads
 * @param confidence how well the sources support it
 * @since 0.1
 */
public record LegalFact(VocabularyEntry entry, String article, Effect effect, Confidence confidence) {

    /** To which side a fact leads. */
    public enum Effect {
        /** The graver class follows from it, or it may lead to either side. */
        BINDS,
        /** The more harmless class follows from it: it narrows or excepts. */
        FREES
    }

    /**
     * Returns the id of the characteristic.
     *
     * @return for example {@code emotionSettings}
     */
    public String id() {
        return entry.characteristic().id();
    }
}
