package io.aims.rules.internal;

import io.aims.rule.Truth;
import io.aims.system.Bounds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Both ends of what is known about one system, as the words of its two views. Not thread-safe. */
final class Readings {

    private static final long ALL_BITS = -1;

    private final long[] lowWords;
    private final long[] highWords;
    private final @Nullable BigDecimal[] lowNumbers;
    private final @Nullable BigDecimal[] highNumbers;
    private boolean exact = true;

    Readings(int words, int numbers) {
        this.lowWords = new long[words];
        this.highWords = new long[words];
        this.lowNumbers = new BigDecimal[numbers];
        this.highNumbers = new BigDecimal[numbers];
    }

    void put(int slot, Bounds bounds) {
        exact &= bounds.isExact();
        if (bounds instanceof Bounds.Ranks ranks) {
            put(slot, ranks.low(), ranks.high());
        } else if (bounds instanceof Bounds.Members members) {
            put(slot, members.known(), members.complete() ? members.known() : ALL_BITS);
        } else if (bounds instanceof Bounds.OneOf oneOf) {
            // the two views test a nominal in two ways: that nothing else is possible, and that it is possible
            put(slot, oneOf.possible(), oneOf.possible());
        } else if (bounds instanceof Bounds.Numbers numbers) {
            // on a scale the higher number is the more harmless
            put(slot, wholeUp(java.util.Objects.requireNonNull(numbers.high())), wholeUp(numbers.low()));
        }
    }

    void put(int slot, Truth truth) {
        put(slot, truth == Truth.TRUE ? 1 : 0, truth == Truth.FALSE ? 0 : 1);
    }

    void put(int slot, long low, long high) {
        exact &= low == high;
        lowWords[slot] = low;
        highWords[slot] = high;
    }

    void putNumber(int slot, Bounds.Numbers numbers) {
        exact &= numbers.isExact();
        lowNumbers[slot] = numbers.low();
        highNumbers[slot] = numbers.high();
    }

    /** Tells whether nothing is open, so that both views hold the same. */
    boolean isExact() {
        return exact;
    }

    LowView low(int stratum) {
        return new LowView(stratum, lowWords.clone(), lowNumbers);
    }

    HighView high(int stratum) {
        return new HighView(stratum, highWords.clone(), highNumbers);
    }

    /** A number is at most a whole number exactly if the next whole number is. */
    private static long wholeUp(BigDecimal number) {
        return number.setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
