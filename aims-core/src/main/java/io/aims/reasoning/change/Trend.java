package io.aims.reasoning.change;

/**
 * Which way a result moved.
 *
 * <p>A result is a range as long as not everything is known. An end that moves because the system changed is better or
 * worse; an end that moves only because somebody answered a question is neither.
 *
 * @since 0.1
 */
public enum Trend {
    /** There is more risk, or more to do. */
    WORSE,
    /** There is less risk, or less to do. */
    BETTER,
    /** The system is what it was, and more is known of it. */
    KNOWN,
    /** The system is what it was, and less is known of it. */
    OPEN,
    /** It moved, but not up or down. */
    ASIDE;

    /** Judges by the ends: below zero if an end fell, above zero if it rose. */
    static Trend of(int low, int high) {
        if (low > 0 && high < 0) {
            return KNOWN;
        }
        if (low < 0 && high > 0) {
            return OPEN;
        }
        int sum = Integer.signum(low) + Integer.signum(high);
        return sum > 0 ? WORSE : sum < 0 ? BETTER : ASIDE;
    }

    /**
     * Returns what the trend is when before and after are exchanged.
     *
     * @return the opposite trend
     */
    public Trend reversed() {
        return switch (this) {
            case WORSE -> BETTER;
            case BETTER -> WORSE;
            case KNOWN -> OPEN;
            case OPEN -> KNOWN;
            case ASIDE -> ASIDE;
        };
    }
}
