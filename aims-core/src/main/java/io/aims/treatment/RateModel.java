package io.aims.treatment;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.Risk;
import io.aims.evaluation.RiskSourceResult;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.Truth;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.people.DecisionEffect;
import io.aims.system.people.Reversibility;
import io.aims.system.people.SafetyHarm;
import io.aims.system.vocabulary.Characteristics;
import io.aims.treatment.ControlState.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one evaluation as numbers, and what the stages of controls make of them. Controls, objectives and risk
 * sources are named by their position in the evaluation.
 *
 * <p>The low end of a residual risk leaves out undetermined findings and takes every control at the highest stage it may
 * have reached; the high end includes them and takes the lowest stage. What follows from roles that are not known is taken
 * likewise. Shares are counted in whole tenths, so that the order of controls does not matter to the last bit. Immutable and
 * thread-safe.
 */
final class RateModel {

    private static final int WHOLE = 10;
    private static final Severity[] SEVERITIES = Severity.values();

    private final Evaluation evaluation;
    private final RiskCriteria criteria;
    private final Map<ControlId, Integer> controlPositions = new HashMap<>();
    private final ControlStatus[] projected;
    private final List<Cause> causes;
    private final List<List<Cause>> causesOf;
    private final int sourceCount;
    private final int[][] supportsOf;
    private final SeverityStep[] steps;

    RateModel(Evaluation evaluation, RiskCriteria criteria) {
        this.evaluation = evaluation;
        this.criteria = criteria;
        Bounds.Members roles = roles(evaluation);
        this.projected = new ControlStatus[evaluation.controls().size()];
        for (ControlResult result : evaluation.controls()) {
            int position = controlPositions.size();
            controlPositions.put(result.control().id(), position);
            projected[position] = result.control().statusWhenNeeded(roles);
        }
        Map<RiskSourceId, Integer> sources = new HashMap<>();
        for (RiskSourceResult result : evaluation.riskSources()) {
            sources.put(result.source().id(), sources.size());
        }
        this.sourceCount = sources.size();
        List<Cause> found = new ArrayList<>();
        for (Finding finding : evaluation.findings()) {
            found.add(cause(found.size(), finding, sources));
        }
        this.causes = List.copyOf(found);
        this.causesOf = evaluation.risks().stream()
                .map(risk -> causesOf(risk.objective().id()))
                .toList();
        this.supportsOf = supports();
        this.steps = causesOf.stream().map(this::severityStep).toArray(SeverityStep[]::new);
    }

    /** One finding: its rate, and the controls that take shares of it. */
    static final class Cause {

        private final int position;
        private final Finding finding;
        private final double rate;
        private final double share;
        private final int[] sources;
        private final int floor;
        private final boolean isLethal;
        private final int[] acting;
        private final int[] perhapsActing;

        Cause(
                int position,
                Finding finding,
                double rate,
                int[] sources,
                boolean isLethal,
                int[] acting,
                int[] perhapsActing) {
            this.position = position;
            this.finding = finding;
            this.rate = rate;
            this.share = rate / Math.max(1, sources.length);
            this.sources = sources;
            this.floor = finding.rule().severityFloor().map(Severity::ordinal).orElse(0);
            this.isLethal = isLethal;
            this.acting = acting;
            this.perhapsActing = perhapsActing;
        }

        Finding finding() {
            return finding;
        }

        /** The position of the finding in the evaluation. */
        int position() {
            return position;
        }

        double rate() {
            return rate;
        }

        double share() {
            return share;
        }

        int[] sources() {
            return sources;
        }

        /** The controls that act on the likelihood and are certain to be the organisation's to see to. */
        int[] acting() {
            return acting;
        }

        /** The controls that would act as well if the organisation held a role of which it is not known. */
        int[] perhapsActing() {
            return perhapsActing;
        }
    }

    /** The controls on which a step of severity depends, for one objective. */
    static final class SeverityStep {

        private final boolean isBarredAtBest;
        private final boolean isBarredAtWorst;
        private final int[] certain;
        private final int[] possible;
        private final boolean hasCertain;
        private final boolean hasPossible;

        SeverityStep(
                boolean isBarredAtBest,
                boolean isBarredAtWorst,
                int[] certain,
                int[] possible,
                boolean hasCertain,
                boolean hasPossible) {
            this.isBarredAtBest = isBarredAtBest;
            this.isBarredAtWorst = isBarredAtWorst;
            this.certain = certain;
            this.possible = possible;
            this.hasCertain = hasCertain;
            this.hasPossible = hasPossible;
        }

        boolean isBarredAtBest() {
            return isBarredAtBest;
        }

        boolean isBarredAtWorst() {
            return isBarredAtWorst;
        }

        int[] certain() {
            return certain;
        }

        int[] possible() {
            return possible;
        }

        boolean hasCertain() {
            return hasCertain;
        }

        boolean hasPossible() {
            return hasPossible;
        }
    }

    /** What each objective comes to at both ends, by its position. */
    static final class Result {

        private final double[] lowRates;
        private final double[] highRates;
        private final int[] lowSeverities;
        private final int[] highSeverities;

        Result(double[] lowRates, double[] highRates, int[] lowSeverities, int[] highSeverities) {
            this.lowRates = lowRates;
            this.highRates = highRates;
            this.lowSeverities = lowSeverities;
            this.highSeverities = highSeverities;
        }

        double[] lowRates() {
            return lowRates;
        }

        double[] highRates() {
            return highRates;
        }

        int[] lowSeverities() {
            return lowSeverities;
        }

        int[] highSeverities() {
            return highSeverities;
        }
    }

    private static Bounds.Members roles(Evaluation evaluation) {
        return Optional.ofNullable(evaluation.system().answers().get(Characteristics.AIMS_ROLES.id()))
                .map(Answer::bounds)
                .filter(Bounds.Members.class::isInstance)
                .map(Bounds.Members.class::cast)
                .orElse(new Bounds.Members(0, false));
    }

    private Cause cause(int position, Finding finding, Map<RiskSourceId, Integer> sourcePositions) {
        Rule rule = finding.rule();
        int[] sources = rule.raises().stream()
                .mapToInt(source -> position(sourcePositions, source))
                .toArray();
        List<Integer> acting = new ArrayList<>();
        List<Integer> perhaps = new ArrayList<>();
        for (ControlId id : rule.requires()) {
            int control = position(id);
            if (!isOrganisationWide(control) && control(control).effect() != Control.Effect.SEVERITY) {
                if (projected[control].isSafeguard()) {
                    acting.add(control);
                } else if (projected[control] == ControlStatus.UNDETERMINED) {
                    perhaps.add(control);
                }
            }
        }
        return new Cause(
                position,
                finding,
                rule.likelihood().map(criteria::rate).orElse(0.0),
                sources,
                rule.severityFloor().equals(Optional.of(Severity.CATASTROPHIC)) && asksForDeathOrLiberty(rule),
                array(acting),
                array(perhaps));
    }

    /** A floor that stands for death or loss of liberty is that of a rule that asks for one of them. */
    private static boolean asksForDeathOrLiberty(Rule rule) {
        return rule.condition().tests().stream()
                .anyMatch(test -> test instanceof Condition.AtLeast atLeast
                        && (asksFor(atLeast, Characteristics.DECISION_EFFECT.id(), DecisionEffect.LIFE_OR_LIBERTY)
                                || asksFor(atLeast, Characteristics.SAFETY_HARM.id(), SafetyHarm.FATALITY)));
    }

    private static boolean asksFor(Condition.AtLeast test, String characteristic, Enum<?> least) {
        return test.characteristic().id().equals(characteristic) && test.rank() >= least.ordinal();
    }

    private List<Cause> causesOf(ObjectiveId objective) {
        return causes.stream()
                .filter(cause -> cause.finding.rule().threatens().contains(objective))
                .toList();
    }

    /**
     * The organisation-wide controls on which each control rests: those of its own area, and those of areas that hold
     * nothing but organisation-wide controls, such as policies and roles.
     */
    private int[][] supports() {
        Set<String> areasWithOthers = new LinkedHashSet<>();
        for (int control = 0; control < projected.length; control++) {
            if (!isOrganisationWide(control)) {
                areasWithOthers.add(control(control).area());
            }
        }
        int[][] supports = new int[projected.length][];
        for (int control = 0; control < projected.length; control++) {
            List<Integer> own = new ArrayList<>();
            for (int other = 0; other < projected.length && !isOrganisationWide(control); other++) {
                String area = control(other).area();
                if (isOrganisationWide(other)
                        && projected[other] != ControlStatus.ROLE_EXCLUDED
                        && needed(other) != Truth.FALSE
                        && (area.equals(control(control).area()) || !areasWithOthers.contains(area))) {
                    own.add(other);
                }
            }
            supports[control] = array(own);
        }
        return supports;
    }

    private SeverityStep severityStep(List<Cause> threatening) {
        Set<Integer> certain = new LinkedHashSet<>();
        Set<Integer> possible = new LinkedHashSet<>();
        boolean lethalForCertain = false;
        boolean lethalPerhaps = false;
        for (Cause cause : threatening) {
            boolean isCertain = cause.finding.isCertain();
            lethalPerhaps |= cause.isLethal;
            lethalForCertain |= cause.isLethal && isCertain;
            for (ControlId id : cause.finding.rule().requires()) {
                int control = position(id);
                if (!isOrganisationWide(control)
                        && control(control).effect() != Control.Effect.LIKELIHOOD
                        && projected[control] != ControlStatus.ROLE_EXCLUDED) {
                    possible.add(control);
                    if (isCertain && projected[control].isSafeguard()) {
                        certain.add(control);
                    }
                }
            }
        }
        Bounds answered = Optional.ofNullable(evaluation.system().answers().get(Characteristics.REVERSIBILITY.id()))
                .map(Answer::bounds)
                .orElse(Characteristics.REVERSIBILITY.unknown());
        int difficult = Reversibility.DIFFICULT.ordinal();
        boolean mayBeReversible = !(answered instanceof Bounds.Ranks ranks) || ranks.low() < difficult;
        boolean isReversible = answered instanceof Bounds.Ranks ranks && ranks.high() < difficult;
        return new SeverityStep(
                lethalForCertain || !mayBeReversible,
                lethalPerhaps || !isReversible,
                array(certain),
                array(possible),
                certain.stream().anyMatch(this::actsOnSeverityAlone),
                possible.stream().anyMatch(this::actsOnSeverityAlone));
    }

    private boolean actsOnSeverityAlone(int control) {
        return control(control).effect() == Control.Effect.SEVERITY;
    }

    /** Combines the findings, less what controls take of them. The stages given are those before any cap. */
    Result combine(Stages stages) {
        Stages capped = capped(stages);
        int objectives = causesOf.size();
        double[] lowRates = new double[objectives];
        double[] highRates = new double[objectives];
        int[] lowSeverities = new int[objectives];
        int[] highSeverities = new int[objectives];
        double[] low = new double[sourceCount];
        double[] high = new double[sourceCount];
        double[] least = new double[causes.size()];
        double[] most = new double[causes.size()];
        for (Cause cause : causes) {
            if (cause.share > 0) {
                most[cause.position] = cause.share * remainingAtMost(cause, capped.least());
                least[cause.position] =
                        cause.finding.isCertain() ? cause.share * remainingAtLeast(cause, capped.most()) : 0;
            }
        }
        for (int objective = 0; objective < objectives; objective++) {
            Arrays.fill(low, 0);
            Arrays.fill(high, 0);
            for (Cause cause : causesOf.get(objective)) {
                highSeverities[objective] = Math.max(highSeverities[objective], cause.floor);
                if (cause.finding.isCertain()) {
                    lowSeverities[objective] = Math.max(lowSeverities[objective], cause.floor);
                }
                for (int source : cause.sources) {
                    high[source] = Math.max(high[source], most[cause.position]);
                    low[source] = Math.max(low[source], least[cause.position]);
                }
            }
            for (int source = 0; source < sourceCount; source++) {
                lowRates[objective] += low[source];
                highRates[objective] += high[source];
            }
            lowSeverities[objective] -= dropsAtBest(objective, capped) ? Math.min(1, lowSeverities[objective]) : 0;
            highSeverities[objective] -= dropsAtWorst(objective, capped) ? Math.min(1, highSeverities[objective]) : 0;
        }
        return new Result(lowRates, highRates, lowSeverities, highSeverities);
    }

    /** The part of the rate of a finding that is left at most: roles that are not known add the controls that help least. */
    double remainingAtMost(Cause cause, Stage[] least) {
        int count = cause.acting.length;
        if (count == 0) {
            return 1;
        }
        int tenths = sum(cause.acting, least);
        for (int more : sortedTenths(cause.perhapsActing, least)) {
            if (more * count < tenths) {
                tenths += more;
                count++;
            }
        }
        return remaining(tenths, count);
    }

    /** The part of the rate of a finding that is left at least: roles that are not known add the controls that help most. */
    double remainingAtLeast(Cause cause, Stage[] most) {
        int count = cause.acting.length;
        int tenths = sum(cause.acting, most);
        int[] perhaps = sortedTenths(cause.perhapsActing, most);
        for (int i = perhaps.length - 1; i >= 0; i--) {
            if (count == 0 || perhaps[i] * count > tenths) {
                tenths += perhaps[i];
                count++;
            }
        }
        return count == 0 ? 1 : remaining(tenths, count);
    }

    /** The part of the rate of a finding that the controls leave which act for certain. */
    double remainingOfCertain(Cause cause, Stage[] stages) {
        return cause.acting.length == 0 ? 1 : remaining(sum(cause.acting, stages), cause.acting.length);
    }

    private static double remaining(int tenths, int count) {
        return (WHOLE * count - tenths) / (double) (WHOLE * count);
    }

    private static int sum(int[] controls, Stage[] stages) {
        int sum = 0;
        for (int control : controls) {
            sum += stages[control].tenths();
        }
        return sum;
    }

    private static int[] sortedTenths(int[] controls, Stage[] stages) {
        if (controls.length == 0) {
            return controls;
        }
        int[] tenths = new int[controls.length];
        for (int i = 0; i < tenths.length; i++) {
            tenths[i] = stages[controls[i]].tenths();
        }
        Arrays.sort(tenths);
        return tenths;
    }

    /** Severity may drop if every control that certainly has to work may work, and one that acts on it may be there. */
    private boolean dropsAtBest(int objective, Stages capped) {
        SeverityStep step = steps[objective];
        if (step.isBarredAtBest() || !step.hasPossible()) {
            return false;
        }
        return allWork(step.certain(), capped.most())
                && Arrays.stream(step.possible())
                        .anyMatch(control -> actsOnSeverityAlone(control) && capped.most()[control] == Stage.EFFECTIVE);
    }

    /** Severity drops for certain if every control that possibly has to work works, and one acts on it for certain. */
    private boolean dropsAtWorst(int objective, Stages capped) {
        SeverityStep step = steps[objective];
        return !step.isBarredAtWorst() && step.hasCertain() && allWork(step.possible(), capped.least());
    }

    private static boolean allWork(int[] controls, Stage[] stages) {
        for (int control : controls) {
            if (stages[control] != Stage.EFFECTIVE) {
                return false;
            }
        }
        return true;
    }

    /** Takes what is said to be effective as implemented while an organisation-wide control on which it rests is missing. */
    Stages capped(Stages stages) {
        Stage[] least = stages.least().clone();
        Stage[] most = stages.most().clone();
        for (int control = 0; control < supportsOf.length; control++) {
            for (int support : supportsOf[control]) {
                if (!CountedState.isInPlace(stages.least()[support])) {
                    least[control] = least[control].atMost(Stage.IMPLEMENTED);
                }
                if (!CountedState.isInPlace(stages.most()[support])
                        && needed(support) == Truth.TRUE
                        && projected[support].isSafeguard()) {
                    most[control] = most[control].atMost(Stage.IMPLEMENTED);
                }
            }
        }
        return new Stages(least, most);
    }

    /** The stages between which controls count, by their position. */
    static final class Stages {

        private final Stage[] least;
        private final Stage[] most;

        Stages(Stage[] least, Stage[] most) {
            this.least = least;
            this.most = most;
        }

        Stage[] least() {
            return least;
        }

        Stage[] most() {
            return most;
        }

        /** The same stages, with some controls certain to have reached one at least. */
        Stages reaching(Stage stage, int... controls) {
            Stage[] low = least.clone();
            Stage[] high = most.clone();
            for (int control : controls) {
                low[control] = low[control].atLeast(stage);
                high[control] = high[control].atLeast(stage);
            }
            return new Stages(low, high);
        }

        /** The same stages, without one control. */
        Stages without(int control) {
            Stage[] low = least.clone();
            Stage[] high = most.clone();
            low[control] = Stage.NOT_IMPLEMENTED;
            high[control] = Stage.NOT_IMPLEMENTED;
            return new Stages(low, high);
        }
    }

    Range<RiskLevel> level(Result result, int objective) {
        return new Range<>(
                level(result.lowRates()[objective], result.lowSeverities()[objective]),
                level(result.highRates()[objective], result.highSeverities()[objective]));
    }

    RiskLevel highLevel(Result result, int objective) {
        return level(result.highRates()[objective], result.highSeverities()[objective]);
    }

    private RiskLevel level(double rate, int severity) {
        return criteria.level(criteria.band(rate), SEVERITIES[severity]);
    }

    RiskCriteria criteria() {
        return criteria;
    }

    List<Risk> inherent() {
        return evaluation.risks();
    }

    List<Cause> causes() {
        return causes;
    }

    List<Cause> causesOf(int objective) {
        return causesOf.get(objective);
    }

    int sourceCount() {
        return sourceCount;
    }

    SeverityStep step(int objective) {
        return steps[objective];
    }

    int[] supportsOf(int control) {
        return supportsOf[control];
    }

    int controlCount() {
        return projected.length;
    }

    Control control(int position) {
        return evaluation.controls().get(position).control();
    }

    Truth needed(int position) {
        return evaluation.controls().get(position).needed();
    }

    ControlStatus projected(int position) {
        return projected[position];
    }

    boolean isOrganisationWide(int position) {
        return control(position).scope() == Control.Scope.ORG;
    }

    int position(ControlId control) {
        return position(controlPositions, control);
    }

    @Nullable
    Integer positionOrNull(ControlId control) {
        return controlPositions.get(control);
    }

    private static <K> int position(Map<K, Integer> positions, K id) {
        Integer position = positions.get(id);
        if (position == null) {
            throw new IllegalArgumentException("The evaluation does not know " + id);
        }
        return position;
    }

    private static int[] array(Collection<Integer> positions) {
        return positions.stream().mapToInt(Integer::intValue).toArray();
    }
}
