package io.aims.risk;

/**
 * What is possible between a low and a high end, because not everything is known. Both ends are equal if it is.
 *
 * @param low the end if everything unknown turns out harmless
 * @param high the end if everything unknown turns out hazardous
 * @param <T> the scale
 * @since 0.1
 */
public record Range<T extends Enum<T>>(T low, T high) {

    /** Checks the order of the ends. */
    public Range {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("A range must not end below its beginning: " + low + " to " + high);
        }
    }

    /**
     * Creates a range of one value.
     *
     * @param value the value
     * @param <T> the scale
     * @return the range from the value to itself
     */
    public static <T extends Enum<T>> Range<T> exactly(T value) {
        return new Range<>(value, value);
    }

    /**
     * Tells whether only one value is possible.
     *
     * @return {@code true} if both ends are equal
     */
    public boolean isExact() {
        return low == high;
    }

    /**
     * Returns the number of steps between the ends: the assurance gap.
     *
     * @return 0 if both ends are equal
     */
    public int width() {
        return high.ordinal() - low.ordinal();
    }

    /**
     * Tells whether this range lies inside another one.
     *
     * @param wider another range
     * @return {@code true} if it does not pass either end
     */
    public boolean isWithin(Range<T> wider) {
        return wider.low.compareTo(low) <= 0 && high.compareTo(wider.high) <= 0;
    }

    @Override
    public String toString() {
        return isExact() ? low.name() : low + ".." + high;
    }
}
