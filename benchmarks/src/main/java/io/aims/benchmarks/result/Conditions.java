package io.aims.benchmarks.result;

import java.math.BigDecimal;
import java.util.Comparator;

/** The order of conditions: numbers by their size, then words. */
public final class Conditions {

    /** Compares two conditions. */
    public static final Comparator<String> ORDER = Comparator.comparing((String condition) -> !isNumber(condition))
            .thenComparing(condition -> isNumber(condition) ? new BigDecimal(condition) : BigDecimal.ZERO)
            .thenComparing(Comparator.naturalOrder());

    private Conditions() {}

    /**
     * Tells whether a condition is a number, which can be the place on an axis.
     *
     * @param condition a condition
     * @return whether it is a whole number
     */
    public static boolean isNumber(String condition) {
        return !condition.isEmpty()
                && condition.length() <= 18
                && condition.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
