package io.aims.packs.coverage;

/**
 * How many of so many.
 *
 * @param covered how many are covered, 0 or more
 * @param total how many there are
 * @since 0.1
 */
public record Tally(int covered, int total) {

    /** Checks that a part is no more than the whole. */
    public Tally {
        if (covered < 0 || covered > total) {
            throw new IllegalArgumentException("Covered must be 0 to " + total + ", not " + covered);
        }
    }

    /**
     * Tells whether nothing is left.
     *
     * @return {@code true} if all are covered, or there are none
     */
    public boolean isComplete() {
        return covered == total;
    }

    /**
     * Returns the share that is covered.
     *
     * @return 0 to 1; 1 if there are none
     */
    public double share() {
        return total == 0 ? 1 : (double) covered / total;
    }

    /**
     * Returns both numbers and the share in percent, rounded down: 100 % is only said of what is complete.
     *
     * @return for example {@code 7 of 8 (87 %)}
     */
    @Override
    public String toString() {
        return covered + " of " + total + " (" + (total == 0 ? 100 : (int) (100L * covered / total)) + " %)";
    }
}
