package io.aims.reasoning.proof;

import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.error.AimsException;
import io.aims.evaluation.Derivation;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.KnownFacts;
import io.aims.evaluation.Risk;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The proofs of one evaluation. What several of them rest on is shared.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Proofs {

    private static final String ROLES = "aimsRoles";
    private static final int NO_LEVEL = -1;

    private final Explainer explainer;
    private final Evaluation evaluation;
    private final BitSet certain = new BitSet();
    private final BitSet possible = new BitSet();
    private final Facts facts;
    private final AtomicReferenceArray<@Nullable RuleProof> rules;
    private final Map<ObjectiveId, Severity> severities = new HashMap<>();

    Proofs(Explainer explainer, Evaluation evaluation) {
        this.explainer = explainer;
        this.evaluation = evaluation;
        int next = 0;
        for (Finding finding : evaluation.findings()) {
            int position = position(finding.rule(), next);
            next = position + 1;
            possible.set(position);
            certain.set(position, finding.isCertain());
        }
        this.facts = new KnownFacts(evaluation.system(), explainer.method().results(certain, possible));
        this.rules = new AtomicReferenceArray<>(base().rules().size());
        for (Risk risk : evaluation.risks()) {
            severities.put(risk.objective().id(), risk.severity().low());
        }
    }

    /**
     * Returns the evaluation.
     *
     * @return the evaluation that is explained
     */
    public Evaluation evaluation() {
        return evaluation;
    }

    /**
     * Returns the rules with which the evaluation was made, and what they rest on.
     *
     * @return vocabulary, catalogue, criteria and packs
     */
    public RuleBase base() {
        return explainer.base();
    }

    /**
     * Returns why a control has its status.
     *
     * @param control a control of the catalogue
     * @return the proof
     * @throws AimsException AIMS-3011, if the catalogue has no such control
     */
    public ControlProof control(ControlId control) {
        return evaluation
                .control(control)
                .map(result -> new ControlProof(this, result))
                .orElseThrow(() -> absent(
                        "control",
                        control,
                        evaluation.controls().stream()
                                .map(result -> result.control().id().value())
                                .toList()));
    }

    /**
     * Returns why a risk source is present, or not.
     *
     * @param source a risk source of the catalogue
     * @return the proof
     * @throws AimsException AIMS-3011, if the catalogue has no such risk source
     */
    public RiskSourceProof riskSource(RiskSourceId source) {
        return evaluation.riskSources().stream()
                .filter(result -> result.source().id().equals(source))
                .findFirst()
                .map(result -> new RiskSourceProof(this, result))
                .orElseThrow(() -> absent(
                        "risk source",
                        source,
                        evaluation.riskSources().stream()
                                .map(result -> result.source().id().value())
                                .toList()));
    }

    /**
     * Returns how the level of the risk to an objective came about.
     *
     * @param objective an objective of the catalogue
     * @return the proof
     * @throws AimsException AIMS-3011, if the catalogue has no such objective
     */
    public ObjectiveProof objective(ObjectiveId objective) {
        return evaluation
                .risk(objective)
                .map(risk -> new ObjectiveProof(this, risk))
                .orElseThrow(() -> absent(
                        "objective",
                        objective,
                        evaluation.risks().stream()
                                .map(risk -> risk.objective().id().value())
                                .toList()));
    }

    /**
     * Returns why a rule holds, or not. Verdicts that nothing lifts and findings from law are explained like any other.
     *
     * @param rule a rule of the packs in use
     * @return the proof
     * @throws AimsException AIMS-3011, if no pack has such a rule
     */
    public RuleProof rule(RuleId rule) {
        Integer position = explainer.positions().get(rule);
        if (position == null) {
            throw absent(
                    "rule",
                    rule,
                    base().rules().stream().map(each -> each.id().value()).toList());
        }
        return rule((int) position);
    }

    /**
     * Returns why the overall level is what it is.
     *
     * @return the proof
     */
    public LevelProof level() {
        return new LevelProof(this);
    }

    /**
     * Returns why the system must not be used as described, or possibly must not.
     *
     * @return the proofs of {@link Evaluation#stops()}, sorted by rule
     */
    public List<RuleProof> stops() {
        return evaluation.stops().stream()
                .map(finding -> rule(finding.rule().id()))
                .toList();
    }

    /**
     * Returns why a control is not required, and what would have to be otherwise.
     *
     * @param control a control of the catalogue
     * @return the nearest rules with the facts that stop them, and the roles that stand against it
     * @throws AimsException AIMS-3011, if the catalogue has no such control
     */
    public WhyNot whyNot(ControlId control) {
        ControlProof proof = control(control);
        if (proof.result().status() == ControlStatus.REQUIRED) {
            return new WhyNot(proof, true, List.of(), List.of(), List.of());
        }
        List<RuleProof> stopped = proof.truth() == Truth.TRUE ? List.of() : proof.rules();
        return whyNot(proof, stopped, rolesNeeded(proof.roles()));
    }

    /**
     * Returns why a rule does not hold, and what would have to be otherwise.
     *
     * @param rule a rule of the packs in use
     * @return the facts that stop it
     * @throws AimsException AIMS-3011, if no pack has such a rule
     */
    public WhyNot whyNot(RuleId rule) {
        RuleProof proof = rule(rule);
        return proof.truth() == Truth.TRUE
                ? new WhyNot(proof, true, List.of(), List.of(), List.of())
                : whyNot(proof, List.of(proof), List.of());
    }

    private WhyNot whyNot(Proof proof, List<RuleProof> stopped, List<Answer> roles) {
        List<NearMiss> misses = new ArrayList<>();
        List<Unreachable> unreachable = new ArrayList<>();
        for (RuleProof rule : stopped) {
            NearestChanges search = new NearestChanges(this, rule.position());
            search.search().ifPresentOrElse(misses::add, () -> unreachable.add(search.unreachable()));
        }
        Collections.sort(misses);
        return new WhyNot(proof, false, misses, unreachable, roles);
    }

    /** Returns the present roles with one more, for each role that would make a needed control required. */
    private List<Answer> rolesNeeded(RoleStep step) {
        Characteristic<?> roles = base().vocabulary().characteristic(ROLES).orElse(null);
        if (step.status() == ControlStatus.REQUIRED || roles == null) {
            return List.of();
        }
        Bounds.Members held = (Bounds.Members) evaluation.system().bounds(roles);
        return step.applicable().stream()
                .map(role -> Answer.of(roles, new Bounds.Members(held.known() | 1L << role.ordinal(), held.complete())))
                .toList();
    }

    /** Tells whether the evaluation is the same, or equal. */
    boolean isOfSame(Proofs other) {
        return this == other || evaluation.equals(other.evaluation);
    }

    Explainer explainer() {
        return explainer;
    }

    RuleProof rule(int position) {
        RuleProof ready = rules.get(position);
        if (ready == null) {
            RuleProof fresh = new RuleProof(this, position);
            ready = rules.compareAndSet(position, null, fresh) ? fresh : rules.get(position);
        }
        return java.util.Objects.requireNonNull(ready);
    }

    Truth truth(int rule) {
        return certain.get(rule) ? Truth.TRUE : possible.get(rule) ? Truth.UNDETERMINED : Truth.FALSE;
    }

    List<RuleProof> rulesRequiring(ControlId control) {
        return proofs(explainer.requiring(control));
    }

    List<RuleProof> rulesRaising(RiskSourceId source) {
        return proofs(explainer.raising(source));
    }

    List<RuleProof> rulesMoving(ObjectiveId objective) {
        return proofs(explainer.moving(objective));
    }

    /** Returns those of some rules that have this truth, the strongest first. */
    List<RuleProof> decisive(List<RuleProof> some, Truth truth) {
        List<Weighed> weighed = new ArrayList<>(some.size());
        for (RuleProof proof : some) {
            if (proof.truth() == truth) {
                weighed.add(new Weighed(proof, priority(proof), explainer.rate(proof.position())));
            }
        }
        Collections.sort(weighed);
        List<RuleProof> decisive = new ArrayList<>(weighed.size());
        weighed.forEach(each -> decisive.add(each.proof()));
        return decisive;
    }

    /** A rule with what it is weighed by. The strongest comes first. */
    private record Weighed(RuleProof proof, int priority, double rate) implements Comparable<Weighed> {

        @Override
        public int compareTo(Weighed other) {
            int byPriority = Integer.compare(other.priority, priority);
            int byRate = byPriority != 0 ? byPriority : Double.compare(other.rate, rate);
            return byRate != 0 ? byRate : Integer.compare(proof.position(), other.proof.position());
        }
    }

    Derivation derive(ObjectiveId objective, boolean onlyCertain) {
        return explainer.method().derive(objective, onlyCertain ? certain : possible);
    }

    @Nullable
    Answer rolesHeld() {
        return evaluation.system().answers().get(ROLES);
    }

    /** Returns what a condition comes to, with the results and answers that it reads. */
    ConditionProof condition(Condition condition) {
        if (condition instanceof Condition.Always) {
            return new ConditionProof.Always();
        }
        if (condition instanceof Condition.AllOf all) {
            List<ConditionProof> parts = conditions(all.parts());
            Truth least = Truth.TRUE;
            for (ConditionProof part : parts) {
                least = least.and(part.truth());
            }
            return new ConditionProof.All(least, parts);
        }
        if (condition instanceof Condition.AnyOf any) {
            List<ConditionProof> parts = conditions(any.parts());
            Truth greatest = Truth.FALSE;
            for (ConditionProof part : parts) {
                greatest = greatest.or(part.truth());
            }
            return new ConditionProof.Any(greatest, parts);
        }
        Truth truth = condition.evaluate(facts);
        if (condition instanceof Condition.SystemTest test) {
            return new ConditionProof.Fact(
                    test,
                    truth,
                    base().vocabulary().entry(test.characteristic().id()).orElseThrow(),
                    evaluation.system().answers().get(test.characteristic().id()));
        }
        return new ConditionProof.Result((Condition.ResultTest) condition, truth, result(condition));
    }

    private List<ConditionProof> conditions(List<Condition> parts) {
        List<ConditionProof> proofs = new ArrayList<>(parts.size());
        for (Condition part : parts) {
            proofs.add(condition(part));
        }
        return proofs;
    }

    private Proof result(Condition test) {
        if (test instanceof Condition.HasRiskSource hasSource) {
            return riskSource(hasSource.source());
        }
        if (test instanceof Condition.LevelAtLeast level) {
            return objective(level.objective());
        }
        return control(((Condition.IsNeeded) test).control());
    }

    private List<RuleProof> proofs(List<Integer> positions) {
        List<RuleProof> proofs = new ArrayList<>(positions.size());
        for (int position : positions) {
            proofs.add(rule(position));
        }
        return Collections.unmodifiableList(proofs);
    }

    /** The level that a rule would make alone, as the priority of a control counts it. */
    private int priority(RuleProof proof) {
        Likelihood likelihood = proof.rule().contributes();
        int highest = NO_LEVEL;
        if (likelihood != null) {
            for (ObjectiveId objective : proof.rule().threatens()) {
                Severity severity = severities.getOrDefault(objective, Severity.NEGLIGIBLE);
                highest = Math.max(
                        highest, base().criteria().level(likelihood, severity).ordinal());
            }
        }
        return highest;
    }

    /** Findings are in the order of the rules, so that the rule stands behind that of the finding before. */
    private int position(Rule rule, int from) {
        List<Rule> rules = base().rules();
        for (int position = from; position < rules.size(); position++) {
            if (rules.get(position).id().equals(rule.id())) {
                return position;
            }
        }
        throw new IllegalArgumentException("The evaluation was made with other rules: " + rule.id());
    }

    private static AimsException absent(String kind, Object id, Collection<String> known) {
        String text = id.toString();
        return new AimsException(
                "AIMS-3011",
                "There is no " + kind + " (" + Quoted.of(text) + ") to explain.",
                Nearest.to(text, known)
                        .map(near -> "Maybe you meant (" + near + ").")
                        .orElse("Maybe a pack or catalogue that has it is missing."));
    }
}
