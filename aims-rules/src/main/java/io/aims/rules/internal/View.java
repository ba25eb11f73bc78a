package io.aims.rules.internal;

import java.util.BitSet;

/**
 * Both ends of what is known about a system, as the rules of one stratum see it: the only fact of their type. It
 * reaches the rules that are possible; their marks tell whether they are certain too. Used by one thread at a time.
 */
final class View {

    private final int stratum;
    private final Readings readings;
    private final BitSet certain;
    private final BitSet possible;

    /**
     * Creates a fact.
     *
     * @param stratum which rules it may reach
     * @param readings what they read; it may change when the fact is through
     * @param certain takes the rules that hold whatever the unknown turns out to be
     * @param possible takes these, and the rules that hold if everything unknown turns out hazardous
     */
    View(int stratum, Readings readings, BitSet certain, BitSet possible) {
        this.stratum = stratum;
        this.readings = readings;
        this.certain = certain;
        this.possible = possible;
    }

    int stratum() {
        return stratum;
    }

    /** Tells whether a check holds if everything unknown is as hazardous as it can be. */
    boolean mayPass(Check atHigh) {
        return atHigh.test(readings.high());
    }

    /**
     * Records that a rule may hold, and whether it does for certain.
     *
     * @param rule its position in the base
     * @param atLow what must hold when everything unknown is as harmless as it can be
     */
    void mark(int rule, Check[] atLow) {
        possible.set(rule);
        if (readings.isExact() || holds(atLow)) {
            certain.set(rule);
        }
    }

    private boolean holds(Check[] atLow) {
        Words low = readings.low();
        for (Check check : atLow) {
            if (!check.test(low)) {
                return false;
            }
        }
        return true;
    }
}
