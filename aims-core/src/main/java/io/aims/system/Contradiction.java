package io.aims.system;

import java.util.List;

/**
 * Answers about a system that cannot all be true. It is reported, not repaired: the evaluation goes on with the answers
 * as they are.
 *
 * @param id the id of the contradiction in the vocabulary
 * @param answers the answers concerned, at least two
 * @param why why they cannot all be true
 * @since 0.1
 */
public record Contradiction(String id, List<Answer> answers, String why) {

    /** Copies the list of answers. */
    public Contradiction {
        answers = List.copyOf(answers);
    }
}
