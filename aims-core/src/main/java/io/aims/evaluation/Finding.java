package io.aims.evaluation;

import io.aims.rule.PackReference;
import io.aims.rule.Rule;
import io.aims.rule.Truth;
import java.util.List;

/**
 * A rule that holds for a system, or that may hold because not everything is known, with the facts it read.
 *
 * <p>Ordered by the id of the rule alone: of one evaluation no two findings have the same.
 *
 * @param rule the rule
 * @param pack the pack in which the rule stands
 * @param status {@link Truth#TRUE} or {@link Truth#UNDETERMINED}
 * @param facts the facts that the condition reads, sorted by subject, each once
 * @clause ISO/IEC 42001:2023 6.1.2
 * @since 0.1
 */
public record Finding(Rule rule, PackReference pack, Truth status, List<UsedFact> facts)
        implements Comparable<Finding> {

    /** Copies the list of facts. */
    public Finding {
        if (status == Truth.FALSE) {
            throw new IllegalArgumentException("A rule that is false finds nothing: " + rule.id());
        }
        facts = List.copyOf(facts);
    }

    /**
     * Tells whether the rule holds for certain.
     *
     * @return {@code false} if it is undetermined
     */
    public boolean isCertain() {
        return status == Truth.TRUE;
    }

    @Override
    public int compareTo(Finding other) {
        return rule.id().compareTo(other.rule.id());
    }

    /**
     * Returns the rule, and whether it is undetermined.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return rule + (isCertain() ? "" : " (undetermined)");
    }
}
