package io.aims.reasoning.counterfactual;

import io.aims.evaluation.Evaluation;
import io.aims.system.Contradiction;
import java.util.List;

/**
 * Changes that reach a target together, and of which none can be left out.
 *
 * @param changes the changes, in the order of the vocabulary; empty if nothing has to change
 * @param cost the sum of their costs
 * @param after the evaluation of the changed system
 * @param contradictions the contradictions that the changed answers would have and the present ones have not: such a set
 *     cannot be carried out as it stands
 * @since 0.1
 */
public record ChangeSet(List<Change> changes, long cost, Evaluation after, List<Contradiction> contradictions) {

    /** Copies the lists. */
    public ChangeSet {
        changes = List.copyOf(changes);
        contradictions = List.copyOf(contradictions);
    }

    /**
     * Tells whether the changed answers fit together as far as is known.
     *
     * @return {@code false} if the changes bring a contradiction
     */
    public boolean isConsistent() {
        return contradictions.isEmpty();
    }
}
