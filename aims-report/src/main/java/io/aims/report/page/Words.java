package io.aims.report.page;

import io.aims.reasoning.internal.Phrases;
import io.aims.risk.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Constants and numbers as a page shows them, in every locale alike. Thread-safe. */
public final class Words {

    private Words() {}

    /**
     * Returns a constant as it stands alone.
     *
     * @param constant for example {@code VERY_HIGH}
     * @return for example {@code Very high}
     */
    public static String of(Enum<?> constant) {
        return Phrases.capitalised(within(constant));
    }

    /**
     * Returns a constant as it stands in a sentence.
     *
     * @param constant for example {@code VERY_HIGH}
     * @return for example {@code very high}
     */
    public static String within(Enum<?> constant) {
        return Phrases.words(constant.name());
    }

    /**
     * Returns a range as it stands alone.
     *
     * @param range for example from {@code LOW} to {@code HIGH}
     * @return for example {@code Low to high}
     */
    public static String of(Range<?> range) {
        return Phrases.capitalised(within(range));
    }

    /**
     * Returns a range as it stands in a sentence.
     *
     * @param range for example from {@code LOW} to {@code HIGH}
     * @return for example {@code low to high}
     */
    public static String within(Range<?> range) {
        return range.isExact() ? within(range.low()) : within(range.low()) + " to " + within(range.high());
    }

    /**
     * Returns a part of a whole in per cent, so that neither nothing nor everything is shown where there is a little more
     * or less.
     *
     * @param part from 0 to 1
     * @return for example {@code 38 %}
     */
    public static String percent(double part) {
        int rounded = BigDecimal.valueOf(part * 100)
                .setScale(0, RoundingMode.HALF_EVEN)
                .intValueExact();
        if (rounded == 0 && part > 0) {
            return "under 1 %";
        }
        return rounded == 100 && part < 1 ? "over 99 %" : rounded + " %";
    }
}
