package io.aims.treatment.portfolio;

import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.RiskOrder;
import io.aims.evaluation.RiskRank;
import io.aims.risk.Range;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.rule.RuleId;
import io.aims.text.Quoted;
import io.aims.treatment.Gap;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.ResidualRisk;
import java.util.Comparator;
import java.util.List;

/**
 * A system in one line.
 *
 * <p>The order is that of {@link RiskOrder} applied to what remains with the controls as they are: a consequence counts as
 * lowered only where the step is certain, and rates that are certain count as they are without controls, so that nothing
 * said about controls is nothing gained. With nothing known of controls it is the order of the evaluations. Systems of equal
 * risk stand by id, and lines that differ in anything are never equal in order. Immutable and thread-safe.
 *
 * @param id the id
 * @param name the name for people
 * @param inherent the level before any control
 * @param residual the level with the controls as they are
 * @param rank by what it is put in order
 * @param stops the rules whose verdict nothing lifts and which hold, sorted
 * @param possibleStops the rules whose verdict nothing lifts and which may hold, sorted
 * @param openGaps how many controls are needed and not certain to be in place
 * @param openQuestions how many questions could settle something
 * @param contradictions how many pairs of answers contradict one another
 * @since 0.1
 */
public record SystemLine(
        String id,
        String name,
        Range<RiskLevel> inherent,
        Range<RiskLevel> residual,
        RiskRank rank,
        List<RuleId> stops,
        List<RuleId> possibleStops,
        int openGaps,
        int openQuestions,
        int contradictions)
        implements Comparable<SystemLine> {

    private static final Comparator<SystemLine> ORDER = Comparator.comparing(SystemLine::rank)
            .thenComparing(SystemLine::id)
            .thenComparing(SystemLine::name)
            .thenComparing(line -> line.residual().toString())
            .thenComparing(line -> line.inherent().toString())
            .thenComparing(line -> line.stops().toString())
            .thenComparing(line -> line.possibleStops().toString())
            .thenComparingInt(SystemLine::openGaps)
            .thenComparingInt(SystemLine::openQuestions)
            .thenComparingInt(SystemLine::contradictions);

    /** Copies the lists. */
    public SystemLine {
        stops = List.copyOf(stops);
        possibleStops = List.copyOf(possibleStops);
    }

    static SystemLine of(ResidualProfile profile, List<Gap> gaps) {
        Evaluation evaluation = profile.evaluation();
        return new SystemLine(
                evaluation.system().id(),
                evaluation.system().name(),
                evaluation.level(),
                profile.level(),
                RiskRank.of(
                        profile.risks(),
                        risk -> prudentLevel(risk, profile.criteria()),
                        risk -> risk.inherent().lowRate()),
                stops(evaluation, true),
                stops(evaluation, false),
                (int) gaps.stream().filter(Gap::isOpen).count(),
                evaluation.openQuestions().size(),
                evaluation.contradictions().size());
    }

    private static RiskLevel prudentLevel(ResidualRisk risk, RiskCriteria criteria) {
        Severity known = risk.inherent().severity().low();
        Severity left = risk.severity().high();
        return criteria.level(risk.likelihood().high(), left.compareTo(known) < 0 ? left : known);
    }

    private static List<RuleId> stops(Evaluation evaluation, boolean certain) {
        return evaluation.stops().stream()
                .filter(stop -> stop.isCertain() == certain)
                .map(Finding::rule)
                .map(rule -> rule.id())
                .toList();
    }

    @Override
    public int compareTo(SystemLine other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return Quoted.of(id) + ": " + inherent + ", residual " + residual;
    }
}
