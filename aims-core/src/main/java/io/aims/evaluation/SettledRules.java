package io.aims.evaluation;

import java.util.Arrays;

/**
 * The open rules that read what is asked for, each with the answers that settle it. The answers are the lanes of a mask.
 * Not thread-safe.
 */
final class SettledRules {

    private final int[] rules;
    private final long[] holding;
    private final long[] failing;
    private final int[] placeOf;
    private int size;

    /**
     * Makes room.
     *
     * @param ruleCount the number of rules
     * @param open how many of them are open
     */
    SettledRules(int ruleCount, int open) {
        this.rules = new int[open];
        this.holding = new long[open];
        this.failing = new long[open];
        this.placeOf = new int[ruleCount];
        Arrays.fill(placeOf, -1);
    }

    void clear() {
        for (int place = 0; place < size; place++) {
            placeOf[rules[place]] = -1;
        }
        size = 0;
    }

    /**
     * Adds a rule.
     *
     * @param rule its position
     * @param holds the answers with which it holds
     * @param fails those with which it does not
     */
    void add(int rule, long holds, long fails) {
        rules[size] = rule;
        holding[size] = holds;
        failing[size] = fails;
        placeOf[rule] = size;
        size++;
    }

    int size() {
        return size;
    }

    int rule(int place) {
        return rules[place];
    }

    long holding(int place) {
        return holding[place];
    }

    long failing(int place) {
        return failing[place];
    }

    /** The answers with which a rule does not hold: none if it is not among these. */
    long failingOf(int rule) {
        int place = placeOf[rule];
        return place < 0 ? 0 : failing[place];
    }

    /** Leaves out answers that settle nothing other than the one before: before the first nothing is settled. */
    long telling(long answers) {
        long differing = ~(answers << 1);
        long settling = 0;
        for (int place = 0; place < size; place++) {
            long holds = holding[place];
            long fails = failing[place];
            differing |= holds ^ holds << 1 | fails ^ fails << 1;
            settling |= holds | fails;
        }
        long first = Long.lowestOneBit(answers);
        return answers & differing & ~(first & ~settling);
    }
}
