package io.aims.rules.internal;

import java.math.BigDecimal;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * One end of what is known, as the only fact of its kind in a session: everything unknown is as harmless as it can be
 * ({@link LowView}) or as hazardous as it can be ({@link HighView}). Rules test its words and leave their marks on it.
 */
abstract sealed class View permits LowView, HighView {

    private final int stratum;
    private final long[] words;
    private final @Nullable BigDecimal[] numbers;
    private final BitSet marks = new BitSet();

    View(int stratum, long[] words, @Nullable BigDecimal[] numbers) {
        this.stratum = stratum;
        this.words = words;
        this.numbers = numbers;
    }

    int stratum() {
        return stratum;
    }

    /** Returns a rank, a set of bits, a truth as 0 or 1, or a whole number, by its slot in the layout. */
    long word(int slot) {
        return words[slot];
    }

    /** Returns a decimal by its slot in the layout, {@code null} if it has no upper limit. */
    @Nullable
    BigDecimal number(int slot) {
        return numbers[slot];
    }

    /** Records that a rule holds on this view. */
    void mark(int rule) {
        marks.set(rule);
    }

    BitSet marks() {
        return marks;
    }
}
