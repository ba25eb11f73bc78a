package io.aims.report.page;

import io.aims.control.ControlId;
import io.aims.rule.RuleId;

/** Ids of places in a page. Different subjects have different ids. Thread-safe. */
public final class Anchors {

    private Anchors() {}

    /**
     * Returns the place of a control.
     *
     * @param control a control
     * @return letters, digits, hyphens and underscores
     */
    public static String control(ControlId control) {
        return "control-" + id(control.value());
    }

    /**
     * Returns the place of a rule.
     *
     * @param rule a rule
     * @return letters, digits, hyphens and underscores
     */
    public static String rule(RuleId rule) {
        return "rule-" + id(rule.value());
    }

    /** Every character that may not stand in an id is written by its number, between underscores. */
    static String id(String value) {
        StringBuilder out = new StringBuilder(value.length());
        value.codePoints().forEach(c -> {
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-') {
                out.appendCodePoint(c);
            } else {
                out.append(c == '.' ? "_" : "_" + Integer.toHexString(c) + "_");
            }
        });
        return out.toString();
    }
}
