package io.aims.evaluation;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What remains possible for a system, whatever its unknown facts turn out to be.
 *
 * <p>Every completion of the unknowns lies inside; what is decided here stays so whatever is answered, and with more
 * answers nothing becomes possible that was not. The bounds may be wider than what can come true: each result is bounded
 * by itself, so that two results that exclude one another may both be possible here, and a rule whose parts read the same
 * unknown fact counts as open although no value of it may make the rule hold. Immutable and thread-safe.
 *
 * @param level the overall levels possible
 * @param levels the levels possible for each objective, sorted by objective
 * @param riskSources whether each risk source is present, sorted; {@link Truth#UNDETERMINED} if either is possible
 * @param needed whether each control is needed, by whomever, sorted; {@link Truth#UNDETERMINED} if either is possible
 * @param statuses the statuses possible for each control once everything is known, sorted; never
 *     {@link ControlStatus#UNDETERMINED}, never none
 * @param stopped whether a verdict that nothing lifts stands; {@link Truth#UNDETERMINED} if it may
 * @clause ISO/IEC 42001:2023 6.1.2, 6.1.3
 * @since 0.1
 */
public record PossibleResults(
        Range<RiskLevel> level,
        Map<ObjectiveId, Range<RiskLevel>> levels,
        Map<RiskSourceId, Truth> riskSources,
        Map<ControlId, Truth> needed,
        Map<ControlId, Set<ControlStatus>> statuses,
        Truth stopped) {

    /** Copies the maps. */
    public PossibleResults {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
        riskSources = Collections.unmodifiableMap(new LinkedHashMap<>(riskSources));
        needed = Collections.unmodifiableMap(new LinkedHashMap<>(needed));
        statuses = Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
    }

    static PossibleResults of(Evaluation evaluation, Bounds.Members roles) {
        Map<ObjectiveId, Range<RiskLevel>> levels = new LinkedHashMap<>();
        evaluation.risks().forEach(risk -> levels.put(risk.objective().id(), risk.level()));
        Map<RiskSourceId, Truth> riskSources = new LinkedHashMap<>();
        evaluation
                .riskSources()
                .forEach(result -> riskSources.put(result.source().id(), result.status()));
        Map<ControlId, Truth> needed = new LinkedHashMap<>();
        Map<ControlId, Set<ControlStatus>> statuses = new LinkedHashMap<>();
        for (ControlResult result : evaluation.controls()) {
            ControlId id = result.control().id();
            needed.put(id, result.needed());
            statuses.put(id, Collections.unmodifiableSet(statuses(result.control(), result.needed(), roles)));
        }
        Truth stopped = evaluation.stops().stream().map(Finding::status).reduce(Truth.FALSE, Truth::or);
        return new PossibleResults(evaluation.level(), levels, riskSources, needed, statuses, stopped);
    }

    private static Set<ControlStatus> statuses(Control control, Truth needed, Bounds.Members roles) {
        Set<ControlStatus> statuses = EnumSet.noneOf(ControlStatus.class);
        if (needed != Truth.TRUE) {
            statuses.add(ControlStatus.NOT_REQUIRED);
        }
        if (needed != Truth.FALSE) {
            ControlStatus status = control.statusWhenNeeded(roles);
            if (status == ControlStatus.UNDETERMINED) {
                statuses.add(ControlStatus.REQUIRED);
                statuses.add(control.withoutRole());
            } else {
                statuses.add(status);
            }
        }
        return statuses;
    }

    /**
     * Tells whether nothing that is asked could still change what is needed: one status is possible for each control.
     *
     * @return {@code true} if every control is decided
     */
    public boolean decidesEveryControl() {
        return statuses.values().stream().allMatch(possible -> possible.size() == 1);
    }

    /**
     * Tells whether an evaluation lies inside.
     *
     * @param evaluation an evaluation on the same basis, of which more may be known
     * @return {@code true} if everything that is possible in it is possible here
     */
    public boolean contains(Evaluation evaluation) {
        return evaluation.bounds().isWithin(this);
    }

    /**
     * Tells whether these bounds lie inside others.
     *
     * @param wider bounds on the same basis
     * @return {@code true} if everything that is possible here is possible there
     */
    public boolean isWithin(PossibleResults wider) {
        return level.isWithin(wider.level)
                && lies(stopped, wider.stopped)
                && lie(riskSources, wider.riskSources)
                && lie(needed, wider.needed)
                && levels.keySet().equals(wider.levels.keySet())
                && levels.entrySet().stream()
                        .allMatch(entry ->
                                entry.getValue().isWithin(Objects.requireNonNull(wider.levels.get(entry.getKey()))))
                && statuses.keySet().equals(wider.statuses.keySet())
                && statuses.entrySet().stream()
                        .allMatch(entry -> Objects.requireNonNull(wider.statuses.get(entry.getKey()))
                                .containsAll(entry.getValue()));
    }

    private static <K> boolean lie(Map<K, Truth> narrow, Map<K, Truth> wide) {
        return narrow.keySet().equals(wide.keySet())
                && narrow.entrySet().stream()
                        .allMatch(entry -> lies(entry.getValue(), Objects.requireNonNull(wide.get(entry.getKey()))));
    }

    private static boolean lies(Truth narrow, Truth wide) {
        return wide == Truth.UNDETERMINED || narrow == wide;
    }
}
