package io.aims.system;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an answer leaves possible: everything between a low and a high end. Values are given by their position in
 * {@link EnumeratedCharacteristic#values()}, sets of values as bits at those positions.
 *
 * @since 0.1
 */
public sealed interface Bounds {

    /**
     * Tells whether exactly one value is left.
     *
     * @return {@code true} if the answer is complete
     */
    boolean isExact();

    /**
     * Tells whether everything that these bounds allow is allowed by others.
     *
     * @param wider other bounds of the same characteristic
     * @return {@code true} if these are the same or narrower
     */
    boolean isWithin(Bounds wider);

    /**
     * A range of values in rising severity.
     *
     * @param low the position of the least severe value possible
     * @param high the position of the most severe value possible
     */
    record Ranks(int low, int high) implements Bounds {

        /** Checks the order of the ends. */
        public Ranks {
            if (low < 0 || low > high) {
                throw new IllegalArgumentException("Bounds must not cross: " + low + " to " + high);
            }
        }

        @Override
        public boolean isExact() {
            return low == high;
        }

        @Override
        public boolean isWithin(Bounds wider) {
            return wider instanceof Ranks that && that.low <= low && high <= that.high;
        }
    }

    /**
     * A range of numbers.
     *
     * @param low the lowest number possible
     * @param high the highest number possible, or {@code null} if there is no limit
     */
    record Numbers(BigDecimal low, @Nullable BigDecimal high) implements Bounds {

        /** The most digits on either side of the point: enough for anything measured, and quick to compare. */
        public static final int MOST_DIGITS = 1_000;

        /** Checks size and order of the ends, and drops the scale, so that equal numbers are equal. */
        public Numbers {
            low = stripped(low);
            high = high == null ? null : stripped(high);
            if (high != null && low.compareTo(high) > 0) {
                throw new IllegalArgumentException("Bounds must not cross: " + low + " to " + high);
            }
        }

        private static BigDecimal stripped(BigDecimal number) {
            long before = (long) number.precision() - number.scale();
            if (before > MOST_DIGITS || number.scale() > MOST_DIGITS) {
                throw new IllegalArgumentException(
                        "A number must have at most " + MOST_DIGITS + " digits on either side of the point");
            }
            return number.stripTrailingZeros();
        }

        @Override
        public boolean isExact() {
            return high != null && low.compareTo(high) == 0;
        }

        @Override
        public boolean isWithin(Bounds wider) {
            return wider instanceof Numbers that
                    && that.low.compareTo(low) <= 0
                    && (that.high == null || high != null && high.compareTo(that.high) <= 0);
        }
    }

    /**
     * A set of which some members are known.
     *
     * @param known the members known, as bits
     * @param complete whether there are no others
     */
    record Members(long known, boolean complete) implements Bounds {

        @Override
        public boolean isExact() {
            return complete;
        }

        @Override
        public boolean isWithin(Bounds wider) {
            return wider instanceof Members that
                    && (that.complete ? complete && known == that.known : (that.known & ~known) == 0);
        }
    }

    /**
     * One value out of several.
     *
     * @param possible the values possible, as bits, at least one
     */
    record OneOf(long possible) implements Bounds {

        /** Checks that something is possible. */
        public OneOf {
            if (possible == 0) {
                throw new IllegalArgumentException("At least one value must be possible");
            }
        }

        @Override
        public boolean isExact() {
            return Long.bitCount(possible) == 1;
        }

        @Override
        public boolean isWithin(Bounds wider) {
            return wider instanceof OneOf that && (possible & ~that.possible) == 0;
        }
    }

    /**
     * A range of days.
     *
     * @param earliest the first day possible, not before {@link #FIRST}
     * @param latest the last day possible, not after {@link #LAST}
     */
    record Days(LocalDate earliest, LocalDate latest) implements Bounds {

        /** The first day that can be given: every day has a year of four digits. */
        public static final LocalDate FIRST = LocalDate.of(1, 1, 1);

        /** The last day that can be given. */
        public static final LocalDate LAST = LocalDate.of(9999, 12, 31);

        /** Checks limits and order of the ends. */
        public Days {
            if (earliest.isBefore(FIRST) || latest.isAfter(LAST)) {
                throw new IllegalArgumentException("A day must be within " + FIRST + " to " + LAST);
            }
            if (earliest.isAfter(latest)) {
                throw new IllegalArgumentException("Bounds must not cross: " + earliest + " to " + latest);
            }
        }

        @Override
        public boolean isExact() {
            return earliest.equals(latest);
        }

        @Override
        public boolean isWithin(Bounds wider) {
            return wider instanceof Days that && !earliest.isBefore(that.earliest) && !latest.isAfter(that.latest);
        }
    }
}
