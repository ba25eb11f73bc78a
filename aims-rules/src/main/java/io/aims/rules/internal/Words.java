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
        this(new long[words], new BigDecimal[numbers]);
    }

    private Words(long[] words, @Nullable BigDecimal[] numbers) {
        this.words = words;
        this.numbers = numbers;
    }

    /** Returns a rank, a set of bits, a truth as 0 or 1, or a whole number. */
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

    Words copy() {
        return new Words(words.clone(), numbers.clone());
    }
}
