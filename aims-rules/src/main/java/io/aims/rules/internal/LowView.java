package io.aims.rules.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A rule that holds here holds whatever the unknown turns out to be. */
final class LowView extends View {

    LowView(int stratum, long[] words, @Nullable BigDecimal[] numbers) {
        super(stratum, words, numbers);
    }
}
