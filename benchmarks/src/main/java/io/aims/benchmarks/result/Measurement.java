package io.aims.benchmarks.result;

import java.util.List;

/**
 * What one contender gave under one condition.
 *
 * @param key which measurement it is
 * @param unit of what the values are a number
 * @param values the values in the order taken, at least one, none below zero
 */
public record Measurement(Key key, Unit unit, List<Double> values) {

    /** Copies and checks the values. */
    public Measurement {
        values = List.copyOf(values);
        if (values.isEmpty() || values.stream().anyMatch(value -> !Double.isFinite(value) || value < 0)) {
            throw new IllegalArgumentException(
                    "The values of " + key + " must be one or more numbers from 0 up: " + values);
        }
    }

    /**
     * Creates a measurement of one value.
     *
     * @param key which measurement it is
     * @param unit of what the value is a number
     * @param value the value
     * @return the measurement
     */
    public static Measurement of(Key key, Unit unit, double value) {
        return new Measurement(key, unit, List.of(value));
    }

    /**
     * Returns where the values lie.
     *
     * @return median and quartiles
     */
    public Spread spread() {
        return Spread.of(values);
    }
}
