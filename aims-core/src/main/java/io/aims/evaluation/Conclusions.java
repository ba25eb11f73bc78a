package io.aims.evaluation;

import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.risk.Likelihood;
import io.aims.risk.Objective;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSource;
import io.aims.risk.Severity;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Bounds;
import io.aims.system.Contradiction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a base come to for one system. It keeps a bit or two for each rule, and rate and severity of each
 * objective; everything else follows from these, and is made when first asked for, and once.
 *
 * <p>Immutable and thread-safe: whoever asks, and in whatever order, gets the same objects.
 */
final class Conclusions {

    private static final Ranges<Likelihood> LIKELIHOODS = new Ranges<>(Likelihood.class);
    private static final Ranges<Severity> SEVERITIES = new Ranges<>(Severity.class);
    private static final Ranges<RiskLevel> LEVELS = new Ranges<>(RiskLevel.class);

    private final Grounds grounds;
    private final RuleBase base;
    private final RiskMethod method;
    private final AiSystem system;
    private final BitSet certain;
    private final BitSet possible;
    private final BitSet open;
    private final RiskMethod.Profile low;
    private final RiskMethod.Profile high;
    private final Bounds.Members roles;
    private final List<OutsideFinding> outside;
    private volatile @Nullable List<Finding> findings;
    private volatile @Nullable List<RiskSourceResult> riskSources;
    private volatile @Nullable List<Risk> risks;
    private volatile @Nullable List<ControlResult> controls;
    private volatile @Nullable Priority @Nullable [] priorities;
    private volatile @Nullable List<Safeguard> safeguards;
    private volatile @Nullable List<Contradiction> contradictions;
    private volatile @Nullable List<OpenQuestion> openQuestions;

    Conclusions(Grounds grounds, AiSystem system, Outcomes outcomes) {
        this.grounds = grounds;
        this.base = grounds.base();
        this.method = grounds.method();
        this.system = system;
        this.roles = grounds.rolesHeld(system);
        this.certain = outcomes.certainRules();
        this.possible = outcomes.possibleRules();
        this.open = (BitSet) possible.clone();
        open.andNot(certain);
        RiskProfiles.Ends ends = grounds.riskProfiles().of(certain, possible);
        this.low = ends.low();
        this.high = ends.high();
        this.outside = outcomes.outside();
    }

    Basis basis() {
        return grounds.basis();
    }

    RuleEngine.Kind engine() {
        return grounds.engine();
    }

    Bounds.Members roles() {
        return roles;
    }

    List<OutsideFinding> outside() {
        return outside;
    }

    boolean isStopped() {
        for (int rule = certain.nextSetBit(0); rule >= 0; rule = certain.nextSetBit(rule + 1)) {
            if (base.rules().get(rule).stop()) {
                return true;
            }
        }
        return false;
    }

    List<Finding> findings() {
        List<Finding> ready = findings;
        return ready == null ? makeFindings() : ready;
    }

    private synchronized List<Finding> makeFindings() {
        List<Finding> ready = findings;
        if (ready == null) {
            RuleReadings.Reader reader = grounds.readings().read(system, method.results(certain, possible));
            List<Finding> made = new ArrayList<>(possible.cardinality());
            for (int rule = possible.nextSetBit(0); rule >= 0; rule = possible.nextSetBit(rule + 1)) {
                Truth status = certain.get(rule) ? Truth.TRUE : Truth.UNDETERMINED;
                made.add(new Finding(base.rules().get(rule), base.packOf(rule), status, reader.factsOf(rule)));
            }
            ready = List.copyOf(made);
            findings = ready;
        }
        return ready;
    }

    List<RiskSourceResult> riskSources() {
        List<RiskSourceResult> ready = riskSources;
        return ready == null ? makeRiskSources() : ready;
    }

    private synchronized List<RiskSourceResult> makeRiskSources() {
        List<RiskSourceResult> ready = riskSources;
        if (ready == null) {
            List<RiskSourceResult> made = new ArrayList<>();
            for (RiskSource source : base.catalogue().riskSources()) {
                BitSet raising = method.rulesRaising(source.id());
                List<RuleId> rules = ids(raising, certain);
                List<RuleId> undetermined = ids(raising, open);
                made.add(new RiskSourceResult(source, truth(rules, undetermined), rules, undetermined));
            }
            ready = List.copyOf(made);
            riskSources = ready;
        }
        return ready;
    }

    List<Risk> risks() {
        List<Risk> ready = risks;
        return ready == null ? makeRisks() : ready;
    }

    private synchronized List<Risk> makeRisks() {
        List<Risk> ready = risks;
        if (ready == null) {
            Risk[] made = new Risk[grounds.objectives().size()];
            for (int position = 0; position < made.length; position++) {
                made[position] = risk(grounds.objectives().get(position), position);
            }
            ready = List.of(made);
            risks = ready;
        }
        return ready;
    }

    private Risk risk(Objective objective, int position) {
        BitSet threatening = method.rulesThreatening(position);
        Likelihood lowLikelihood = low.likelihood(position);
        Likelihood highLikelihood = high.likelihood(position);
        Severity lowSeverity = low.severity(position);
        Severity highSeverity = high.severity(position);
        return new Risk(
                objective,
                LIKELIHOODS.of(lowLikelihood, highLikelihood),
                SEVERITIES.of(lowSeverity, highSeverity),
                LEVELS.of(
                        base.criteria().level(lowLikelihood, lowSeverity),
                        base.criteria().level(highLikelihood, highSeverity)),
                low.rate(position),
                high.rate(position),
                ids(threatening, certain),
                ids(threatening, open));
    }

    List<ControlResult> controls() {
        List<ControlResult> ready = controls;
        return ready == null ? makeControls() : ready;
    }

    private synchronized List<ControlResult> makeControls() {
        List<ControlResult> ready = controls;
        if (ready == null) {
            ControlResult[] made = new ControlResult[grounds.controls().size()];
            BitSet needed = grounds.controlNeeds().requiredBy(certain);
            BitSet openNeeds = grounds.controlNeeds().requiredBy(open);
            ControlStatus[] whenNeeded = grounds.whenNeeded(roles);
            for (int position = 0; position < made.length; position++) {
                if (needed.get(position)) {
                    made[position] = new ControlResult(this, position, Truth.TRUE, whenNeeded[position]);
                } else if (openNeeds.get(position)) {
                    made[position] = new ControlResult(this, position, Truth.UNDETERMINED, ControlStatus.UNDETERMINED);
                } else {
                    made[position] = new ControlResult(this, position, Truth.FALSE, ControlStatus.NOT_REQUIRED);
                }
            }
            ready = List.of(made);
            controls = ready;
        }
        return ready;
    }

    /** The control at a position of the catalogue. */
    Control control(int position) {
        return grounds.controls().get(position);
    }

    /** The rules that require a control for certain. */
    List<RuleId> rulesRequiring(int control) {
        return ids(method.rulesRequiring(control), certain);
    }

    /** The rules that may require a control. */
    List<RuleId> undeterminedRequiring(int control) {
        return ids(method.rulesRequiring(control), open);
    }

    /** The priority of a control, none if no rule that holds requires it. Threads that ask at the same time find the same. */
    @Nullable
    Priority priority(int control) {
        @Nullable Priority[] ready = priorities;
        if (ready == null) {
            ready = grounds.controlNeeds().priorities(certain, low);
            priorities = ready;
        }
        return ready[control];
    }

    List<Safeguard> safeguards() {
        List<Safeguard> ready = safeguards;
        return ready == null ? makeSafeguards() : ready;
    }

    private synchronized List<Safeguard> makeSafeguards() {
        List<Safeguard> ready = safeguards;
        if (ready == null) {
            ready = reasons().safeguards(controls());
            safeguards = ready;
        }
        return ready;
    }

    /** What each rule that holds is as a reason, by its position. */
    private Reasons reasons() {
        @Nullable Reason[] reasons = new Reason[certain.length()];
        List<Finding> all = findings();
        int position = 0;
        for (int rule = possible.nextSetBit(0); rule >= 0; rule = possible.nextSetBit(rule + 1)) {
            if (certain.get(rule)) {
                reasons[rule] = new Reason(all.get(position), method.priority(rule, low), method.rate(rule));
            }
            position++;
        }
        return new Reasons(method, reasons);
    }

    List<Contradiction> contradictions() {
        List<Contradiction> ready = contradictions;
        return ready == null ? makeContradictions() : ready;
    }

    private synchronized List<Contradiction> makeContradictions() {
        List<Contradiction> ready = contradictions;
        if (ready == null) {
            ready = base.vocabulary().contradictionsIn(system);
            contradictions = ready;
        }
        return ready;
    }

    List<OpenQuestion> openQuestions() {
        List<OpenQuestion> ready = openQuestions;
        return ready == null ? makeOpenQuestions() : ready;
    }

    private synchronized List<OpenQuestion> makeOpenQuestions() {
        List<OpenQuestion> ready = openQuestions;
        if (ready == null) {
            ready = grounds.questions().about(system, certain, possible, roles);
            openQuestions = ready;
        }
        return ready;
    }

    /** Tells whether everything is the same but the questions. On one base the outcomes settle that. */
    boolean agreesWith(Conclusions that) {
        if (base == that.base && system.equals(that.system)) {
            return certain.equals(that.certain) && possible.equals(that.possible) && outside.equals(that.outside);
        }
        return findings().equals(that.findings())
                && riskSources().equals(that.riskSources())
                && risks().equals(that.risks())
                && controls().equals(that.controls())
                && safeguards().equals(that.safeguards())
                && contradictions().equals(that.contradictions())
                && roles.equals(that.roles)
                && outside.equals(that.outside);
    }

    private List<RuleId> ids(BitSet rules, BitSet wanted) {
        return RuleIds.common(base.rules(), rules, wanted);
    }

    private static Truth truth(List<RuleId> rules, List<RuleId> undetermined) {
        if (rules.isEmpty()) {
            return undetermined.isEmpty() ? Truth.FALSE : Truth.UNDETERMINED;
        }
        return Truth.TRUE;
    }
}
