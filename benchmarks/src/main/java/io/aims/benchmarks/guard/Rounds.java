package io.aims.benchmarks.guard;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures works in turn, round after round, by the time that the processor spends on the calling thread. What else the
 * machine does hits all works of a round alike, and the least of all rounds counts.
 */
final class Rounds {

    private static final long NANOS_OF_ONE_TURN = 60_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Rounds() {}

    /**
     * Measures.
     *
     * @param works the works
     * @param rounds how many rounds; the first ones warm up
     * @return by name, the nanoseconds for one system
     * @throws IllegalStateException if a work does not give the same result each time
     */
    static Map<String, Double> nanos(List<CheckedWork> works, int rounds) {
        Map<String, Double> least = new TreeMap<>();
        Map<String, Long> results = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            for (CheckedWork work : works) {
                least.merge(work.name(), turn(work, results), Math::min);
            }
        }
        return least;
    }

    private static double turn(CheckedWork work, Map<String, Long> results) {
        long begin = THREADS.getCurrentThreadCpuTime();
        long spent = 0;
        int times = 0;
        do {
            long result = work.work().run();
            Long before = results.putIfAbsent(work.name(), result);
            if (before != null && before != result) {
                throw new IllegalStateException(work.name() + " gives another result each time");
            }
            times++;
            spent = THREADS.getCurrentThreadCpuTime() - begin;
        } while (spent < NANOS_OF_ONE_TURN);
        return (double) spent / times / work.systems();
    }
}
