package io.aims.rules.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One end of what is known about a system, by the slots of a {@link Layout}: everything unknown is as harmless as it can
 * be, or as hazardous as it can be.
 *
 * @param words for each slot a rank, a set of bits, a truth as 0 or 1, or a whole number
 * @param numbers decimals, {@code null} where there is no upper limit
 */
record Words(long[] words, @Nullable BigDecimal[] numbers) {

    long word(int slot) {
        return words[slot];
    }

    @Nullable
    BigDecimal number(int slot) {
        return numbers[slot];
    }

    Words copy() {
        return new Words(words.clone(), numbers.clone());
    }
}
