package io.aims.reasoning.interview;

/**
 * Numbers that look random and are the same on every machine, in every version of Java: Marsaglia's xorshift. Not
 * thread-safe.
 */
final class Draws {

    private static final long START = 0x9E37_79B9_7F4A_7C15L;

    private long state = START;

    /**
     * Returns the next number.
     *
     * @param limit 1 or more
     * @return 0 or more, below the limit
     */
    int below(int limit) {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return (int) Math.floorMod(state >>> 16, (long) limit);
    }
}
