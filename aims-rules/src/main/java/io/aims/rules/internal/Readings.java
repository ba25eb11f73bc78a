package io.aims.rules.internal;

import io.aims.rule.Truth;
import io.aims.system.Bounds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** Both ends of what is known about one system. Not thread-safe. */
final class Readings {

    private static final long ALL_BITS = -1;

    private final Words low;
    private final Words high;
    private int open;

    /** Creates readings of which nothing is put yet. */
    Readings(int words, int numbers) {
        this.low = new Words(words, numbers);
        this.high = new Words(words, numbers);
    }

    void put(int slot, Bounds bounds) {
        if (bounds instanceof Bounds.Ranks ranks) {
            putRange(slot, ranks.low(), ranks.high());
        } else if (bounds instanceof Bounds.Members members) {
            put(slot, members.known(), members.complete() ? members.known() : ALL_BITS, members.complete());
        } else if (bounds instanceof Bounds.OneOf oneOf) {
            // the two ends test a nominal in two ways: that nothing else is possible, and that it is possible
            put(slot, oneOf.possible(), oneOf.possible(), oneOf.isExact());
        } else if (bounds instanceof Bounds.Numbers numbers) {
            // on a scale the higher number is the more harmless
            long mildest = wholeUp(Objects.requireNonNull(numbers.high()));
            put(slot, mildest, wholeUp(numbers.low()), numbers.isExact());
        }
    }

    void put(int slot, Truth truth) {
        putRange(slot, truth == Truth.TRUE ? 1 : 0, truth == Truth.FALSE ? 0 : 1);
    }

    void putRange(int slot, int least, int most) {
        put(slot, upTo(least), upTo(most), least == most);
    }

    /** A rank is reached if its bit is set, so the bits of a rank are all up to its own. */
    private static long upTo(int rank) {
        return (2L << rank) - 1;
    }

    void putNumber(int slot, Bounds.Numbers numbers) {
        low.putNumber(slot, numbers.low());
        high.putNumber(slot, numbers.high());
        open += numbers.isExact() ? 0 : 1;
    }

    /** Tells whether nothing is open, so that both ends are the same. */
    boolean isExact() {
        return open == 0;
    }

    Words low() {
        return low;
    }

    Words high() {
        return high;
    }

    private void put(int slot, long least, long most, boolean exact) {
        low.put(slot, least);
        high.put(slot, most);
        open += exact ? 0 : 1;
    }

    /** A number is at most a whole number exactly if the next whole number is. */
    private static long wholeUp(BigDecimal number) {
        return number.setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
