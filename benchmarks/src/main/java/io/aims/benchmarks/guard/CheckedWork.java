package io.aims.benchmarks.guard;

/**
 * Something whose cost is compared with that of something else.
 *
 * @param name what it is called in the file of limits
 * @param unit what it is compared with: the name of another work
 * @param work does it once for each system and returns a number that depends on all results
 * @param systems for how many systems it does it
 */
record CheckedWork(String name, String unit, Work work, int systems) {

    /** The work; it returns the same number each time. */
    @FunctionalInterface
    interface Work {

        long run();
    }

    /** Returns the same work with a fault: it is done twice. */
    CheckedWork slowed() {
        return new CheckedWork(
                name,
                unit,
                () -> {
                    long first = work.run();
                    long second = work.run();
                    return first == second ? second : ~second;
                },
                systems);
    }
}
