package io.aims.benchmarks.scaling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Measures several ways of the same work in turn, so that what disturbs the machine disturbs all of them.
 *
 * @param warmUp for how long each way runs before anything is measured, in milliseconds
 * @param turn how long one turn of one way takes at least, in milliseconds
 * @param rounds how many turns each way has
 */
record Turns(int warmUp, int turn, int rounds) {

    /** Reading a result keeps its computation from being left out. */
    private static volatile int read;

    /**
     * Returns how many microseconds a way takes for one item, turn by turn.
     *
     * @param ways what is done with an item, by name
     * @param items the items, all of them several times if need be
     * @return the values by name
     */
    <T> Map<String, List<Double>> microseconds(Map<String, ToIntFunction<T>> ways, List<T> items) {
        ways.values().forEach(way -> turn(way, items, warmUp));
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            ways.forEach((name, way) ->
                    values.computeIfAbsent(name, key -> new ArrayList<>()).add(turn(way, items, turn)));
        }
        return values;
    }

    private static <T> double turn(ToIntFunction<T> way, List<T> items, int milliseconds) {
        long begin = System.nanoTime();
        long end = begin + milliseconds * 1_000_000L;
        long done = 0;
        int sum = 0;
        do {
            for (T item : items) {
                sum += way.applyAsInt(item);
            }
            done += items.size();
        } while (System.nanoTime() < end);
        double taken = System.nanoTime() - begin;
        read = sum;
        return taken / 1e3 / done;
    }
}
