package io.aims.evaluation;

import io.aims.risk.Range;
import java.util.ArrayList;
import java.util.List;

/** All ranges of a scale, each made once. Immutable and thread-safe. */
final class Ranges<T extends Enum<T>> {

    private final List<List<Range<T>>> byLowAndWidth;

    Ranges(Class<T> scale) {
        List<List<Range<T>>> all = new ArrayList<>();
        for (T low : scale.getEnumConstants()) {
            List<Range<T>> fromLow = new ArrayList<>();
            for (T high : scale.getEnumConstants()) {
                if (low.compareTo(high) <= 0) {
                    fromLow.add(new Range<>(low, high));
                }
            }
            all.add(List.copyOf(fromLow));
        }
        this.byLowAndWidth = List.copyOf(all);
    }

    /** Returns the range between two values, the first of which is not above the second. */
    Range<T> of(T low, T high) {
        return byLowAndWidth.get(low.ordinal()).get(high.ordinal() - low.ordinal());
    }
}
