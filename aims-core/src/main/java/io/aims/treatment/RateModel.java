package io.aims.treatment;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.Risk;
import io.aims.evaluation.RiskSourceResult;
import io.aims.risk.Likelihood;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    private final boolean[] isOrganisationWide;
    private final List<Cause> causes;
    private final List<List<Cause>> causesOf;
    private final int sourceCount;
    private final int[][] supportsOf;
    private final SeverityStep[] steps;
    private final List<List<Cause>> treatedBy = new ArrayList<>();
    private final boolean[][] bearsOn;

    RateModel(Evaluation evaluation, RiskCriteria criteria) {
        this.evaluation = evaluation;
        this.criteria = criteria;
        Bounds.Members roles = roles(evaluation);
        int controls = evaluation.controls().size();
        this.projected = new ControlStatus[controls];
        this.isOrganisationWide = new boolean[controls];
        for (ControlResult result : evaluation.controls()) {
            int position = controlPositions.size();
            controlPositions.put(result.control().id(), position);
            projected[position] = result.control().statusWhenNeeded(roles);
            isOrganisationWide[position] = result.control().scope() == Control.Scope.ORG;
            treatedBy.add(new ArrayList<>());
        }
        Map<RiskSourceId, Integer> sources = new HashMap<>();
        for (RiskSourceResult result : evaluation.riskSources()) {
            sources.put(result.source().id(), sources.size());
        }
        this.sourceCount = sources.size();
        this.causes = causes(sources);
        this.causesOf = causesByObjective();
        this.supportsOf = supports();
        this.steps = severitySteps();
        this.bearsOn = bearings();
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
        private final boolean isCertain;
        private final int[] acting;
        private final int[] perhapsActing;
        private final int[] bearingOnSeverity;

        Cause(int position, Finding finding, double rate, int[] sources, Required required) {
            this.position = position;
            this.finding = finding;
            this.rate = rate;
            this.share = rate / Math.max(1, sources.length);
            this.sources = sources;
            Severity least = finding.rule().floor();
            this.floor = least == null ? 0 : least.ordinal();
            this.isLethal = least == Severity.CATASTROPHIC && asksForDeathOrLiberty(finding.rule());
            this.isCertain = finding.isCertain();
            this.acting = required.acting;
            this.perhapsActing = required.perhapsActing;
            this.bearingOnSeverity = required.bearingOnSeverity;
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

    /** The controls that a finding calls for and that the organisation does for the system, by what they do to it. */
    private static final class Required {

        private final int[] acting;
        private final int[] perhapsActing;
        private final int[] bearingOnSeverity;

        Required(int[] acting, int[] perhapsActing, int[] bearingOnSeverity) {
            this.acting = acting;
            this.perhapsActing = perhapsActing;
            this.bearingOnSeverity = bearingOnSeverity;
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

    /** What each objective comes to at both ends, by its position. Not changed once it is given away. */
    static final class Result {

        private final Stages capped;
        private final double[] least;
        private final double[] most;
        private final double[] lowRates;
        private final double[] highRates;
        private final int[] lowSeverities;
        private final int[] highSeverities;

        Result(Stages capped, int causes, int objectives) {
            this.capped = capped;
            this.least = new double[causes];
            this.most = new double[causes];
            this.lowRates = new double[objectives];
            this.highRates = new double[objectives];
            this.lowSeverities = new int[objectives];
            this.highSeverities = new int[objectives];
        }

        Result(Stages capped, Result near) {
            this.capped = capped;
            this.least = near.least.clone();
            this.most = near.most.clone();
            this.lowRates = near.lowRates.clone();
            this.highRates = near.highRates.clone();
            this.lowSeverities = near.lowSeverities.clone();
            this.highSeverities = near.highSeverities.clone();
        }

        /** The stages as they count, held back where a control rests on one that is missing. */
        Stages capped() {
            return capped;
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

    private List<Cause> causes(Map<RiskSourceId, Integer> sourcePositions) {
        List<Cause> found = new ArrayList<>();
        int[] acting = new int[projected.length];
        int[] perhaps = new int[projected.length];
        int[] onSeverity = new int[projected.length];
        for (Finding finding : evaluation.findings()) {
            Rule rule = finding.rule();
            int certain = 0;
            int possible = 0;
            int bearing = 0;
            for (ControlId id : rule.requires()) {
                int control = position(id);
                if (isOrganisationWide[control] || projected[control] == ControlStatus.ROLE_EXCLUDED) {
                    continue;
                }
                Control.Effect effect = control(control).effect();
                if (effect != Control.Effect.LIKELIHOOD) {
                    onSeverity[bearing++] = control;
                }
                if (effect != Control.Effect.SEVERITY && projected[control].isSafeguard()) {
                    acting[certain++] = control;
                } else if (effect != Control.Effect.SEVERITY) {
                    perhaps[possible++] = control;
                }
            }
            Likelihood contributed = rule.contributes();
            Cause cause = new Cause(
                    found.size(),
                    finding,
                    contributed == null ? 0 : criteria.rate(contributed),
                    positions(rule.raises(), sourcePositions),
                    new Required(
                            Arrays.copyOf(acting, certain),
                            Arrays.copyOf(perhaps, possible),
                            Arrays.copyOf(onSeverity, bearing)));
            found.add(cause);
            for (int control : cause.acting) {
                treatedBy.get(control).add(cause);
            }
            for (int control : cause.perhapsActing) {
                treatedBy.get(control).add(cause);
            }
        }
        return List.copyOf(found);
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

    private List<List<Cause>> causesByObjective() {
        Map<ObjectiveId, List<Cause>> byId = new LinkedHashMap<>();
        evaluation.risks().forEach(risk -> byId.put(risk.objective().id(), new ArrayList<>()));
        for (Cause cause : causes) {
            for (ObjectiveId objective : cause.finding.rule().threatens()) {
                List<Cause> own = byId.get(objective);
                if (own != null) {
                    own.add(cause);
                }
            }
        }
        return List.copyOf(byId.values());
    }

    /**
     * The organisation-wide controls on which each control rests: those of its own area, and those of areas that hold
     * nothing but organisation-wide controls, such as policies and roles.
     */
    private int[][] supports() {
        Set<String> areasWithOthers = new HashSet<>();
        int[] organisation = new int[projected.length];
        int count = 0;
        for (int control = 0; control < projected.length; control++) {
            if (!isOrganisationWide[control]) {
                areasWithOthers.add(control(control).area());
            } else if (projected[control] != ControlStatus.ROLE_EXCLUDED && needed(control) != Truth.FALSE) {
                organisation[count++] = control;
            }
        }
        int[][] supports = new int[projected.length][];
        int[] own = new int[count];
        for (int control = 0; control < projected.length; control++) {
            int found = 0;
            for (int i = 0; i < count && !isOrganisationWide[control]; i++) {
                String area = control(organisation[i]).area();
                if (area.equals(control(control).area()) || !areasWithOthers.contains(area)) {
                    own[found++] = organisation[i];
                }
            }
            supports[control] = Arrays.copyOf(own, found);
        }
        return supports;
    }

    private SeverityStep[] severitySteps() {
        Bounds answered = Optional.ofNullable(evaluation.system().answers().get(Characteristics.REVERSIBILITY.id()))
                .map(Answer::bounds)
                .orElse(Characteristics.REVERSIBILITY.unknown());
        int difficult = Reversibility.DIFFICULT.ordinal();
        boolean mayBeReversible = !(answered instanceof Bounds.Ranks ranks) || ranks.low() < difficult;
        boolean isReversible = answered instanceof Bounds.Ranks ranks && ranks.high() < difficult;
        return causesOf.stream()
                .map(threatening -> severityStep(threatening, mayBeReversible, isReversible))
                .toArray(SeverityStep[]::new);
    }

    private SeverityStep severityStep(List<Cause> threatening, boolean mayBeReversible, boolean isReversible) {
        boolean[] certain = new boolean[projected.length];
        boolean[] possible = new boolean[projected.length];
        boolean lethalForCertain = false;
        boolean lethalPerhaps = false;
        for (Cause cause : threatening) {
            lethalPerhaps |= cause.isLethal;
            lethalForCertain |= cause.isLethal && cause.isCertain;
            for (int control : cause.bearingOnSeverity) {
                possible[control] = true;
                certain[control] |= cause.isCertain && projected[control].isSafeguard();
            }
        }
        int[] everyCertain = marked(certain);
        int[] everyPossible = marked(possible);
        return new SeverityStep(
                lethalForCertain || !mayBeReversible,
                lethalPerhaps || !isReversible,
                everyCertain,
                everyPossible,
                anyActsOnSeverityAlone(everyCertain),
                anyActsOnSeverityAlone(everyPossible));
    }

    private boolean anyActsOnSeverityAlone(int[] controls) {
        for (int control : controls) {
            if (actsOnSeverityAlone(control)) {
                return true;
            }
        }
        return false;
    }

    private static int[] marked(boolean[] marks) {
        int[] positions = new int[marks.length];
        int count = 0;
        for (int position = 0; position < marks.length; position++) {
            if (marks[position]) {
                positions[count++] = position;
            }
        }
        return Arrays.copyOf(positions, count);
    }

    /** Which objectives each control bears on, through a share of a rate or through the step of severity. */
    private boolean[][] bearings() {
        boolean[][] bearings = new boolean[projected.length][causesOf.size()];
        for (int objective = 0; objective < causesOf.size(); objective++) {
            for (Cause cause : causesOf.get(objective)) {
                for (int control : cause.acting) {
                    bearings[control][objective] = true;
                }
                for (int control : cause.perhapsActing) {
                    bearings[control][objective] = true;
                }
            }
            for (int control : steps[objective].possible()) {
                bearings[control][objective] = true;
            }
        }
        return bearings;
    }

    private boolean actsOnSeverityAlone(int control) {
        return control(control).effect() == Control.Effect.SEVERITY;
    }

    /** Combines the findings, less what controls take of them. The stages given are those before any cap. */
    Result combine(Stages stages) {
        Result result = new Result(capped(stages), causes.size(), causesOf.size());
        for (Cause cause : causes) {
            leave(cause, result);
        }
        for (int objective = 0; objective < causesOf.size(); objective++) {
            combine(objective, result);
        }
        return result;
    }

    /** Combines as well, and takes over what does not differ from a result at hand: to the last bit the same. */
    Result combine(Stages stages, Result near) {
        Result result = new Result(capped(stages), near);
        boolean[] isToDo = new boolean[causesOf.size()];
        for (int control = 0; control < projected.length; control++) {
            if (result.capped.least[control] != near.capped.least[control]
                    || result.capped.most[control] != near.capped.most[control]) {
                for (Cause cause : treatedBy.get(control)) {
                    leave(cause, result);
                }
                for (int objective = 0; objective < isToDo.length; objective++) {
                    isToDo[objective] |= bearsOn[control][objective];
                }
            }
        }
        for (int objective = 0; objective < isToDo.length; objective++) {
            if (isToDo[objective]) {
                combine(objective, result);
            }
        }
        return result;
    }

    private void leave(Cause cause, Result result) {
        if (cause.share > 0) {
            result.most[cause.position] = cause.share * remainingAtMost(cause, result.capped.least);
            result.least[cause.position] =
                    cause.isCertain ? cause.share * remainingAtLeast(cause, result.capped.most) : 0;
        }
    }

    private void combine(int objective, Result result) {
        double[] low = new double[sourceCount];
        double[] high = new double[sourceCount];
        int lowSeverity = 0;
        int highSeverity = 0;
        for (Cause cause : causesOf.get(objective)) {
            highSeverity = Math.max(highSeverity, cause.floor);
            if (cause.isCertain) {
                lowSeverity = Math.max(lowSeverity, cause.floor);
            }
            for (int source : cause.sources) {
                high[source] = Math.max(high[source], result.most[cause.position]);
                low[source] = Math.max(low[source], result.least[cause.position]);
            }
        }
        double lowRate = 0;
        double highRate = 0;
        for (int source = 0; source < sourceCount; source++) {
            lowRate += low[source];
            highRate += high[source];
        }
        result.lowRates[objective] = lowRate;
        result.highRates[objective] = highRate;
        result.lowSeverities[objective] = Math.max(0, lowSeverity - (dropsAtBest(objective, result.capped) ? 1 : 0));
        result.highSeverities[objective] = Math.max(0, highSeverity - (dropsAtWorst(objective, result.capped) ? 1 : 0));
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
        return allWork(step.certain(), capped.most()) && someWorksOnSeverityAlone(step.possible(), capped.most());
    }

    private boolean someWorksOnSeverityAlone(int[] controls, Stage[] stages) {
        for (int control : controls) {
            if (actsOnSeverityAlone(control) && stages[control] == Stage.EFFECTIVE) {
                return true;
            }
        }
        return false;
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

    private static <K> int[] positions(List<K> ids, Map<K, Integer> positions) {
        int[] found = new int[ids.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = position(positions, ids.get(i));
        }
        return found;
    }
}
