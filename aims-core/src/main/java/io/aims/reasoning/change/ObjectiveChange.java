package io.aims.reasoning.change;

import io.aims.evaluation.Risk;
import io.aims.risk.Objective;
import io.aims.rule.RuleId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An objective whose risk moved: its level, severity or likelihood, or only the rate behind the likelihood.
 *
 * @param objective the objective
 * @param was the risk before, or {@code null} if the catalogue did not have the objective
 * @param now the risk after, or {@code null} if the catalogue does not have it
 * @param trend which way it moved
 * @param by the rules that threaten it and came to something else, sorted
 * @clause ISO/IEC 42001:2023 6.1.2
 * @since 0.1
 */
public record ObjectiveChange(
        Objective objective, @Nullable Risk was, @Nullable Risk now, Trend trend, List<RuleId> by) {

    /** Copies the list of rules. */
    public ObjectiveChange {
        by = List.copyOf(by);
    }

    /**
     * Returns the risk before.
     *
     * @return empty if the catalogue did not have the objective
     */
    public Optional<Risk> before() {
        return Optional.ofNullable(was);
    }

    /**
     * Returns the risk after.
     *
     * @return empty if the catalogue does not have the objective
     */
    public Optional<Risk> after() {
        return Optional.ofNullable(now);
    }

    /**
     * Tells whether the level moved, and not only what stands behind it.
     *
     * @return {@code true} if an end of the level differs
     */
    public boolean levelMoved() {
        return !before().map(Risk::level).equals(after().map(Risk::level));
    }
}
