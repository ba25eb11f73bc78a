package io.aims.law;

import io.aims.system.VocabularyEntry;
import java.util.List;

/**
 * A question whose answer can still matter to a classification.
 *
 * @param entry the characteristic that is unknown or partly known, with the question
 * @param article the provision for which it is asked
 * @param bearsOnClass whether the class hangs on it; otherwise only duties do, or whether something applies already
 * @param rulesOut the classes still possible that some answer rules out by itself
 * @param duties the duties of which some answer settles by itself whether they are owed or apply
 * @param settles how much the best answer settles by itself: propositions, whether classes are given, whether duties are owed and
 *     whether they apply
 * @since 0.1
 */
public record LegalQuestion(
        VocabularyEntry entry,
        String article,
        boolean bearsOnClass,
        List<LegalClass> rulesOut,
        List<Duty> duties,
        int settles) {

    /** Copies the lists. */
    public LegalQuestion {
        rulesOut = List.copyOf(rulesOut);
        duties = List.copyOf(duties);
    }

    /**
     * Returns the question for people.
     *
     * @return a question
     */
    public String question() {
        return entry.question();
    }
}
