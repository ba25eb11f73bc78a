package io.aims.reasoning.counterfactual;

import io.aims.evaluation.Evaluation;
import java.util.List;
import java.util.Optional;

/**
 * The smallest sets of changes that reach a target, and how certain it is that there are no smaller ones.
 *
 * <p>Equal questions give equal results. Immutable and thread-safe.
 *
 * @param before the evaluation from which the search set out
 * @param target what is to be reached
 * @param sets sets of changes, each of which is enough and has no change too many; the cheapest first, of equal cost those
 *     without contradictions first; empty if none was found
 * @param leastCost a cost below which there is certainly no set
 * @param isComplete whether there is no other set of this kind; if {@code sets} is empty, whether none can reach the target
 * @param obstacles what stands against the target if no change is enough
 * @param steps how many trials were made
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record SmallestChanges(
        Evaluation before,
        Target target,
        List<ChangeSet> sets,
        long leastCost,
        boolean isComplete,
        List<Obstacle> obstacles,
        int steps) {

    /** Copies the lists. */
    public SmallestChanges {
        sets = List.copyOf(sets);
        obstacles = List.copyOf(obstacles);
    }

    /**
     * Returns the cheapest set, one without contradictions if several cost the same.
     *
     * @return empty if none was found
     */
    public Optional<ChangeSet> first() {
        return sets.stream().findFirst();
    }

    /**
     * Tells whether it is proven that no set costs less than the first one.
     *
     * @return {@code false} if the search was cut off before that, or if there is no set
     */
    public boolean isProvenMinimal() {
        return first().isPresent() && first().get().cost() <= leastCost;
    }

    /**
     * Tells whether the target is reached as things stand.
     *
     * @return {@code true} if nothing has to change
     */
    public boolean isReachedAlready() {
        return first().isPresent() && first().get().changes().isEmpty();
    }

    /**
     * Returns the result in sentences.
     *
     * @return lines of text
     */
    public String text() {
        return new ChangesText(this).plain();
    }

    /**
     * Returns the result in sentences, as Markdown.
     *
     * @return lines of Markdown
     */
    public String markdown() {
        return new ChangesText(this).markdown();
    }

    /**
     * Returns how much was found.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return target + ": " + sets.size() + " sets" + (isProvenMinimal() ? ", proven minimal" : "");
    }
}
