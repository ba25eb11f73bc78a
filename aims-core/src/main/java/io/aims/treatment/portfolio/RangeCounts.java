package io.aims.treatment.portfolio;

import io.aims.risk.Range;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many systems lie between which ends of a scale. Immutable and thread-safe.
 *
 * @param <E> the scale
 * @since 0.1
 */
public final class RangeCounts<E extends Enum<E>> {

    private final Class<E> type;
    private final E[] scale;
    private final long[] cells;

    private RangeCounts(Class<E> type, E[] scale, long[] cells) {
        this.type = type;
        this.scale = scale;
        this.cells = cells;
    }

    /**
     * Returns counts of no system.
     *
     * @param type the scale
     * @param <E> the scale
     * @return zero everywhere
     */
    public static <E extends Enum<E>> RangeCounts<E> none(Class<E> type) {
        E[] scale = type.getEnumConstants();
        return new RangeCounts<>(type, scale, new long[scale.length * scale.length]);
    }

    /**
     * Returns these counts with one more system.
     *
     * @param range where it lies
     * @return the counts
     */
    public RangeCounts<E> plus(Range<E> range) {
        long[] more = cells.clone();
        more[cell(range.low(), range.high())]++;
        return new RangeCounts<>(type, scale, more);
    }

    /**
     * Returns these counts and others together.
     *
     * @param others counts of other systems on the same scale
     * @return the sums
     */
    public RangeCounts<E> plus(RangeCounts<E> others) {
        long[] sums = cells.clone();
        for (int cell = 0; cell < sums.length; cell++) {
            sums[cell] += others.cells[cell];
        }
        return new RangeCounts<>(type, scale, sums);
    }

    private int cell(E low, E high) {
        return low.ordinal() * scale.length + high.ordinal();
    }

    /**
     * Returns how many systems lie in exactly this range.
     *
     * @param range a range
     * @return the number of systems
     */
    public long count(Range<E> range) {
        return cells[cell(range.low(), range.high())];
    }

    /**
     * Returns how many systems have their low end here: what is known is enough for it, and not for more.
     *
     * @param value a value of the scale
     * @return the number of systems
     */
    public long low(E value) {
        long sum = 0;
        for (E high : scale) {
            sum += cells[cell(value, high)];
        }
        return sum;
    }

    /**
     * Returns how many systems have their high end here: more than this is ruled out.
     *
     * @param value a value of the scale
     * @return the number of systems
     */
    public long high(E value) {
        long sum = 0;
        for (E low : scale) {
            sum += cells[cell(low, value)];
        }
        return sum;
    }

    /**
     * Returns how many systems reach a value for certain.
     *
     * @param least a value of the scale
     * @return the number of systems whose low end is there or above
     */
    public long certainlyAtLeast(E least) {
        return Arrays.stream(scale, least.ordinal(), scale.length)
                .mapToLong(this::low)
                .sum();
    }

    /**
     * Returns how many systems may reach a value.
     *
     * @param least a value of the scale
     * @return the number of systems whose high end is there or above
     */
    public long possiblyAtLeast(E least) {
        return Arrays.stream(scale, least.ordinal(), scale.length)
                .mapToLong(this::high)
                .sum();
    }

    /**
     * Returns the highest values over all systems, of the low ends and of the high ends. Nothing is added up: systems that
     * depend on the same thing fail together.
     *
     * @return empty if no system is counted
     */
    public Optional<Range<E>> highest() {
        @Nullable E low = null;
        @Nullable E high = null;
        for (E value : scale) {
            low = low(value) > 0 ? value : low;
            high = high(value) > 0 ? value : high;
        }
        return low == null || high == null ? Optional.empty() : Optional.of(new Range<>(low, high));
    }

    /**
     * Returns how many systems are counted.
     *
     * @return the sum over all ranges
     */
    public long total() {
        return Arrays.stream(cells).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RangeCounts<?> that && type == that.type && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }

    /** Returns the ranges in which there are systems, with their number. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (E low : scale) {
            for (E high : scale) {
                long count = cells[cell(low, high)];
                if (count > 0) {
                    text.append(text.isEmpty() ? "" : ", ")
                            .append(new Range<>(low, high))
                            .append(" ")
                            .append(count);
                }
            }
        }
        return text.toString();
    }
}
