package io.aims.rules.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One end of what is known about a system, by the slots of a {@link Layout}: everything unknown is as harmless as it can
 * be, or as hazardous as it can be. Not thread-safe.
 */
final class Words {

    private final long[] words;
    private final @Nullable BigDecimal[] numbers;

    Words(int words, int numbers) {
        this.words = new long[words];
        this.numbers = new BigDecimal[numbers];
    }

    /** Returns a set of bits, all up to a rank or a truth, or a whole number. */
    long word(int slot) {
        return words[slot];
    }

    void put(int slot, long word) {
        words[slot] = word;
    }

    /** Returns a decimal, {@code null} if it has no upper limit. */
    @Nullable
    BigDecimal number(int slot) {
        return numbers[slot];
    }

    void putNumber(int slot, @Nullable BigDecimal number) {
        numbers[slot] = number;
    }
}
