package io.aims.interchange.inventory;

import io.aims.system.Answer;
import java.util.List;
import java.util.Set;

/**
 * Words that allow a partly known answer.
 *
 * @param id its id in the word list
 * @param any the numbers of the phrases of which one must stand in the text
 * @param and the numbers of the phrases of which one must stand in the text or beside it, none if nothing more is asked
 * @param unless the numbers of the phrases of which none may stand in the text
 * @param says the answers: lower bounds and members of sets
 */
record TextPattern(String id, List<Integer> any, Set<Integer> and, Set<Integer> unless, List<Answer> says) {

    /** Copies the collections. */
    TextPattern {
        any = List.copyOf(any);
        and = Set.copyOf(and);
        unless = Set.copyOf(unless);
        says = List.copyOf(says);
    }
}
