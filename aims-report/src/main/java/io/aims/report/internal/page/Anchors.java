package io.aims.report.internal.page;

import io.aims.control.ControlId;
import io.aims.rule.RuleId;

/** Ids of places in a page. Ids of controls and rules may stand there as they are. Thread-safe. */
public final class Anchors {

    private Anchors() {}

    /**
     * Returns the place of a control.
     *
     * @param control a control
     * @return letters, digits, dots, hyphens and underscores
     */
    public static String control(ControlId control) {
        return "control-" + control;
    }

    /**
     * Returns the place of a rule.
     *
     * @param rule a rule
     * @return letters, digits, dots, hyphens and underscores
     */
    public static String rule(RuleId rule) {
        return "rule-" + rule;
    }
}
