package io.aims.evaluation;

import java.util.Arrays;

/**
 * Counts something in 64 lanes at once: the bits of the counts are kept apart, so that one more in any number of lanes is
 * added by a few operations on whole words. Not thread-safe.
 */
final class LaneCount {

    private final long[] bits = new long[Integer.SIZE - 1];
    private int used;

    /** Sets the count of every lane to zero. */
    void clear() {
        Arrays.fill(bits, 0, used, 0);
        used = 0;
    }

    /** Adds one in some lanes. */
    void add(long lanes) {
        long carry = lanes;
        for (int bit = 0; carry != 0; bit++) {
            long before = bits[bit];
            bits[bit] = before ^ carry;
            carry &= before;
            used = Math.max(used, bit + 1);
        }
    }

    /** Returns the highest count of some lanes; 0 if there are none. */
    int highest(long lanes) {
        int highest = 0;
        long left = lanes;
        for (int bit = used - 1; bit >= 0; bit--) {
            if ((left & bits[bit]) != 0) {
                left &= bits[bit];
                highest |= 1 << bit;
            }
        }
        return highest;
    }
}
