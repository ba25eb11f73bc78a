package io.aims;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;

/**
 * What stays in the machine: live objects, classes and threads.
 *
 * @param heap megabytes of live objects
 * @param metaspace megabytes of classes
 * @param classes how many classes are loaded
 * @param threads how many threads there are
 */
record Footprint(double heap, double metaspace, int classes, int threads) {

    private static final double MEGABYTE = 1024 * 1024;

    static Footprint now() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return new Footprint(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE,
                ManagementFactory.getMemoryPoolMXBeans().stream()
                                .filter(pool -> pool.getName().equals("Metaspace"))
                                .mapToLong(pool -> pool.getUsage().getUsed())
                                .sum()
                        / MEGABYTE,
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    /** Checks that nothing has stayed since. */
    void isAsAt(Footprint before, double heapMegabytes) {
        assertThat(heap - before.heap).as("heap of %s, before %s", this, before).isLessThan(heapMegabytes);
        assertThat(metaspace - before.metaspace)
                .as("metaspace of %s, before %s", this, before)
                .isLessThan(1);
        assertThat(classes - before.classes)
                .as("classes of %s, before %s", this, before)
                .isLessThan(100);
        assertThat(threads).as("threads of %s, before %s", this, before).isLessThanOrEqualTo(before.threads + 1);
    }

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "heap %.1f MB, metaspace %.1f MB, %d classes, %d threads",
                heap,
                metaspace,
                classes,
                threads);
    }
}
