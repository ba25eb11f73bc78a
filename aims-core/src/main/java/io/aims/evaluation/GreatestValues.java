package io.aims.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the greatest value that a rule which holds gives to each of several cells, and adds up the values of as many cells each:
 * for two sets of rules at once.
 *
 * <p>Which rules hold is as good as random to a processor, and a branch that depends on it costs more than the work that it
 * saves. So all rules of a cell are looked at, and no branch depends on what is found. Immutable and thread-safe.
 */
final class GreatestValues {

    /**
     * Where the entries of each cell end; they stand side by side, in rising order of their values. An entry is a value and
     * the rules that give it, those of one word. The first entry has no rules: it is that of cells of which none holds.
     */
    private final int[] endOf;

    private final int together;
    private final double[] values;
    private final int[] words;
    private final long[] rules;

    /**
     * Prepares cells.
     *
     * @param rulesOf the rules of each cell, by their positions
     * @param valueOf the value that each rule gives its cells, above 0
     * @param together how many cells are added up in one sum
     */
    GreatestValues(int[][] rulesOf, double[] valueOf, int together) {
        this.together = together;
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(0, 0));
        this.endOf = new int[rulesOf.length];
        for (int cell = 0; cell < rulesOf.length; cell++) {
            addAll(rulesOf[cell], valueOf, entries);
            endOf[cell] = entries.size();
        }
        this.values = new double[entries.size()];
        this.words = new int[values.length];
        this.rules = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = entries.get(i).value;
            words[i] = entries.get(i).word;
            rules[i] = entries.get(i).rules;
        }
    }

    private static void addAll(int[] rules, double[] valueOf, List<Entry> entries) {
        SortedMap<Double, SortedMap<Integer, Entry>> byValue = new TreeMap<>();
        for (int rule : rules) {
            double value = valueOf[rule];
            SortedMap<Integer, Entry> byWord = byValue.get(value);
            if (byWord == null) {
                byWord = new TreeMap<>();
                byValue.put(value, byWord);
            }
            int word = rule / Long.SIZE;
            Entry entry = byWord.get(word);
            if (entry == null) {
                entry = new Entry(value, word);
                byWord.put(word, entry);
            }
            entry.rules |= 1L << rule;
        }
        for (SortedMap<Integer, Entry> byWord : byValue.values()) {
            entries.addAll(byWord.values());
        }
    }

    private static final class Entry {

        private final double value;
        private final int word;
        private long rules;

        Entry(double value, int word) {
            this.value = value;
            this.word = word;
        }
    }

    /**
     * Adds up the greatest values, in the order of the cells. A cell to which none of the rules gives a value adds 0.
     *
     * @param some rules, as bits of as many words as it takes for all
     * @param others other rules, likewise
     * @param ofSome receives the sums for the first rules
     * @param ofOthers receives the sums for the others
     */
    void sum(long[] some, long[] others, double[] ofSome, double[] ofOthers) {
        int entry = 1;
        for (int cell = 0; cell < endOf.length; cell++) {
            int greatestOfSome = 0;
            int greatestOfOthers = 0;
            for (; entry < endOf[cell]; entry++) {
                long own = rules[entry];
                greatestOfSome = Math.max(greatestOfSome, entry & allBitsIfAny(some[words[entry]] & own));
                greatestOfOthers = Math.max(greatestOfOthers, entry & allBitsIfAny(others[words[entry]] & own));
            }
            ofSome[cell / together] += values[greatestOfSome];
            ofOthers[cell / together] += values[greatestOfOthers];
        }
    }

    private static int allBitsIfAny(long bits) {
        return (int) ((bits | -bits) >> (Long.SIZE - 1));
    }
}
