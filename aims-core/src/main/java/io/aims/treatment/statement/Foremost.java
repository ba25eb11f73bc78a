package io.aims.treatment.statement;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Keeps the first of many things in an order, whatever the order in which they arrive. Not thread-safe.
 *
 * @param <T> the things; the order makes no two of them equal
 */
final class Foremost<T> {

    private final TreeSet<T> kept;
    private final int limit;

    Foremost(Comparator<T> order, int limit) {
        this.kept = new TreeSet<>(order);
        this.limit = limit;
    }

    void add(T thing) {
        kept.add(thing);
        if (kept.size() > limit) {
            kept.pollLast();
        }
    }

    void clear() {
        kept.clear();
    }

    List<T> toList() {
        return List.copyOf(kept);
    }
}
