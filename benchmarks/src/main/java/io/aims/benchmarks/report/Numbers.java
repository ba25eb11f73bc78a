package io.aims.benchmarks.report;

import io.aims.benchmarks.result.Spread;
import io.aims.benchmarks.result.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers for people: three digits that count, the same in every language. */
final class Numbers {

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final double[] BYTE_STEPS = {1e9, 1e6, 1e3};
    private static final String[] BYTE_SIGNS = {" GB", " MB", " kB"};

    private Numbers() {}

    /** Rounds to three digits; whole numbers stay whole. */
    static String rounded(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal shown = exact.abs().compareTo(BigDecimal.valueOf(1000)) < 0
                ? exact.round(THREE_DIGITS)
                : exact.setScale(0, RoundingMode.HALF_EVEN);
        DecimalFormat form = new DecimalFormat("#,##0.#########", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return form.format(shown);
    }

    /** Counts are told exactly, bytes in the step that fits, times in their unit. */
    static String with(Unit unit, double value) {
        if (unit == Unit.BYTES) {
            for (int i = 0; i < BYTE_STEPS.length; i++) {
                if (value >= BYTE_STEPS[i]) {
                    return rounded(value / BYTE_STEPS[i]) + BYTE_SIGNS[i];
                }
            }
        }
        return unit == Unit.COUNT ? rounded(value) : rounded(value) + " " + unit.sign();
    }

    /** The median, and the quartiles if they differ from it when rounded; in the same unit they need not repeat it. */
    static String of(Unit unit, Spread spread) {
        return withQuartiles(with(unit, spread.low()), with(unit, spread.median()), with(unit, spread.high()));
    }

    /** A ratio as above. */
    static String times(Spread spread) {
        return withQuartiles(times(spread.low()), times(spread.median()), times(spread.high()));
    }

    private static String withQuartiles(String low, String median, String high) {
        if (low.equals(median) && median.equals(high)) {
            return median;
        }
        String sign = sign(median);
        boolean isSame = sign.equals(sign(low)) && sign.equals(sign(high));
        return median + " (" + (isSame ? low.substring(0, low.length() - sign.length()) : low) + " to "
                + (isSame ? high.substring(0, high.length() - sign.length()) : high) + ")";
    }

    private static String sign(String number) {
        int space = number.indexOf(' ');
        return space < 0 ? "" : number.substring(space);
    }

    static String times(double ratio) {
        return rounded(ratio) + " ×";
    }
}
