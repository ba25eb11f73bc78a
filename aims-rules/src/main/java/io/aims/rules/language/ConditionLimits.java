package io.aims.rules.language;

/**
 * How large one condition may be.
 *
 * @param length the most characters, 1 to {@value #LONGEST}
 * @param depth how deep parentheses may be nested, 1 to {@value #DEEPEST}
 * @param tests the most tests, at least 1
 * @since 0.1
 */
public record ConditionLimits(int length, int depth, int tests) {

    /** The longest condition that can be allowed. */
    public static final int LONGEST = 100_000;

    /** The deepest nesting that can be allowed: each level takes room on the stack. */
    public static final int DEEPEST = 64;

    private static final ConditionLimits STANDARD = new ConditionLimits(4_000, DEEPEST, 500);

    /** Checks the limits. */
    public ConditionLimits {
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException("The length must be 1 to " + LONGEST + ", not " + length);
        }
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("The depth must be 1 to " + DEEPEST + ", not " + depth);
        }
        if (tests < 1) {
            throw new IllegalArgumentException("A condition must be allowed a test, not " + tests);
        }
    }

    /**
     * Returns the limits of conditions of which nothing else is said.
     *
     * @return 4,000 characters, 64 levels, 500 tests
     */
    public static ConditionLimits standard() {
        return STANDARD;
    }
}
