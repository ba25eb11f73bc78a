package io.aims.rules.internal;

/**
 * Both ends of what is known about a system, as the rules of one stratum see it: the only fact of their type. It
 * reaches the rules that are possible; their marks tell whether they are certain too. Used by one thread at a time.
 */
final class View {

    private final int stratum;
    private final boolean exact;
    private final Words low;
    private final Words high;
    private final long[] certain;
    private final long[] possible;

    /**
     * Creates a fact.
     *
     * @param stratum which rules it may reach
     * @param readings what they read; it may change when the fact is through
     * @param certain takes the rules that hold whatever the unknown turns out to be, as bits
     * @param possible takes these, and the rules that hold if everything unknown turns out hazardous
     */
    View(int stratum, Readings readings, long[] certain, long[] possible) {
        this.stratum = stratum;
        this.exact = readings.isExact();
        this.low = readings.low();
        this.high = readings.high();
        this.certain = certain;
        this.possible = possible;
    }

    int stratum() {
        return stratum;
    }

    /** Returns what is known, if everything unknown is as hazardous as it can be. */
    Words high() {
        return high;
    }

    /**
     * Records that a rule may hold, and whether it does for certain.
     *
     * @param rule its position in the base
     * @param atLow what must hold when everything unknown is as harmless as it can be
     */
    void mark(int rule, Check atLow) {
        int word = rule / Long.SIZE;
        possible[word] |= 1L << rule;
        certain[word] |= (exact || atLow.test(low) ? 1L : 0) << rule;
    }
}
