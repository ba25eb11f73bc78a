package io.aims.packs.mutation;

import io.aims.rule.Rule;

/**
 * A rule with one small change.
 *
 * @param kind what is changed
 * @param rule the rule as it is
 * @param mutated the rule with the change
 * @param change the change in words, unique among the mutants of the rule
 * @since 0.1
 */
public record Mutant(MutationKind kind, Rule rule, Rule mutated, String change) {

    /**
     * Returns the rule and the change.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return rule.id() + " " + change;
    }
}
