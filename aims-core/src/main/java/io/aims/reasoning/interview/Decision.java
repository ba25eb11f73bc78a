package io.aims.reasoning.interview;

import io.aims.control.Control;
import io.aims.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be settled: whether a sum of terms is true and, if it is the need for a control, who has to see to it.
 * Immutable.
 */
final class Decision {

    private final int[] terms;
    private final @Nullable Control control;
    private final @Nullable Rule rule;

    private Decision(int[] terms, @Nullable Control control, @Nullable Rule rule) {
        this.terms = terms;
        this.control = control;
        this.rule = rule;
    }

    /** Whether a control is needed, and what it is then to the organisation. */
    static Decision about(Control control, int[] terms) {
        return new Decision(terms, control, null);
    }

    /** Whether a rule holds. */
    static Decision about(Rule rule, int[] terms) {
        return new Decision(terms, null, rule);
    }

    /** The terms of the sum, by their numbers. */
    int[] terms() {
        return terms;
    }

    /** The control, or {@code null} if it is about a rule. */
    @Nullable
    Control control() {
        return control;
    }

    /** The rule, or {@code null} if it is about a control. */
    @Nullable
    Rule rule() {
        return rule;
    }
}
