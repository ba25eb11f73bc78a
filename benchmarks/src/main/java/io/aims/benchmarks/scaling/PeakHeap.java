package io.aims.benchmarks.scaling;

import java.lang.management.ManagementFactory;

/** The most heap that is in use after full collections, at a few places of a run; and what looking has cost. */
final class PeakHeap {

    private static final int LOOKS = 5;

    private final int each;
    private long bytes;
    private long nanoseconds;

    /** Looks five times while a run writes so many results. */
    PeakHeap(int count) {
        this.each = Math.max(1, count / LOOKS);
    }

    /** Looks, if it is time to: behind the result of this number. */
    void passed(int number) {
        if (number % each != 0) {
            return;
        }
        long begin = System.nanoTime();
        System.gc();
        bytes = Math.max(
                bytes, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        nanoseconds += System.nanoTime() - begin;
    }

    long bytes() {
        return bytes;
    }

    /** The time that looking took, while which nothing else was done. */
    long nanoseconds() {
        return nanoseconds;
    }
}
