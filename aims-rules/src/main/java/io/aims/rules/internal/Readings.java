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
        this(new Words(words, numbers), new Words(words, numbers), 0);
    }

    private Readings(Words low, Words high, int open) {
        this.low = low;
        this.high = high;
        this.open = open;
    }

    /** Returns the same readings, which change no more with these. */
    Readings copy() {
        return new Readings(low.copy(), high.copy(), open);
    }

    void put(int slot, Bounds bounds) {
        if (bounds instanceof Bounds.Ranks ranks) {
            put(slot, ranks.low(), ranks.high());
        } else if (bounds instanceof Bounds.Members members) {
            put(slot, members.known(), members.complete() ? members.known() : ALL_BITS);
        } else if (bounds instanceof Bounds.OneOf oneOf) {
            // the two ends test a nominal in two ways: that nothing else is possible, and that it is possible
            put(slot, oneOf.possible(), oneOf.possible());
        } else if (bounds instanceof Bounds.Numbers numbers) {
            // on a scale the higher number is the more harmless
            put(slot, wholeUp(Objects.requireNonNull(numbers.high())), wholeUp(numbers.low()));
        }
        open += bounds.isExact() ? 0 : 1;
    }

    void put(int slot, Truth truth) {
        put(slot, truth == Truth.TRUE ? 1 : 0, truth == Truth.FALSE ? 0 : 1);
        open += truth == Truth.UNDETERMINED ? 1 : 0;
    }

    void putRange(int slot, int least, int most) {
        put(slot, least, most);
        open += least == most ? 0 : 1;
    }

    void putNumber(int slot, Bounds.Numbers numbers) {
        low.putNumber(slot, numbers.low());
        high.putNumber(slot, numbers.high());
        open += numbers.isExact() ? 0 : 1;
    }

    /** Says that what was put into a slot is about to be replaced. */
    void take(Bounds bounds) {
        open -= bounds.isExact() ? 0 : 1;
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

    private void put(int slot, long least, long most) {
        low.put(slot, least);
        high.put(slot, most);
    }

    /** A number is at most a whole number exactly if the next whole number is. */
    private static long wholeUp(BigDecimal number) {
        return number.setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
