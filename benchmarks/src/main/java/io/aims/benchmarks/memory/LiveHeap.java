package io.aims.benchmarks.memory;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** What objects hold: the heap in use after full collections, with them and without. */
final class LiveHeap {

    private static final int MOST_COLLECTIONS = 20;
    private static final long STEADY = 4_096;

    private LiveHeap() {}

    /**
     * Holds some objects more, several times, and returns what each of them holds on average.
     *
     * @param makes makes an object of a number that no other one has
     * @param each how many objects are held at a time
     * @param repeats how often
     * @return bytes for each object, one value for each repeat
     */
    static List<Double> perObject(IntFunction<?> makes, int each, int repeats) {
        List<Double> values = new ArrayList<>();
        int number = 0;
        for (int repeat = 0; repeat < repeats; repeat++) {
            List<Object> held = new ArrayList<>(each);
            long before = inUse();
            for (int i = 0; i < each; i++) {
                held.add(makes.apply(number++));
            }
            long after = inUse();
            if (after <= before) {
                throw new IllegalStateException("The heap has shrunk from " + before + " to " + after
                        + " bytes while more was held: the collector leaves something behind");
            }
            values.add((after - before) / (double) held.size());
            close(held);
        }
        return values;
    }

    /** Collects until a further collection frees nothing more. */
    static long inUse() {
        long last = Long.MAX_VALUE;
        for (int i = 0; i < MOST_COLLECTIONS; i++) {
            System.gc();
            long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            if (last - now < STEADY) {
                return now;
            }
            last = now;
        }
        return last;
    }

    private static void close(List<Object> held) {
        for (Object one : held) {
            if (one instanceof AutoCloseable closeable) {
                try {
                    closeable.close();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        held.clear();
    }
}
