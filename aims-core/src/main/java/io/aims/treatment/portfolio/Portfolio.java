package io.aims.treatment.portfolio;

import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.error.AimsException;
import io.aims.evaluation.Basis;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.OpenQuestion;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.system.Contradiction;
import io.aims.system.Dependency;
import io.aims.treatment.CountedState;
import io.aims.treatment.Gap;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.ResidualRisk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Many systems at once: how many are at which level, which deserve attention first, what they share, which controls reach
 * how far, and which questions would settle most.
 *
 * <p>Everything is counted exactly; of the systems behind a count no more than a limit are kept, those that deserve attention
 * first. So a portfolio grows with its limit and with the number of different names that systems depend on, not with the
 * number of systems. Risks are never added up or combined across systems: what is shared makes them fail together, and what a
 * portfolio has is its highest level. Neither the order in which systems come nor the way in which the work is split changes
 * anything. Immutable and thread-safe.
 *
 * <pre>{@code
 * PortfolioCollector collector = Portfolio.collect(20);
 * systems.forEach(system -> collector.add(aims.residual(aims.evaluate(system), states)));
 * collector.portfolio().stopped();
 * }</pre>
 *
 * @clause ISO/IEC 42001:2023 6.1.2, 6.1.3, 8.2
 * @since 0.1
 */
public final class Portfolio {

    private final Content content;

    /** Everything, in orders that do not depend on how it came together. */
    record Content(
            int limit,
            @Nullable Ground ground,
            RangeCounts<RiskLevel> inherent,
            RangeCounts<RiskLevel> residual,
            SystemLines systems,
            SystemLines stopped,
            SystemLines perhapsStopped,
            long unstated,
            List<ObjectiveView> objectives,
            List<ControlReach> controls,
            SortedMap<String, SharedQuestion> questions,
            SystemLines contradictory,
            SortedMap<String, Long> contradictions,
            Map<Dependency, SortedMap<String, CommonCause>> causes,
            Map<Dependency, Long> naming) {

        Content {
            objectives = List.copyOf(objectives);
            controls = List.copyOf(controls);
            questions = Collections.unmodifiableSortedMap(new TreeMap<>(questions));
            contradictions = Collections.unmodifiableSortedMap(new TreeMap<>(contradictions));
            Map<Dependency, SortedMap<String, CommonCause>> copies = new EnumMap<>(Dependency.class);
            causes.forEach((kind, named) -> copies.put(kind, new TreeMap<>(named)));
            causes = Collections.unmodifiableMap(copies);
            Map<Dependency, Long> counts = new EnumMap<>(Dependency.class);
            counts.putAll(naming);
            naming = Collections.unmodifiableMap(counts);
        }
    }

    Portfolio(Content content) {
        this.content = content;
    }

    /**
     * Begins to collect systems.
     *
     * @param limit how many systems are kept behind each count, zero or more
     * @return a collector without systems
     * @throws IllegalArgumentException if the limit is negative
     */
    public static PortfolioCollector collect(int limit) {
        return new PortfolioCollector(limit);
    }

    /**
     * Returns the portfolio of one system. Those of many may be made by several threads and merged.
     *
     * @param profile what remains of the risks of the system
     * @param limit how many systems are kept behind each count, zero or more
     * @return the portfolio
     * @throws IllegalArgumentException if the limit is negative
     */
    public static Portfolio of(ResidualProfile profile, int limit) {
        checkLimit(limit);
        Evaluation evaluation = profile.evaluation();
        List<Gap> gaps = profile.gaps();
        SystemLine line = SystemLine.of(profile, gaps);
        SystemLines system = SystemLines.of(line, limit);
        RangeCounts<RiskLevel> none = RangeCounts.none(RiskLevel.class);
        List<ObjectiveView> objectives = new ArrayList<>();
        for (ResidualRisk risk : profile.risks()) {
            objectives.add(ObjectiveView.of(risk, line, limit));
        }
        SortedMap<String, SharedQuestion> questions = new TreeMap<>();
        for (OpenQuestion question : evaluation.openQuestions()) {
            questions.put(question.entry().characteristic().id(), SharedQuestion.of(question));
        }
        SortedMap<String, Long> contradictions = new TreeMap<>();
        for (Contradiction contradiction : evaluation.contradictions()) {
            contradictions.merge(contradiction.id(), 1L, Long::sum);
        }
        return new Portfolio(new Content(
                limit,
                new Ground(
                        evaluation.basis().guaranteed(),
                        profile.asOf().orElse(null),
                        profile.criteria().tolerance().orElse(null)),
                none.plus(line.inherent()),
                none.plus(line.residual()),
                system,
                line.stops().isEmpty() ? SystemLines.NONE : system,
                line.stops().isEmpty() && !line.possibleStops().isEmpty() ? system : SystemLines.NONE,
                profile.states().states().isEmpty() ? 1 : 0,
                objectives,
                controls(profile, gaps),
                questions,
                line.contradictions() == 0 ? SystemLines.NONE : system,
                contradictions,
                causes(profile, line, limit),
                naming(evaluation)));
    }

    static void checkLimit(int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("A number of lines must not be negative: " + limit);
        }
    }

    private static List<ControlReach> controls(ResidualProfile profile, List<Gap> gaps) {
        Map<ControlId, Gap.Kind> amiss = new HashMap<>();
        gaps.forEach(gap -> amiss.put(gap.safeguard().control().id(), gap.kind()));
        List<CountedState> states = profile.controls();
        List<ControlResult> results = profile.evaluation().controls();
        List<ControlReach> reach = new ArrayList<>(results.size());
        for (int position = 0; position < results.size(); position++) {
            ControlResult result = results.get(position);
            reach.add(ControlReach.of(
                    result,
                    states.get(position).stage(),
                    amiss.get(result.control().id())));
        }
        return reach;
    }

    private static SortedMap<ControlId, Reliance> leftToSuppliers(ResidualProfile profile) {
        SortedMap<ControlId, Reliance> left = new TreeMap<>();
        for (ControlResult result : profile.evaluation().controls()) {
            if (result.status() == ControlStatus.VIA_SUPPLIER) {
                ControlId id = result.control().id();
                boolean isInPlace =
                        profile.control(id).filter(CountedState::isInPlace).isPresent();
                left.put(id, new Reliance(result.control(), 1, isInPlace ? 1 : 0));
            }
        }
        return left;
    }

    private static Map<Dependency, SortedMap<String, CommonCause>> causes(
            ResidualProfile profile, SystemLine line, int limit) {
        SortedMap<ControlId, Reliance> left = leftToSuppliers(profile);
        Map<Dependency, SortedMap<String, CommonCause>> causes = new EnumMap<>(Dependency.class);
        for (Dependency kind : Dependency.values()) {
            Map<String, SortedSet<String>> spellings = new TreeMap<>();
            for (String name : profile.evaluation().system().dependencies(kind)) {
                spellings
                        .computeIfAbsent(CommonCause.key(name), k -> new TreeSet<>())
                        .add(name);
            }
            SortedMap<String, CommonCause> byKey = new TreeMap<>();
            spellings.forEach((key, names) -> byKey.put(key, CommonCause.of(kind, names, line, left, limit)));
            causes.put(kind, byKey);
        }
        return causes;
    }

    private static Map<Dependency, Long> naming(Evaluation evaluation) {
        Map<Dependency, Long> naming = new EnumMap<>(Dependency.class);
        for (Dependency kind : Dependency.values()) {
            naming.put(kind, evaluation.system().dependencies(kind).isEmpty() ? 0L : 1L);
        }
        return naming;
    }

    /**
     * Returns the systems of this portfolio and of another one together. In whatever order portfolios are merged, the same
     * comes out.
     *
     * @param other a portfolio of other systems
     * @return the portfolio of all of them
     * @throws AimsException as {@link PortfolioCollector#add(Portfolio)}
     */
    public Portfolio merge(Portfolio other) {
        PortfolioCollector collector = new PortfolioCollector(content.limit);
        collector.add(this);
        collector.add(other);
        return collector.portfolio();
    }

    private Optional<Ground> ground() {
        return Optional.ofNullable(content.ground);
    }

    Content content() {
        return content;
    }

    /**
     * Returns how many systems are kept behind each count.
     *
     * @return zero or more
     */
    public int limit() {
        return content.limit;
    }

    /**
     * Tells whether there is no system.
     *
     * @return {@code true} if nothing is counted
     */
    public boolean isEmpty() {
        return content.systems.count() == 0;
    }

    /**
     * Returns on what all evaluations rest.
     *
     * @return empty if there is no system
     */
    public Optional<Basis> basis() {
        return ground().map(Ground::basis);
    }

    /**
     * Returns the day for which all systems are looked at.
     *
     * @return empty if no state has dates and none was given
     */
    public Optional<LocalDate> asOf() {
        return ground().map(Ground::asOf);
    }

    /**
     * Returns the level up to which the criteria tolerate a risk.
     *
     * @return empty if the criteria name none
     */
    public Optional<RiskLevel> tolerance() {
        return ground().map(Ground::tolerance);
    }

    /**
     * Returns the systems.
     *
     * @return their number, and those that deserve attention first, as {@link SystemLine} orders them
     */
    public SystemLines systems() {
        return content.systems;
    }

    /**
     * Returns the systems that must not be used as described: a verdict that nothing lifts is certain.
     *
     * @return their number, and those that deserve attention first
     */
    public SystemLines stopped() {
        return content.stopped;
    }

    /**
     * Returns the systems in which a verdict that nothing lifts may come true, and none is certain.
     *
     * @return their number, and those that deserve attention first
     */
    public SystemLines perhapsStopped() {
        return content.perhapsStopped;
    }

    /**
     * Returns how many systems there are of which nothing is said about any control. What remains of their risks may be
     * anything that the best and the worst controls leave.
     *
     * @return the number of systems
     */
    public long unstated() {
        return content.unstated;
    }

    /**
     * Returns how many systems are at which overall level before any control.
     *
     * @return the counts
     */
    public RangeCounts<RiskLevel> inherent() {
        return content.inherent;
    }

    /**
     * Returns how many systems are at which overall level with their controls as they are.
     *
     * @return the counts
     */
    public RangeCounts<RiskLevel> residual() {
        return content.residual;
    }

    /**
     * Returns the risk to every objective over all systems.
     *
     * @return the objectives, sorted; none if there is no system
     */
    public List<ObjectiveView> objectives() {
        return content.objectives;
    }

    /**
     * Returns the risk to an objective over all systems.
     *
     * @param objective an objective
     * @return the risk, or empty if the catalogue has no such objective or there is no system
     */
    public Optional<ObjectiveView> objective(ObjectiveId objective) {
        return content.objectives.stream()
                .filter(view -> view.objective().id().equals(objective))
                .findFirst();
    }

    /**
     * Returns how far every control of the catalogue reaches.
     *
     * @return the controls, sorted; none if there is no system
     */
    public List<ControlReach> controls() {
        return content.controls;
    }

    /**
     * Returns how far a control reaches.
     *
     * @param control a control
     * @return its reach, or empty if the catalogue has no such control or there is no system
     */
    public Optional<ControlReach> control(ControlId control) {
        return content.controls.stream()
                .filter(reach -> reach.control().id().equals(control))
                .findFirst();
    }

    /**
     * Returns the questions that are open anywhere.
     *
     * @return the questions, the one whose answers could settle most over all systems first
     */
    public List<SharedQuestion> questions() {
        return content.questions.values().stream().sorted().toList();
    }

    /**
     * Returns the systems of which answers contradict one another. They were evaluated as they are.
     *
     * @return their number, and those that deserve attention first
     */
    public SystemLines contradictory() {
        return content.contradictory;
    }

    /**
     * Returns in how many systems which answers contradict one another.
     *
     * @return the number of systems, by the id of the contradiction
     */
    public SortedMap<String, Long> contradictions() {
        return content.contradictions;
    }

    /**
     * Returns what more than one system depends on.
     *
     * @param kind a kind of dependency
     * @return the one with the most systems first
     */
    public List<CommonCause> shared(Dependency kind) {
        return content.causes.getOrDefault(kind, Collections.emptySortedMap()).values().stream()
                .filter(CommonCause::isShared)
                .sorted(CommonCause.BY_REACH)
                .toList();
    }

    /**
     * Returns how many systems say anything of a kind of dependency. Of all others it is not known what they share.
     *
     * @param kind a kind of dependency
     * @return the number of systems
     */
    public long naming(Dependency kind) {
        return content.naming.getOrDefault(kind, 0L);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Portfolio that && content.equals(that.content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    @Override
    public String toString() {
        return content.systems.count() + " systems, residual " + content.residual;
    }
}
