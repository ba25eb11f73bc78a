package io.aims.evaluation;

import io.aims.risk.Range;
import java.util.ArrayList;
import java.util.List;

/** All ranges of a scale, each made once. Immutable and thread-safe. */
final class Ranges<T extends Enum<T>> {

    private final int values;
    private final List<Range<T>> ranges;

    Ranges(Class<T> scale) {
        T[] all = scale.getEnumConstants();
        List<Range<T>> made = new ArrayList<>();
        for (T one : all) {
            for (T other : all) {
                made.add(one.ordinal() <= other.ordinal() ? new Range<>(one, other) : new Range<>(other, one));
            }
        }
        this.values = all.length;
        this.ranges = List.copyOf(made);
    }

    /**
     * Returns the range between two values.
     *
     * @throws IllegalArgumentException if the first is above the second
     */
    Range<T> of(T low, T high) {
        return low.ordinal() <= high.ordinal()
                ? ranges.get(low.ordinal() * values + high.ordinal())
                : new Range<>(low, high);
    }
}
