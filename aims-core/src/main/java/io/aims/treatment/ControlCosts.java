package io.aims.treatment;

import io.aims.control.ControlId;
import io.aims.error.Faults;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What it costs to bring controls into place so that evidence shows that they work, in whole units of your own: days, euros,
 * points. A control without a cost is left as it is. Immutable and thread-safe.
 *
 * @param costs the costs, by control, sorted
 * @since 0.1
 */
public record ControlCosts(SortedMap<ControlId, Long> costs) {

    private static final String WRONG_COST = "AIMS-3062";

    /** The highest cost of one control: the sum over any catalogue stays a number. */
    public static final long HIGHEST = 1_000_000_000_000L;

    /** Copies the costs and checks that they lie between 0 and {@value #HIGHEST}: AIMS-3062, all faults at once. */
    public ControlCosts {
        SortedMap<ControlId, Long> sorted = new TreeMap<>();
        sorted.putAll(costs);
        costs = Collections.unmodifiableSortedMap(sorted);
        Faults faults = new Faults();
        costs.forEach((control, cost) -> {
            if (cost < 0 || cost > HIGHEST) {
                faults.add(
                        WRONG_COST,
                        null,
                        "The cost (" + cost + ") of control (" + control + ") must be 0 to " + HIGHEST + ".",
                        "Maybe count in a larger unit.");
            }
        });
        faults.throwIfAny();
    }

    /**
     * Creates costs.
     *
     * @param costs the costs, by control
     * @return the costs
     */
    public static ControlCosts of(Map<ControlId, Long> costs) {
        return new ControlCosts(new TreeMap<>(costs));
    }
}
