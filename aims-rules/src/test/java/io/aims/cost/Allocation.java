package io.aims.cost;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;

/** Counts what the calling thread allocates: the same on a busy machine as on an idle one. */
final class Allocation {

    private static final int ROUNDS = 3;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /**
     * Returns the bytes that some work allocates for one of several inputs, on average. The first rounds load classes and
     * fill caches; the least of all rounds counts.
     */
    static <T> long perInput(List<T> inputs, Consumer<T> work) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            inputs.forEach(work);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least / inputs.size();
    }
}
