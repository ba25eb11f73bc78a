package io.aims.treatment.statement;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts texts. Of more than a number of different ones it keeps those that come first in the order of characters: whatever
 * the order in which they arrive, what is kept is counted in full. Not thread-safe.
 */
final class TextTally {

    private static final int MOST_DIFFERENT = 200;

    private final TreeMap<String, Integer> counts = new TreeMap<>();
    private int total;

    /**
     * A text, and how often it was added.
     *
     * @param text the text
     * @param count how often
     */
    record Counted(String text, int count) {}

    void add(String text) {
        total++;
        counts.merge(text, 1, Integer::sum);
        if (counts.size() > MOST_DIFFERENT) {
            counts.pollLastEntry();
        }
    }

    int total() {
        return total;
    }

    /** The most frequent texts, of equally frequent ones those that come first. */
    List<Counted> mostFrequent(int limit) {
        return counts.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(limit)
                .map(entry -> new Counted(entry.getKey(), entry.getValue()))
                .toList();
    }
}
