package io.aims.catalog.answers;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads numbers as files and conditions write them, within limits that keep arithmetic cheap.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public final class Numerals {

    /** What a decimal may be, for messages. */
    public static final String DECIMAL_LIMITS = "a number from 0 to below 1e100, for example 1e25 or 0.5";

    private static final int LONGEST = 40;
    private static final int LARGEST_MAGNITUDE = 100;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

    private Numerals() {}

    /**
     * Reads a decimal number. The exponent is checked before any arithmetic: {@code 1e999999} would be a legal number
     * of a million digits.
     *
     * @param text a text
     * @return the number, or empty if the text is none, is negative, or is outside the limits
     */
    public static Optional<BigDecimal> decimal(String text) {
        if (text.length() > LONGEST || !DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        if (number.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        int magnitude = number.precision() - number.scale();
        return magnitude > LARGEST_MAGNITUDE || magnitude < -LARGEST_MAGNITUDE
                ? Optional.empty()
                : Optional.of(number.stripTrailingZeros());
    }

    /**
     * Reads a whole number.
     *
     * @param text a text
     * @return the number, or empty if the text is none or has more than nine digits
     */
    public static Optional<Integer> whole(String text) {
        return WHOLE.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
