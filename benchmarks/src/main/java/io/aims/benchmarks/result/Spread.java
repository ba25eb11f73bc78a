package io.aims.benchmarks.result;

import java.util.List;

/**
 * Where values, or their ratios, lie: half of them from the lower to the upper quartile.
 *
 * @param low the lower quartile
 * @param median the median
 * @param high the upper quartile
 */
public record Spread(double low, double median, double high) {

    /** Checks the order. */
    public Spread {
        if (!(low <= median && median <= high)) {
            throw new IllegalArgumentException("Quartiles out of order: " + low + ", " + median + ", " + high);
        }
    }

    /**
     * Returns the quartiles of values, between two of them in proportion.
     *
     * @param values one or more values
     * @return where they lie
     */
    public static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Spread(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    /**
     * Divides by another spread, at its worst in both directions.
     *
     * @param by the divisor, with a lower quartile above zero
     * @return the ratio of the medians, and the least and greatest ratio of quartiles
     */
    public Spread dividedBy(Spread by) {
        if (!(by.low > 0)) {
            throw new IllegalArgumentException("Cannot divide by quartiles from " + by.low);
        }
        return new Spread(low / by.high, median / by.median, high / by.low);
    }

    private static double at(List<Double> sorted, double share) {
        double position = share * (sorted.size() - 1);
        int below = (int) Math.floor(position);
        int above = (int) Math.ceil(position);
        double value = sorted.get(below);
        return value + (sorted.get(above) - value) * (position - below);
    }
}
