package io.aims.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * For each of several cells, the greatest value that a rule gives it which holds: for two sets of rules at once.
 *
 * <p>Which rules hold is as good as random to a processor, and a branch that depends on it costs more than the work that it
 * saves. So every group of rules is looked at, and no branch depends on what is found. Immutable and thread-safe.
 */
final class GreatestValues {

    /** The value of each group of rules. The first group is empty, and that of cells of which no rule holds. */
    private final double[] values;
    /** Where the groups of each cell end; they stand side by side, in rising order of their values. */
    private final int[] groupsEnd;
    /** Where the words of each group end. */
    private final int[] wordsEnd;
    /** The rules of the groups, as bits of words of which some are left out. */
    private final int[] words;

    private final long[] masks;

    /**
     * Prepares cells.
     *
     * @param greatestFirst the rules of each cell by their positions, in falling order of their values
     * @param valueOf the value that each rule gives its cells, above 0
     */
    GreatestValues(int[][] greatestFirst, double[] valueOf) {
        List<Double> valueList = new ArrayList<>(List.of(0.0));
        List<BitSet> groups = new ArrayList<>(List.of(new BitSet()));
        this.groupsEnd = new int[greatestFirst.length];
        for (int cell = 0; cell < greatestFirst.length; cell++) {
            int[] rules = greatestFirst[cell];
            for (int i = rules.length - 1; i >= 0; i--) {
                if (i == rules.length - 1 || valueOf[rules[i]] > valueOf[rules[i + 1]]) {
                    valueList.add(valueOf[rules[i]]);
                    groups.add(new BitSet());
                }
                groups.get(groups.size() - 1).set(rules[i]);
            }
            groupsEnd[cell] = groups.size();
        }
        this.values = new double[groups.size()];
        this.wordsEnd = new int[groups.size()];
        int count = 0;
        for (int group = 0; group < values.length; group++) {
            values[group] = valueList.get(group);
            for (long mask : groups.get(group).toLongArray()) {
                count += mask == 0 ? 0 : 1;
            }
            wordsEnd[group] = count;
        }
        this.words = new int[count];
        this.masks = new long[count];
        int next = 0;
        for (BitSet group : groups) {
            long[] all = group.toLongArray();
            for (int word = 0; word < all.length; word++) {
                if (all[word] != 0) {
                    words[next] = word;
                    masks[next] = all[word];
                    next++;
                }
            }
        }
    }

    /**
     * Finds the greatest values.
     *
     * @param some rules, as bits of as many words as it takes for all
     * @param others other rules, likewise
     * @param ofSome receives the value of each cell for the first rules, 0 if none of them gives it one
     * @param ofOthers receives the same for the others
     */
    void find(long[] some, long[] others, double[] ofSome, double[] ofOthers) {
        int word = 0;
        int group = 1;
        for (int cell = 0; cell < groupsEnd.length; cell++) {
            int greatestOfSome = 0;
            int greatestOfOthers = 0;
            for (; group < groupsEnd[cell]; group++) {
                long hitsOfSome = 0;
                long hitsOfOthers = 0;
                for (; word < wordsEnd[group]; word++) {
                    hitsOfSome |= some[words[word]] & masks[word];
                    hitsOfOthers |= others[words[word]] & masks[word];
                }
                greatestOfSome = Math.max(greatestOfSome, group & allBitsIfAny(hitsOfSome));
                greatestOfOthers = Math.max(greatestOfOthers, group & allBitsIfAny(hitsOfOthers));
            }
            ofSome[cell] = values[greatestOfSome];
            ofOthers[cell] = values[greatestOfOthers];
        }
    }

    private static int allBitsIfAny(long bits) {
        return (int) ((bits | -bits) >> (Long.SIZE - 1));
    }
}
