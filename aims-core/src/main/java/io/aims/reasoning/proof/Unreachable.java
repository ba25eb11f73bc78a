package io.aims.reasoning.proof;

import io.aims.rule.Condition;
import java.util.List;

/**
 * A rule that no answers could make hold.
 *
 * @param rule why the rule does not hold
 * @param conflict the tests that cannot hold, or not together; empty if the reason lies in the rules whose results it reads
 * @since 0.1
 */
public record Unreachable(RuleProof rule, List<Condition.SystemTest> conflict) {

    /** Copies the list of tests. */
    public Unreachable {
        conflict = List.copyOf(conflict);
    }
}
