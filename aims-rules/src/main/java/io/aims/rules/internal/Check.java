package io.aims.rules.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition compiled to what it does with one end of what is known.
 *
 * <p>The text of a check names all it depends on, so that two checks have one text exactly if they are equal. Drools
 * takes checks of one text for the same check: see {@link Holds}.
 */
sealed interface Check {

    boolean test(Words known);

    /** A word reaches a number: ordinals, booleans, and the results of the strata below. */
    record Reaches(String subject, int slot, long least) implements Check {

        @Override
        public boolean test(Words known) {
            return known.word(slot) >= least;
        }

        @Override
        public String toString() {
            return subject + " >= " + least;
        }
    }

    /** A word does not pass a number: scales. */
    record StaysWithin(String subject, int slot, long most) implements Check {

        @Override
        public boolean test(Words known) {
            return known.word(slot) <= most;
        }

        @Override
        public String toString() {
            return subject + " <= " + most;
        }
    }

    /** Some of the bits are set: sets, and nominals as they may be. */
    record HasAny(String subject, int slot, long bits) implements Check {

        @Override
        public boolean test(Words known) {
            return (known.word(slot) & bits) != 0;
        }

        @Override
        public String toString() {
            return subject + " has any of " + Long.toHexString(bits);
        }
    }

    /** None but the bits are set: nominals as they must be. */
    record HasOnly(String subject, int slot, long bits) implements Check {

        @Override
        public boolean test(Words known) {
            return (known.word(slot) & ~bits) == 0;
        }

        @Override
        public String toString() {
            return subject + " has only " + Long.toHexString(bits);
        }
    }

    /** A decimal reaches a number. The number has no trailing zeros, so that equal numbers have one text. */
    record ReachesNumber(String subject, int slot, BigDecimal least) implements Check {

        @Override
        public boolean test(Words known) {
            BigDecimal number = known.number(slot);
            return number == null || number.compareTo(least) >= 0;
        }

        @Override
        public String toString() {
            return subject + " reaches " + least;
        }
    }

    /** All parts hold. */
    record All(List<Check> parts) implements Check {

        @Override
        public boolean test(Words known) {
            for (Check part : parts) {
                if (!part.test(known)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            return join("all(", parts);
        }
    }

    /** Some part holds. */
    record Any(List<Check> parts) implements Check {

        @Override
        public boolean test(Words known) {
            for (Check part : parts) {
                if (part.test(known)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return join("any(", parts);
        }
    }

    private static String join(String opening, List<Check> parts) {
        return parts.stream().map(Check::toString).collect(Collectors.joining(", ", opening, ")"));
    }
}
