package io.aims.evaluation;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which controls rules need, and how urgently: all controls at once, a bit for each, so that a rule costs the same whatever it
 * says. Immutable and thread-safe.
 */
final class ControlNeeds {

    private static final Priority[] PRIORITIES = Priority.values();

    private final RiskMethod method;
    private final int controls;
    /** How many words the controls take. */
    private final int words;
    /** The controls that each rule requires, as many words for each rule. */
    private final long[] requiredBy;

    /**
     * Prepares the needs of the rules of a base.
     *
     * @param method the risk method for this base
     */
    ControlNeeds(RiskMethod method) {
        int rules = method.base().rules().size();
        this.method = method;
        this.controls = method.base().catalogue().controls().size();
        this.words = (controls + Long.SIZE - 1) / Long.SIZE;
        this.requiredBy = new long[rules * words];
        for (int rule = 0; rule < rules; rule++) {
            for (int control : method.controlsOf(rule)) {
                requiredBy[rule * words + control / Long.SIZE] |= 1L << control;
            }
        }
    }

    /**
     * Returns the controls that rules require, by position.
     *
     * @param rules the rules
     */
    BitSet requiredBy(BitSet rules) {
        long[] required = new long[words];
        for (int rule = rules.nextSetBit(0); rule >= 0; rule = rules.nextSetBit(rule + 1)) {
            add(rule, required, 0);
        }
        return BitSet.valueOf(required);
    }

    /**
     * Returns the highest priority that rules give each control.
     *
     * @param rules the rules that hold for certain
     * @param established the risks as far as they are certain
     * @return by the position of the control; {@code null} where no rule requires it
     */
    @Nullable
    Priority[] priorities(BitSet rules, RiskMethod.Profile established) {
        long[] called = new long[PRIORITIES.length * words];
        for (int rule = rules.nextSetBit(0); rule >= 0; rule = rules.nextSetBit(rule + 1)) {
            add(rule, called, method.priority(rule, established).ordinal() * words);
        }
        @Nullable Priority[] highest = new Priority[controls];
        for (int control = 0; control < controls; control++) {
            highest[control] = highest(control, called);
        }
        return highest;
    }

    private void add(int rule, long[] required, int from) {
        for (int word = 0; word < words; word++) {
            required[from + word] |= requiredBy[rule * words + word];
        }
    }

    private @Nullable Priority highest(int control, long[] called) {
        for (int priority = PRIORITIES.length - 1; priority >= 0; priority--) {
            if ((called[priority * words + control / Long.SIZE] & 1L << control) != 0) {
                return PRIORITIES[priority];
            }
        }
        return null;
    }
}
