package io.aims.benchmarks.start;

/** A process that prints one word: the least that any start on this machine costs. */
public final class Bare {

    private Bare() {}

    /**
     * Prints one word.
     *
     * @param args not read
     */
    public static void main(String... args) {
        System.out.println("started");
    }
}
