package io.aims.rules.internal.analysis;

/**
 * How much an analysis may still do, counted in tests of conditions evaluated, so that packs of strangers end in time and
 * the same packs end alike on every machine. Not thread-safe.
 */
public final class Effort {

    private static final long OF_A_PACK = 2_000_000;
    private static final long OF_A_QUESTION = 20_000;

    private long left;
    private long leftOfQuestion;

    private Effort(long left) {
        this.left = left;
    }

    /**
     * Returns the effort that the verification of one pack is worth: at most about a second.
     *
     * @return a new effort
     */
    public static Effort ofPack() {
        return new Effort(OF_A_PACK);
    }

    /** Returns an effort of so many tests. */
    static Effort of(long tests) {
        return new Effort(tests);
    }

    /** Begins a question. */
    void begin() {
        leftOfQuestion = Math.min(left, OF_A_QUESTION);
    }

    /**
     * Tells whether something may still be done, and counts it.
     *
     * @param tests the tests that it evaluates
     * @return {@code false} if the question is not worth more
     */
    boolean spend(int tests) {
        left -= tests;
        leftOfQuestion -= tests;
        return leftOfQuestion >= 0;
    }
}
