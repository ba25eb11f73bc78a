package io.aims.law;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Demands on characteristics, by their positions, that together make something come true or false.
 *
 * @param demands the demands, of which some may be met already
 * @param changes those that the present answers do not meet
 * @param contradicted how many of those the present answers exclude
 */
record Way(SortedMap<Integer, Demand> demands, SortedMap<Integer, Demand> changes, int contradicted)
        implements Comparable<Way> {

    /** Joins two ways; empty if no answers meet both. */
    Optional<SortedMap<Integer, Demand>> and(Way other) {
        SortedMap<Integer, Demand> both = new TreeMap<>(demands);
        for (Map.Entry<Integer, Demand> each : other.demands.entrySet()) {
            Demand own = both.get(each.getKey());
            Optional<Demand> joined = own == null ? Optional.of(each.getValue()) : own.and(each.getValue());
            if (joined.isEmpty()) {
                return Optional.empty();
            }
            both.put(each.getKey(), joined.get());
        }
        return Optional.of(both);
    }

    /** The fewest changes first, then those that only need finding out, then those that ask for the least. */
    @Override
    public int compareTo(Way other) {
        int order = Integer.compare(changes.size(), other.changes.size());
        if (order == 0) {
            order = Integer.compare(contradicted, other.contradicted);
        }
        return order != 0 ? order : Integer.compare(demands.size(), other.demands.size());
    }
}
