package io.aims.rule;

/**
 * What is known of a condition: Kleene's three values, in rising order.
 *
 * @since 0.1
 */
public enum Truth {
    /** It does not hold, whatever the unknown turns out to be. */
    FALSE,
    /** The facts known do not settle it. */
    UNDETERMINED,
    /** It holds, whatever the unknown turns out to be. */
    TRUE;

    /**
     * Joins two conditions that must both hold.
     *
     * @param other another truth
     * @return the lesser of the two
     */
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /**
     * Joins two conditions of which one must hold.
     *
     * @param other another truth
     * @return the greater of the two
     */
    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    static Truth of(boolean certain, boolean possible) {
        return certain ? TRUE : possible ? UNDETERMINED : FALSE;
    }
}
