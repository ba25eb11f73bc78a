package io.aims.treatment.portfolio;

import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.evaluation.ControlResult;
import io.aims.risk.Range;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.Gap;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a control reaches: what it is to how many systems, how far it is in place where the organisation has to see to it,
 * and what is amiss there.
 *
 * @param control the control
 * @param statuses the number of systems by what the control is to them; what is absent is zero
 * @param stages between which stages it counts, in the systems in which the organisation has to see to it
 * @param gaps the number of these systems by what is amiss; what is absent is zero
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record ControlReach(
        Control control, Map<ControlStatus, Long> statuses, RangeCounts<Stage> stages, Map<Gap.Kind, Long> gaps) {

    /** Copies the maps into the order of their enums. */
    public ControlReach {
        statuses = copy(statuses, ControlStatus.class);
        gaps = copy(gaps, Gap.Kind.class);
    }

    private static <E extends Enum<E>> Map<E, Long> copy(Map<E, Long> counts, Class<E> type) {
        Map<E, Long> copy = new EnumMap<>(type);
        copy.putAll(counts);
        return Collections.unmodifiableMap(copy);
    }

    static ControlReach of(ControlResult result, Range<Stage> stage, Gap.@Nullable Kind gap) {
        RangeCounts<Stage> none = RangeCounts.none(Stage.class);
        return new ControlReach(
                result.control(),
                Map.of(result.status(), 1L),
                result.status().isSafeguard() ? none.plus(stage) : none,
                gap == null ? Map.of() : Map.of(gap, 1L));
    }

    ControlReach plus(ControlReach other) {
        return new ControlReach(
                control, sums(statuses, other.statuses), stages.plus(other.stages), sums(gaps, other.gaps));
    }

    private static <E> Map<E, Long> sums(Map<E, Long> some, Map<E, Long> others) {
        Map<E, Long> sums = new HashMap<>(some);
        others.forEach((key, count) -> sums.merge(key, count, Long::sum));
        return sums;
    }

    /**
     * Returns how many systems the control is this to.
     *
     * @param status a status
     * @return the number of systems
     */
    public long systems(ControlStatus status) {
        return statuses.getOrDefault(status, 0L);
    }

    /**
     * Returns in how many systems the organisation has to see to the control, itself or through a supplier.
     *
     * @return the number of systems
     */
    public long safeguarded() {
        return systems(ControlStatus.REQUIRED) + systems(ControlStatus.VIA_SUPPLIER);
    }

    /**
     * Returns in how many of these systems it is certain to be in place, shown to work or not.
     *
     * @return the number of systems
     */
    public long inPlace() {
        return stages.certainlyAtLeast(Stage.IMPLEMENTED);
    }

    /**
     * Returns in how many of these systems something is amiss.
     *
     * @param kind what is amiss
     * @return the number of systems
     */
    public long gaps(Gap.Kind kind) {
        return gaps.getOrDefault(kind, 0L);
    }
}
