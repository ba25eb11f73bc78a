package io.aims.evaluation;

import io.aims.rule.Truth;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * What the rules of a base come to for one system, by the position of each rule in the base. Immutable.
 *
 * @since 0.1
 */
public final class Outcomes {

    private final BitSet certain;
    private final BitSet possible;
    private final List<OutsideFinding> outside;

    /**
     * Creates outcomes without findings of rules outside the guarantees.
     *
     * @param certain the rules that hold whatever the unknown turns out to be
     * @param possible the rules that hold if everything unknown turns out hazardous, those that are certain among them
     */
    public Outcomes(BitSet certain, BitSet possible) {
        this(certain, possible, List.of());
    }

    /**
     * Creates outcomes.
     *
     * @param certain the rules that hold whatever the unknown turns out to be
     * @param possible the rules that hold if everything unknown turns out hazardous, those that are certain among them
     * @param outside what rules outside the guarantees found, in any order
     */
    public Outcomes(BitSet certain, BitSet possible, Collection<OutsideFinding> outside) {
        this.outside = outside.isEmpty()
                ? List.of()
                : outside.stream().distinct().sorted().toList();
        this.certain = (BitSet) certain.clone();
        this.possible = (BitSet) possible.clone();
        BitSet stray = (BitSet) certain.clone();
        stray.andNot(possible);
        if (!stray.isEmpty()) {
            throw new IllegalArgumentException("Rules hold for certain but not possibly: " + stray);
        }
    }

    /**
     * Returns what a rule comes to.
     *
     * @param rule the position of the rule in the base
     * @return its truth
     */
    public Truth of(int rule) {
        return certain.get(rule) ? Truth.TRUE : possible.get(rule) ? Truth.UNDETERMINED : Truth.FALSE;
    }

    /**
     * Returns the rules that hold for certain.
     *
     * @return a copy
     */
    public BitSet certain() {
        return (BitSet) certain.clone();
    }

    /**
     * Returns the rules that hold for certain or may hold.
     *
     * @return a copy
     */
    public BitSet possible() {
        return (BitSet) possible.clone();
    }

    /** Returns the rules that hold for certain; nobody may change the set. */
    BitSet certainRules() {
        return certain;
    }

    /** Returns the rules that hold for certain or may hold; nobody may change the set. */
    BitSet possibleRules() {
        return possible;
    }

    /**
     * Returns what rules outside the guarantees found.
     *
     * @return the findings, sorted, each once
     */
    public List<OutsideFinding> outside() {
        return outside;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outcomes that
                && certain.equals(that.certain)
                && possible.equals(that.possible)
                && outside.equals(that.outside);
    }

    @Override
    public int hashCode() {
        return 31 * certain.hashCode() + possible.hashCode();
    }

    @Override
    public String toString() {
        return certain.cardinality() + " certain, " + (possible.cardinality() - certain.cardinality())
                + " undetermined";
    }
}
