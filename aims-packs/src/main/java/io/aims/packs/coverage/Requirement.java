package io.aims.packs.coverage;

import io.aims.rule.Truth;

/**
 * What the examples of a rule have to show.
 *
 * @since 0.1
 */
public enum Requirement {
    /** The rule holds. */
    FIRES(Truth.TRUE),
    /** The rule does not hold. */
    SILENT(Truth.FALSE),
    /** The rule is left open by what is not known. */
    UNKNOWN(Truth.UNDETERMINED),
    /** The rule holds because of one test, or of one value that a test names: without it, it would not hold. */
    DECIDES_TRUE(Truth.TRUE),
    /** The rule fails because of one test: if it held, the rule would not fail. */
    DECIDES_FALSE(Truth.FALSE),
    /** The rule holds because of one test, and what the test reads is exactly at its threshold. */
    AT_THRESHOLD(Truth.TRUE),
    /** The rule fails because of one test, and what the test reads is the last value before its threshold. */
    BESIDE_THRESHOLD(Truth.FALSE);

    private final Truth expected;

    Requirement(Truth expected) {
        this.expected = expected;
    }

    /**
     * Returns what the rule comes to in an example that shows it.
     *
     * @return the truth
     */
    public Truth expected() {
        return expected;
    }
}
