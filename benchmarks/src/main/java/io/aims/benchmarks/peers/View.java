package io.aims.benchmarks.peers;

import io.aims.benchmarks.handwritten.Kleene;

/**
 * How a system is seen by an engine that knows true and false only. What holds in the view LOW holds for certain; what
 * holds in the view HIGH may hold.
 */
enum View {
    /** Everything unknown is as harmless as it can be. */
    LOW(Kleene.CERTAIN),

    /** Everything unknown is as hazardous as it can be. */
    HIGH(Kleene.UNDETERMINED);

    private final int bit;

    View(int bit) {
        this.bit = bit;
    }

    /** The bit of {@link Kleene} that a rule sets by firing in this view. */
    int bit() {
        return bit;
    }
}
