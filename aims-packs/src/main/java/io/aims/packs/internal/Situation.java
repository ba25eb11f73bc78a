package io.aims.packs.internal;

import io.aims.control.ControlId;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Facts;
import io.aims.rule.Truth;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is supposed of the things that a condition reads, everything else unknown. */
public final class Situation implements Facts {

    private static final Range<RiskLevel> ANY_LEVEL = new Range<>(RiskLevel.VERY_LOW, RiskLevel.VERY_HIGH);

    private final Map<Object, Object> known;

    /** Looks at a map that may change, for a search that tries one situation after the other. */
    Situation(Map<Object, Object> known) {
        this.known = known;
    }

    /**
     * Creates a situation.
     *
     * @param known bounds of characteristics, the truth of risk sources and controls, and the levels of objectives, by what
     *     they are about
     * @return an immutable situation
     */
    public static Situation of(Map<Object, Object> known) {
        return new Situation(Collections.unmodifiableMap(new LinkedHashMap<>(known)));
    }

    @Override
    public Bounds bounds(Characteristic<?> characteristic) {
        return known.get(characteristic) instanceof Bounds bounds ? bounds : characteristic.unknown();
    }

    @Override
    public Truth riskSource(RiskSourceId source) {
        return known.get(source) instanceof Truth truth ? truth : Truth.UNDETERMINED;
    }

    @Override
    public Range<RiskLevel> level(ObjectiveId objective) {
        return known.get(objective) instanceof RiskLevel level ? Range.exactly(level) : ANY_LEVEL;
    }

    @Override
    public Truth needed(ControlId control) {
        return known.get(control) instanceof Truth truth ? truth : Truth.UNDETERMINED;
    }

    /**
     * Returns what is supposed of characteristics.
     *
     * @return answers, in the order in which they were supposed
     */
    public List<Answer> answers() {
        return known.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof Characteristic<?>)
                .map(entry -> Answer.of((Characteristic<?>) entry.getKey(), (Bounds) entry.getValue()))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Situation that && known.equals(that.known);
    }

    @Override
    public int hashCode() {
        return known.hashCode();
    }

    @Override
    public String toString() {
        return known.toString();
    }
}
