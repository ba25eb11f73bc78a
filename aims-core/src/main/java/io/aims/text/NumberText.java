package io.aims.text;

import java.math.BigDecimal;

/**
 * Writes numbers as people and files write them: {@code 10}, {@code 0.5}, and {@code 1E+25} instead of 26 digits.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public final class NumberText {

    private static final int MOST_DIGITS = 15;

    private NumberText() {}

    /**
     * Returns a number as text.
     *
     * @param number any number
     * @return the shortest text that gives an equal number, with an exponent beyond 15 digits on either side of the point
     */
    public static String of(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        long before = (long) stripped.precision() - stripped.scale();
        return before > MOST_DIGITS || stripped.scale() > MOST_DIGITS ? stripped.toString() : stripped.toPlainString();
    }
}
