package io.aims.rules.internal.analysis;

import io.aims.evaluation.StratumResults;
import io.aims.rule.Condition;
import java.util.List;
import java.util.Optional;

/**
 * Answers what can be said of conditions without a system.
 *
 * <p>Every answer that tells a fault is certain: where a search would take too long, a condition is taken to be able to
 * hold and to fail, and not to follow from another. Not thread-safe, for the effort is counted.
 */
public final class ConditionAnalysis {

    private static final Condition ALWAYS = new Condition.Always();

    private final Effort effort;

    /**
     * Creates an analysis.
     *
     * @param effort what all its answers together may take
     */
    public ConditionAnalysis(Effort effort) {
        this.effort = effort;
    }

    /**
     * Tells whether a condition can hold, whatever the results are that it reads.
     *
     * @param condition a condition
     * @return {@code false} if no system makes it true
     */
    public boolean canHold(Condition condition) {
        return canHold(condition, AnyResults.INSTANCE);
    }

    /**
     * Tells whether a condition can hold.
     *
     * @param condition a condition
     * @param results what the results that it reads can be
     * @return {@code false} if no system makes it true
     */
    public boolean canHold(Condition condition, StratumResults results) {
        return canHoldTogether(List.of(condition), results);
    }

    boolean canHoldTogether(List<Condition> conditions, StratumResults results) {
        return Counterexample.holding(conditions, results, effort) != Counterexample.Found.NO;
    }

    /**
     * Tells whether a condition can fail, whatever the results are that it reads.
     *
     * @param condition a condition
     * @return {@code false} if every system makes it true
     */
    public boolean canFail(Condition condition) {
        return canFail(condition, AnyResults.INSTANCE);
    }

    /**
     * Tells whether a condition can fail.
     *
     * @param condition a condition
     * @param results what the results that it reads can be
     * @return {@code false} if every system makes it true
     */
    public boolean canFail(Condition condition, StratumResults results) {
        return Counterexample.of(ALWAYS, condition, results, effort) != Counterexample.Found.NO;
    }

    /**
     * Tells whether a condition holds for every system for which another one does, whatever the results are.
     *
     * @param premise a condition
     * @param conclusion the condition that may follow
     * @return {@code true} only if it does
     */
    public boolean implies(Condition premise, Condition conclusion) {
        return premise.equals(conclusion)
                || Counterexample.of(premise, conclusion, AnyResults.INSTANCE, effort) == Counterexample.Found.NO;
    }

    /**
     * Tells whether a condition holds for every system for which another one does, or fails for one of them, whatever the
     * results are.
     *
     * @param premise a condition
     * @param conclusion the condition that may follow
     * @return empty if the search would have taken too long
     */
    public Optional<Boolean> follows(Condition premise, Condition conclusion) {
        return switch (Counterexample.of(premise, conclusion, AnyResults.INSTANCE, effort)) {
            case NO -> Optional.of(true);
            case YES -> Optional.of(false);
            case OPEN -> Optional.empty();
        };
    }

    /**
     * Tells whether two conditions hold for the same systems.
     *
     * @param one a condition
     * @param other another one
     * @return {@code true} only if they do
     */
    public boolean areEquivalent(Condition one, Condition other) {
        return implies(one, other) && implies(other, one);
    }
}
