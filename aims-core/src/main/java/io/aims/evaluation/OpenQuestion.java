package io.aims.evaluation;

import io.aims.system.VocabularyEntry;

/**
 * A question whose answer could settle something.
 *
 * @param entry the characteristic that is unknown or partly known, with the question
 * @param settles how many rules the best answer would settle
 * @param controls how many controls the best answer would settle
 * @param narrows by how many steps, over all objectives, the best answer would narrow the levels
 * @since 0.1
 */
public record OpenQuestion(VocabularyEntry entry, int settles, int controls, int narrows) {

    /**
     * Returns the question for people.
     *
     * @return a question
     */
    public String question() {
        return entry.question();
    }
}
