package io.aims.report.internal.page;

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

    /**
     * Returns two parts of a whole as a range in per cent.
     *
     * @param one a part from 0 to 1
     * @param other another one
     * @return for example {@code 12 % to 38 %}
     */
    public static String percents(double one, double other) {
        String low = percent(Math.min(one, other));
        String high = percent(Math.max(one, other));
        return low.equals(high) ? low : low + " to " + high;
    }

    /**
     * Returns a range and what became of it.
     *
     * @param before the range
     * @param after what became of it
     * @return for example {@code High, now moderate to high}
     */
    public static String moved(Range<?> before, Range<?> after) {
        return before.equals(after) ? of(before) : of(before) + ", now " + within(after);
    }
}
