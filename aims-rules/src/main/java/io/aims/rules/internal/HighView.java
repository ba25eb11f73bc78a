package io.aims.rules.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A rule that does not hold here does not hold whatever the unknown turns out to be. */
final class HighView extends View {

    HighView(int stratum, long[] words, @Nullable BigDecimal[] numbers) {
        super(stratum, words, numbers);
    }
}
