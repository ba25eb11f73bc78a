package io.aims;

import io.aims.bulk.BulkResult;
import io.aims.bulk.Workers;
import io.aims.catalog.Catalogues;
import io.aims.catalog.ClauseGuides;
import io.aims.catalog.Criteria;
import io.aims.catalog.ImpactGuides;
import io.aims.catalog.Vocabularies;
import io.aims.control.Catalogue;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.evaluation.Basis;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.OpenQuestion;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.QuestionCosts;
import io.aims.evaluation.RuleEngine;
import io.aims.law.Classification;
import io.aims.law.Classifier;
import io.aims.law.LegalPack;
import io.aims.reasoning.change.EvaluationDiff;
import io.aims.reasoning.change.Rebase;
import io.aims.reasoning.change.Watch;
import io.aims.reasoning.change.WhatIf;
import io.aims.reasoning.counterfactual.ChangeFinder;
import io.aims.reasoning.counterfactual.Changeable;
import io.aims.reasoning.counterfactual.SearchLimits;
import io.aims.reasoning.counterfactual.SmallestChanges;
import io.aims.reasoning.counterfactual.Target;
import io.aims.reasoning.interview.Interview;
import io.aims.reasoning.interview.InterviewGoal;
import io.aims.reasoning.interview.Interviewer;
import io.aims.reasoning.proof.ControlProof;
import io.aims.reasoning.proof.Explainer;
import io.aims.reasoning.proof.ObjectiveProof;
import io.aims.reasoning.proof.Proofs;
import io.aims.reasoning.proof.RiskSourceProof;
import io.aims.reasoning.proof.RuleProof;
import io.aims.reasoning.proof.WhyNot;
import io.aims.reasoning.verification.AtHand;
import io.aims.reasoning.verification.StoredEvaluation;
import io.aims.reasoning.verification.Verification;
import io.aims.reasoning.verification.Verifier;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.LegalLayer;
import io.aims.rule.ReplacedRule;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rules.EngineOptions;
import io.aims.rules.PackVerifier;
import io.aims.rules.RulePacks;
import io.aims.rules.internal.DroolsEngine;
import io.aims.rules.internal.compiled.StandardLaw;
import io.aims.rules.trusted.TrustedRules;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.system.Vocabulary;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import io.aims.treatment.CheapestPlan;
import io.aims.treatment.ControlCosts;
import io.aims.treatment.ControlStates;
import io.aims.treatment.Gap;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.assessment.ClauseCollector;
import io.aims.treatment.assessment.ClauseProfile;
import io.aims.treatment.assessment.ImpactAssessment;
import io.aims.treatment.assessment.ImpactGuide;
import io.aims.treatment.reuse.EvidenceReuse;
import io.aims.treatment.statement.Decision;
import io.aims.treatment.statement.StatementCollector;
import io.aims.treatment.statement.StatementOfApplicability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells for a described AI system which risk sources are present, which objectives they threaten and how badly, which
 * controls are therefore needed, why, and what is not known yet.
 *
 * <p>Immutable and thread-safe: build it once and share it. The same system, packs, criteria and date give the same
 * evaluation, for ever; no method reads the clock. Closing it frees the engine.
 *
 * @clause ISO/IEC 42001:2023 6.1.2, 6.1.3
 * @since 0.1
 */
public final class Aims implements AutoCloseable {

    private static final String UNKNOWN_CHARACTERISTIC = "AIMS-1004";
    private static final String NOT_VALID = "AIMS-2016";
    private static final String OTHER_BASIS = "AIMS-3010";
    private static final String UNKNOWN_LAW = "AIMS-3110";
    private static final String TRUSTED_RULES = "AIMS-3149";

    private final Vocabulary bareVocabulary;
    private final Catalogue bareCatalogue;
    private final RuleBase base;
    private final List<LegalLayer> laws;
    private final RuleEngine engine;
    private final Evaluator evaluator;
    private volatile @Nullable Interviewer interviewer;
    private volatile @Nullable Explainer explainer;
    private volatile @Nullable ChangeFinder changes;
    private final AtHand atHand;
    private volatile @Nullable Verifier verifier;

    private Aims(
            Vocabulary bareVocabulary,
            Catalogue bareCatalogue,
            RuleBase base,
            List<LegalLayer> laws,
            RuleEngine engine,
            AtHand atHand) {
        this.bareVocabulary = bareVocabulary;
        this.bareCatalogue = bareCatalogue;
        this.base = base;
        this.laws = List.copyOf(laws);
        this.engine = engine;
        this.evaluator = new Evaluator(base, engine);
        this.atHand = atHand;
    }

    /**
     * Returns AIMS with the standard pack, vocabulary, catalogue and criteria, and the European AI Act beside them.
     *
     * @return a new instance
     */
    public static Aims standard() {
        return builder().packs(RulePacks.standard()).euAiAct().build();
    }

    /**
     * Begins to put AIMS together. Nothing is discovered: what is not named is not used.
     *
     * @return a builder with the standard vocabulary, catalogue and criteria, and without a pack or a law
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Evaluates a system without saying for which day.
     *
     * @param system the system
     * @return the evaluation
     * @throws AimsException AIMS-1004, if the system answers what the vocabulary does not have; AIMS-2016, if a pack does
     *     not hold on every day
     */
    public Evaluation evaluate(AiSystem system) {
        return run(system, null);
    }

    /**
     * Evaluates a system for a day. The day is a part of the result.
     *
     * @param system the system
     * @param asOf the day
     * @return the evaluation
     * @throws AimsException AIMS-1004, if the system answers what the vocabulary does not have; AIMS-2016, if a pack does
     *     not hold on that day
     */
    public Evaluation evaluate(AiSystem system, LocalDate asOf) {
        return run(system, asOf);
    }

    /**
     * Evaluates many systems, several at a time, without saying for which day.
     *
     * @param systems the systems
     * @return as {@link #evaluateAll(Stream, Workers)} with {@link Workers#standard()}
     * @throws AimsException AIMS-2016, if a pack does not hold on every day
     */
    public Stream<BulkResult> evaluateAll(Stream<AiSystem> systems) {
        return evaluateAll(systems, Workers.standard());
    }

    /**
     * Evaluates many systems, several at a time, without saying for which day.
     *
     * <pre>{@code
     * try (Stream<BulkResult> results = aims.evaluateAll(systems)) {
     *     results.forEach(result -> store(result.system().id(), result.orElseThrow().level()));
     * }
     * }</pre>
     *
     * <p>Each system has one result, in the order of the systems: its evaluation, or what is wrong with it, which keeps no other
     * from being evaluated. However many systems there are, few are held at a time. {@link Workers#inOrder} tells how the source
     * is read, how a run ends, and what to do with more than a system in hand.
     *
     * @param systems the systems; read as results are taken, and closed with them
     * @param workers how many are evaluated at a time, where, and how many are held
     * @return the results, lazily; close the stream
     * @throws AimsException AIMS-2016, if a pack does not hold on every day
     */
    public Stream<BulkResult> evaluateAll(Stream<AiSystem> systems, Workers workers) {
        return runAll(systems, workers, null);
    }

    /**
     * Evaluates many systems, several at a time, for a day.
     *
     * @param systems the systems; read as results are taken, and closed with them
     * @param workers how many are evaluated at a time, where, and how many are held
     * @param asOf the day
     * @return as {@link #evaluateAll(Stream, Workers)}
     * @throws AimsException AIMS-2016, if a pack does not hold on that day
     */
    public Stream<BulkResult> evaluateAll(Stream<AiSystem> systems, Workers workers, LocalDate asOf) {
        return runAll(systems, workers, asOf);
    }

    /**
     * Returns the same, but for who runs the rules: the plain evaluator, to which the rule engine is held system by system in
     * the build. It gives equal evaluations with equal seals in less time, and {@link Evaluation#engine()} tells that it was used.
     *
     * @return a view of this, which holds no engine and need not be closed
     * @throws AimsException AIMS-3149, if there are trusted rules, which only the rule engine can run
     */
    public Aims byPlainEvaluator() {
        if (!basis().outside().isEmpty()) {
            throw new AimsException(
                    TRUSTED_RULES,
                    "The plain evaluator does not run trusted rules ("
                            + basis().outside().get(0).id() + ").",
                    "Maybe build Aims without them: no other result depends on them.");
        }
        return new Aims(bareVocabulary, bareCatalogue, base, laws, new PlainEngine(base), atHand);
    }

    /**
     * Classifies a system by a law, without saying for which day: whether duties apply already stays open.
     *
     * @param system what is known of the system
     * @param law the id of a law in use, for example {@code eu-ai-act}
     * @return the classes still possible, the duties, and what that rests on; no legal advice
     * @throws AimsException AIMS-1004, if the system answers what the vocabulary does not have; AIMS-3110, if no such law is in
     *     use
     */
    public Classification classify(AiSystem system, String law) {
        return classified(system, law, null);
    }

    /**
     * Classifies a system by a law for a day. The class does not depend on the day, but whether its duties apply does.
     *
     * @param system what is known of the system
     * @param law the id of a law in use, for example {@code eu-ai-act}
     * @param asOf the day
     * @return the classes still possible, the duties, and what that rests on; no legal advice
     * @throws AimsException AIMS-1004, if the system answers what the vocabulary does not have; AIMS-3110, if no such law is in
     *     use
     */
    public Classification classify(AiSystem system, String law, LocalDate asOf) {
        return classified(system, law, asOf);
    }

    /**
     * Returns the questions whose answers could settle something in an evaluation.
     *
     * @param evaluation an evaluation
     * @return the questions, the one that settles most first
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here
     */
    public List<OpenQuestion> questions(Evaluation evaluation) {
        checkBasis(evaluation);
        return evaluation.openQuestions();
    }

    /**
     * Returns why an evaluation is as it is. Take all proofs of one evaluation from one object: they share their parts.
     *
     * @param evaluation an evaluation
     * @return the proofs of everything it concludes
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here
     */
    public Proofs explain(Evaluation evaluation) {
        checkBasis(evaluation);
        return explainer().proofs(evaluation);
    }

    /**
     * Returns why a control is required, left to others, not required, or undetermined.
     *
     * @param evaluation an evaluation
     * @param control a control of the catalogue
     * @return the proof, from the conclusion down to the facts
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here; AIMS-3011, if there is
     *     no such control
     */
    public ControlProof explain(Evaluation evaluation, ControlId control) {
        return explain(evaluation).control(control);
    }

    /**
     * Returns why a risk source is present, is not, or may be.
     *
     * @param evaluation an evaluation
     * @param source a risk source of the catalogue
     * @return the proof, from the conclusion down to the facts
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here; AIMS-3011, if there is
     *     no such risk source
     */
    public RiskSourceProof explain(Evaluation evaluation, RiskSourceId source) {
        return explain(evaluation).riskSource(source);
    }

    /**
     * Returns how the level of the risk to an objective came about.
     *
     * @param evaluation an evaluation
     * @param objective an objective of the catalogue
     * @return the proof, from the conclusion down to the facts
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here; AIMS-3011, if there is
     *     no such objective
     */
    public ObjectiveProof explain(Evaluation evaluation, ObjectiveId objective) {
        return explain(evaluation).objective(objective);
    }

    /**
     * Returns why a rule holds, does not hold, or may hold. Verdicts that nothing lifts are explained like any other.
     *
     * @param evaluation an evaluation
     * @param rule a rule of the packs in use
     * @return the proof, from the conclusion down to the facts
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here; AIMS-3011, if there is
     *     no such rule
     */
    public RuleProof explain(Evaluation evaluation, RuleId rule) {
        return explain(evaluation).rule(rule);
    }

    /**
     * Returns why a control is not required, and which facts would have to be otherwise.
     *
     * @param evaluation an evaluation
     * @param control a control of the catalogue
     * @return the nearest rules with what stops them, and the roles that stand against it
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here; AIMS-3011, if there is
     *     no such control
     */
    public WhyNot whyNot(Evaluation evaluation, ControlId control) {
        return explain(evaluation).whyNot(control);
    }

    /**
     * Returns why a rule does not hold, and which facts would have to be otherwise.
     *
     * @param evaluation an evaluation
     * @param rule a rule of the packs in use
     * @return what stops it
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here; AIMS-3011, if there is
     *     no such rule
     */
    public WhyNot whyNot(Evaluation evaluation, RuleId rule) {
        return explain(evaluation).whyNot(rule);
    }

    /**
     * Re-checks a stored result without the engine: evaluates the system by the plain evaluator on the very packs,
     * vocabulary, catalogue and criteria that the result names, and compares everything it says.
     *
     * <p>They are looked for, by id, version and fingerprint, among those in use and the former ones of the builder; a result
     * is never verified against others. Not checked are the place of the description and the states of controls, which
     * were said beside the system and are no part of the result.
     *
     * @param result the result, for example read by {@code io.aims.interchange.EvaluationReader}
     * @param system the system as it is described, from a source that is trusted
     * @return every place that differs, all at once; none if the result holds
     */
    public Verification verify(StoredEvaluation result, AiSystem system) {
        return verifier().verify(result, system);
    }

    /**
     * Begins an interview that settles what every control is to the organisation.
     *
     * @param system what is known of the system, maybe nothing
     * @return an interview with its first question
     * @throws AimsException AIMS-1004, if the system answers what the vocabulary does not have
     */
    public Interview interview(AiSystem system) {
        return interview(system, InterviewGoal.CONTROLS, QuestionCosts.equal());
    }

    /**
     * Begins an interview.
     *
     * @param system what is known of the system, maybe nothing
     * @param goal what is to be settled
     * @param costs what answers cost
     * @return an interview with its first question
     * @throws AimsException AIMS-1004, if the system answers what the vocabulary does not have
     */
    public Interview interview(AiSystem system, InterviewGoal goal, QuestionCosts costs) {
        Faults faults = new Faults();
        checkAnswers(system, faults);
        faults.throwIfAny();
        return interviewer().begin(system, goal, costs);
    }

    private Explainer explainer() {
        Explainer ready = explainer;
        if (ready == null) {
            ready = new Explainer(base);
            explainer = ready;
        }
        return ready;
    }

    private ChangeFinder changes() {
        ChangeFinder ready = changes;
        if (ready == null) {
            ready = new ChangeFinder(evaluator);
            changes = ready;
        }
        return ready;
    }

    private Verifier verifier() {
        Verifier ready = verifier;
        if (ready == null) {
            ready = new Verifier(atHand);
            verifier = ready;
        }
        return ready;
    }

    /** It is prepared when first asked for: most programs hold no interview. */
    private Interviewer interviewer() {
        Interviewer ready = interviewer;
        if (ready == null) {
            ready = new Interviewer(base);
            interviewer = ready;
        }
        return ready;
    }

    /**
     * Begins to suppose other answers, without a day.
     *
     * @param system the system as it is
     * @return a supposition in which nothing is changed yet
     * @throws AimsException AIMS-1004, if the system answers what the vocabulary does not have; AIMS-2016, if a pack does
     *     not hold on every day
     */
    public WhatIf whatIf(AiSystem system) {
        return WhatIf.of(this::run, evaluate(system));
    }

    /**
     * Begins to suppose other answers, for a day.
     *
     * @param system the system as it is
     * @param asOf the day
     * @return a supposition in which nothing is changed yet
     * @throws AimsException AIMS-1004, if the system answers what the vocabulary does not have; AIMS-2016, if a pack does
     *     not hold on that day
     */
    public WhatIf whatIf(AiSystem system, LocalDate asOf) {
        return WhatIf.of(this::run, evaluate(system, asOf));
    }

    /**
     * Compares two systems, or a system with itself after a change.
     *
     * @param before the system before
     * @param after the system after
     * @return what differs
     * @throws AimsException AIMS-1004, if a system answers what the vocabulary does not have; AIMS-2016, if a pack does not
     *     hold on every day
     */
    public EvaluationDiff diff(AiSystem before, AiSystem after) {
        return EvaluationDiff.between(evaluate(before), evaluate(after));
    }

    /**
     * Puts an evaluation on other packs, with what they add, and otherwise the same vocabulary, catalogue and criteria, for the
     * same day.
     *
     * @param evaluation an evaluation made by the rules in use here
     * @param packs all packs to be used, each once
     * @return what comes out by them, what differs, and which answers have to be looked at
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here; AIMS-2016, if a pack
     *     does not hold on the day; or with everything that is wrong with the packs
     */
    public Rebase rebase(Evaluation evaluation, RulePack... packs) {
        RuleBase other = PackVerifier.verify(bareVocabulary, bareCatalogue, criteria(), Arrays.asList(packs), laws);
        AtHand withOther = new AtHand(
                other.packs(),
                List.of(bareVocabulary),
                List.of(bareCatalogue),
                List.of(other.criteria()),
                other.laws());
        return rebase(
                evaluation, new Aims(bareVocabulary, bareCatalogue, other, laws, new PlainEngine(other), withOther));
    }

    /**
     * Puts an evaluation on all that is in use elsewhere, for the same day. Many evaluations share one {@code other}.
     *
     * @param evaluation an evaluation made by the rules in use here
     * @param other the other rules
     * @return what comes out by them, what differs, and which answers have to be looked at
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here; AIMS-2016, if a pack
     *     does not hold on the day
     */
    public Rebase rebase(Evaluation evaluation, Aims other) {
        checkBasis(evaluation);
        return Rebase.of(
                evaluation, base, other.base, other::run, evaluation.asOf().orElse(null));
    }

    /**
     * Puts an evaluation on all that is in use elsewhere, for another day.
     *
     * @param evaluation an evaluation made by the rules in use here
     * @param other the other rules
     * @param asOf the day
     * @return what comes out by them, what differs, and which answers have to be looked at
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here; AIMS-2016, if a pack
     *     does not hold on that day
     */
    public Rebase rebase(Evaluation evaluation, Aims other, LocalDate asOf) {
        checkBasis(evaluation);
        return Rebase.of(evaluation, base, other.base, other::run, asOf);
    }

    /**
     * Keeps the evaluation of a system that changes while it is used, without a day.
     *
     * @param system the system as it is
     * @return the watch
     * @throws AimsException AIMS-1004, if the system answers what the vocabulary does not have; AIMS-2016, if a pack does
     *     not hold on every day
     */
    public Watch watch(AiSystem system) {
        return new Watch(this::run, system, null);
    }

    /**
     * Keeps the evaluation of a system that changes while it is used, for a day.
     *
     * @param system the system as it is
     * @param asOf the day
     * @return the watch
     * @throws AimsException AIMS-1004, if the system answers what the vocabulary does not have; AIMS-2016, if a pack does
     *     not hold on that day
     */
    public Watch watch(AiSystem system, LocalDate asOf) {
        return new Watch(this::run, system, asOf);
    }

    /**
     * Finds the smallest changes, of what the organisation chooses for a system, that reach a target.
     *
     * @param evaluation an evaluation
     * @param target what is to be reached for certain
     * @return the smallest sets of changes, or what stands against the target
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here; AIMS-3050, if the target
     *     names what the catalogue or the packs do not have
     */
    public SmallestChanges smallestChanges(Evaluation evaluation, Target target) {
        return smallestChanges(evaluation, target, Changeable.chosen(base.vocabulary()), SearchLimits.STANDARD);
    }

    /**
     * Finds the smallest changes, of what may be changed, that reach a target.
     *
     * @param evaluation an evaluation
     * @param target what is to be reached for certain
     * @param changeable what may be changed, at what cost, and how far
     * @param limits how long to search
     * @return the smallest sets of changes, or what stands against the target
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here; AIMS-3050, if the target
     *     names what the catalogue or the packs do not have; AIMS-3053, if the vocabulary does not have a characteristic that
     *     may be changed
     */
    public SmallestChanges smallestChanges(
            Evaluation evaluation, Target target, Changeable changeable, SearchLimits limits) {
        checkBasis(evaluation);
        return changes().find(evaluation, target, changeable, limits);
    }

    /**
     * Returns the packs in use.
     *
     * @return an immutable list, sorted by id
     */
    public List<RulePack> packs() {
        return base.packs();
    }

    /**
     * Returns the rules of the packs in use, but for those replaced.
     *
     * @return an immutable list, sorted by id
     */
    public List<Rule> rules() {
        return base.rules();
    }

    /**
     * Returns the rules of packs in use that are not run, because another pack replaces them.
     *
     * @return an immutable list, sorted by the id of the rule
     */
    public List<ReplacedRule> replacedRules() {
        return base.replaced();
    }

    /**
     * Returns the laws in use.
     *
     * @return an immutable list, sorted by id
     */
    public List<LegalPack> laws() {
        return laws.stream().map(StandardLaw::pack).toList();
    }

    /**
     * Returns the characteristics that systems may answer.
     *
     * @return the vocabulary with what packs and laws add to it; no rule of a pack reads what a law adds
     */
    public Vocabulary vocabulary() {
        return base.answerable();
    }

    /**
     * Returns the characteristics that systems may answer whose stored results are verified.
     *
     * @return the vocabulary in use with what only former packs and vocabularies have
     */
    public Vocabulary vocabularyOfResults() {
        return verifier().vocabulary(vocabulary());
    }

    /**
     * Returns the controls, objectives and risk sources in use.
     *
     * @return the joint catalogue
     */
    public Catalogue catalogue() {
        return base.catalogue();
    }

    /**
     * Returns the risk criteria in use.
     *
     * @return the criteria
     */
    public RiskCriteria criteria() {
        return base.criteria();
    }

    /**
     * Returns what every evaluation made here rests on.
     *
     * @return vocabulary, catalogue, criteria and packs, with versions and fingerprints
     */
    public Basis basis() {
        return evaluator.basis();
    }

    /**
     * Computes what remains of the risks of a system with its controls as they are on the day of the evaluation. What is
     * needed does not change.
     *
     * @param evaluation an evaluation
     * @param states what is said of the controls, for the system: {@link ControlStates#forSystem}
     * @return inherent and residual risk of every objective, side by side
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here; AIMS-3060, if a state
     *     names a control that the catalogue does not have; AIMS-3061, if a state has dates and the evaluation has no day
     * @clause ISO/IEC 42001:2023 6.1.3
     */
    public ResidualProfile residual(Evaluation evaluation, ControlStates states) {
        return remaining(evaluation, states, null);
    }

    /**
     * Computes what remains of the risks of a system with its controls as they are on a day, for example one on which evidence
     * will have expired.
     *
     * @param evaluation an evaluation
     * @param states what is said of the controls, for the system: {@link ControlStates#forSystem}
     * @param asOf the day for which the states count; the evaluation keeps its own
     * @return inherent and residual risk of every objective, side by side
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here; AIMS-3060, if a state
     *     names a control that the catalogue does not have
     * @clause ISO/IEC 42001:2023 6.1.3
     */
    public ResidualProfile residual(Evaluation evaluation, ControlStates states, LocalDate asOf) {
        return remaining(evaluation, states, asOf);
    }

    /**
     * Returns the controls that a system needs and that are not in place, or not shown to work.
     *
     * @param evaluation an evaluation
     * @param states what is said of the controls
     * @param asOf the day for which the states count
     * @return the gaps, those in front whose closing brings most
     * @throws AimsException as {@link #residual(Evaluation, ControlStates, LocalDate)}
     * @clause ISO/IEC 42001:2023 6.1.3
     */
    public List<Gap> gaps(Evaluation evaluation, ControlStates states, LocalDate asOf) {
        return remaining(evaluation, states, asOf).gaps();
    }

    /**
     * Finds the cheapest set of controls that brings every objective to a tolerance or below.
     *
     * @param evaluation an evaluation
     * @param states what is said of the controls
     * @param asOf the day for which the states count
     * @param costs what it costs to bring controls to work; those without a cost are left as they are
     * @param tolerance the level that shall not be passed
     * @return the plan, which tells whether it is proven to be the cheapest and what is out of reach
     * @throws AimsException as {@link #residual(Evaluation, ControlStates, LocalDate)}
     * @clause ISO/IEC 42001:2023 6.1.3
     */
    public CheapestPlan cheapestPlan(
            Evaluation evaluation, ControlStates states, LocalDate asOf, ControlCosts costs, RiskLevel tolerance) {
        return remaining(evaluation, states, asOf).cheapestPlan(costs, tolerance);
    }

    /**
     * Derives the Statement of Applicability of an organisation from its systems.
     *
     * @param profiles the systems in scope, at least one, in any order; their states are those of the organisation, joined
     *     with their own by {@link ControlStates#forSystem}
     * @param organisation what is said of the controls for the whole organisation
     * @param decisions what the organisation has decided about controls
     * @param asOf the day on which states and decisions count
     * @return the statement, with a row for every control of the catalogue
     * @throws AimsException with everything that is wrong: AIMS-3071, if a decision is about a control that the catalogue does
     *     not have; AIMS-3073, if two decisions about one control count on one day; AIMS-3076, if there is no system;
     *     AIMS-3077, if two systems have one id; AIMS-3078, if an evaluation rests on other rules than those in use here;
     *     AIMS-3079, if states count for another day
     * @clause ISO/IEC 42001:2023 6.1.3
     */
    public StatementOfApplicability statement(
            Collection<ResidualProfile> profiles,
            ControlStates organisation,
            List<Decision> decisions,
            LocalDate asOf) {
        return StatementOfApplicability.derive(base, profiles, organisation, decisions, asOf);
    }

    /**
     * Derives the Statement of Applicability of an organisation whose states have no dates and that has decided nothing.
     *
     * @param profiles the systems in scope, at least one, in any order; their states are those of the organisation, joined
     *     with their own by {@link ControlStates#forSystem}
     * @param organisation what is said of the controls for the whole organisation
     * @return the statement, with a row for every control of the catalogue
     * @throws AimsException as {@link #statement(Collection, ControlStates, List, LocalDate)}
     * @clause ISO/IEC 42001:2023 6.1.3
     */
    public StatementOfApplicability statement(Collection<ResidualProfile> profiles, ControlStates organisation) {
        return StatementOfApplicability.derive(base, profiles, organisation, List.of(), null);
    }

    /**
     * Derives the Statement of Applicability of an organisation from its systems, with what other frameworks may have in place
     * for its rows. Nothing else in it depends on that.
     *
     * @param profiles the systems in scope, at least one, in any order; their states are those of the organisation, joined
     *     with their own by {@link ControlStates#forSystem}
     * @param organisation what is said of the controls for the whole organisation
     * @param decisions what the organisation has decided about controls
     * @param reuse what may be reused
     * @param asOf the day on which states and decisions count, or {@code null} if none of them has dates
     * @return the statement, with a row for every control of the catalogue
     * @throws AimsException as {@link #statement(Collection, ControlStates, List, LocalDate)}; AIMS-3123, if what may be reused
     *     is said for another day
     * @clause ISO/IEC 42001:2023 6.1.3
     */
    public StatementOfApplicability statement(
            Collection<ResidualProfile> profiles,
            ControlStates organisation,
            List<Decision> decisions,
            EvidenceReuse reuse,
            @Nullable LocalDate asOf) {
        return StatementOfApplicability.derive(base, profiles, organisation, decisions, reuse, asOf);
    }

    /**
     * Begins a Statement of Applicability that is made of systems one by one, however many there are.
     *
     * @param organisation what is said of the controls for the whole organisation
     * @param decisions what the organisation has decided about controls
     * @param asOf the day on which states and decisions count, or {@code null} if none of them has dates
     * @param limit how many systems a row names, 1 or more; all are counted
     * @return a collector
     * @throws AimsException as {@link #statement(Collection, ControlStates, List, LocalDate)}; AIMS-3072, if there are
     *     decisions and no day
     * @clause ISO/IEC 42001:2023 6.1.3
     */
    public StatementCollector statementCollector(
            ControlStates organisation, List<Decision> decisions, @Nullable LocalDate asOf, int limit) {
        return StatementOfApplicability.collect(base, organisation, decisions, asOf, limit);
    }

    /**
     * Drafts the impact assessment of a system by the standard guide.
     *
     * @param profile what remains of its risks: {@link #residual(Evaluation, ControlStates)}, with
     *     {@link ControlStates#unknown()} if nothing is known of its controls
     * @return the draft
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here
     * @clause ISO/IEC 42001:2023 6.1.4
     */
    public ImpactAssessment impact(ResidualProfile profile) {
        return impact(profile, ImpactGuides.standard());
    }

    /**
     * Drafts the impact assessment of a system.
     *
     * @param profile what remains of its risks
     * @param guide what is looked at
     * @return the draft
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules than those in use here; AIMS-3086, if the
     *     catalogue in use lacks a control by which the guide tells whether an assessment is called for
     * @clause ISO/IEC 42001:2023 6.1.4
     */
    public ImpactAssessment impact(ResidualProfile profile, ImpactGuide guide) {
        return ImpactAssessment.draft(guide, base.vocabulary(), explain(profile.evaluation()), profile);
    }

    /**
     * Begins to collect what evaluations made here evidence of clauses 4 to 10.
     *
     * @return a collector to which systems are added one by one
     * @clause ISO/IEC 42001:2023 4 to 10
     */
    public ClauseCollector clauses() {
        return ClauseProfile.collect(ClauseGuides.standard(), catalogue(), criteria());
    }

    /** Frees the engine. No system can be evaluated afterwards. */
    @Override
    public void close() {
        engine.close();
    }

    private ResidualProfile remaining(Evaluation evaluation, ControlStates states, @Nullable LocalDate asOf) {
        checkBasis(evaluation);
        return ResidualProfile.of(evaluation, states, criteria(), asOf);
    }

    private Classification classified(AiSystem system, String law, @Nullable LocalDate asOf) {
        Faults faults = new Faults();
        checkAnswers(system, faults);
        faults.throwIfAny();
        return laws.stream()
                .filter(each -> each.id().equals(law))
                .findFirst()
                .map(StandardLaw::classifier)
                .orElseThrow(() -> unknownLaw(law))
                .classify(system, asOf);
    }

    private AimsException unknownLaw(String law) {
        List<String> ids = laws.stream().map(LegalLayer::id).toList();
        return new AimsException(
                UNKNOWN_LAW,
                "The law (" + Quoted.of(law) + ") is not in use.",
                Nearest.to(law, ids)
                        .map(near -> "Maybe you meant (" + near + ").")
                        .orElse(
                                ids.isEmpty()
                                        ? "Maybe add a law to the builder, for example LegalPacks.euAiAct()."
                                        : "In use: " + String.join(", ", ids) + "."));
    }

    private Stream<BulkResult> runAll(Stream<AiSystem> systems, Workers workers, @Nullable LocalDate asOf) {
        Faults faults = new Faults();
        checkDay(asOf, faults);
        faults.throwIfAny();
        return workers.inOrder(systems, system -> BulkResult.of(system, given -> run(given, asOf)));
    }

    private Evaluation run(AiSystem system, @Nullable LocalDate asOf) {
        Faults faults = new Faults();
        checkAnswers(system, faults);
        checkDay(asOf, faults);
        faults.throwIfAny();
        return evaluator.evaluate(system, asOf);
    }

    /** An answer that no rule can read would be left out silently. Most systems answer what rules read, and no facts of laws. */
    private void checkAnswers(AiSystem system, Faults faults) {
        if (base.vocabulary().hasAll(system) || vocabulary().hasAll(system)) {
            return;
        }
        for (Answer answer : system.answers().values()) {
            Characteristic<?> answered = answer.characteristic();
            Optional<Characteristic<?>> known = vocabulary().characteristic(answered.id());
            if (!known.equals(Optional.of(answered))) {
                faults.add(
                        UNKNOWN_CHARACTERISTIC,
                        null,
                        "The characteristic (" + answered.id() + ") of system (" + Quoted.of(system.id()) + ") "
                                + (known.isEmpty() ? "is not" : "has another type or other values")
                                + " in vocabulary (" + vocabulary().id() + ").",
                        Nearest.to(answered.id(), vocabulary().ids())
                                .filter(near -> !near.equals(answered.id()))
                                .map(near -> "Maybe you meant (" + near + ").")
                                .orElse("Maybe a pack that adds it is missing, or is there in another version."));
            }
        }
    }

    /** Reasons can be given only with the rules that were used. */
    private void checkBasis(Evaluation evaluation) {
        if (!evaluation.basis().equals(basis())) {
            throw new AimsException(
                    OTHER_BASIS,
                    "The evaluation of system (" + Quoted.of(evaluation.system().id())
                            + ") rests on another vocabulary, catalogue, criteria or pack than those in use here.",
                    "Maybe evaluate the system again, or build Aims with the packs that the evaluation names.");
        }
    }

    private void checkDay(@Nullable LocalDate asOf, Faults faults) {
        for (RulePack pack : packs()) {
            LocalDate from = pack.validFrom();
            LocalDate until = pack.validUntil();
            if (from == null && until == null) {
                continue;
            }
            if (asOf == null || !pack.holdsOn(asOf)) {
                faults.add(
                        NOT_VALID,
                        null,
                        "Pack (" + pack.id() + ", " + Quoted.of(pack.version()) + ") holds"
                                + (from == null ? "" : " from (" + from + ")")
                                + (until == null ? "" : " until (" + until + ")")
                                + (asOf == null ? ", and no day is given." : ", not on (" + asOf + ")."),
                        asOf == null
                                ? "Evaluate for a day: it becomes a part of the result."
                                : "Maybe use another version of the pack.");
            }
        }
    }

    /**
     * Puts AIMS together. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {

        private static final String NO_PACK = "AIMS-2017";
        private static final String CATALOGUE_CLASH = "AIMS-2018";

        private final List<RulePack> packs = new ArrayList<>();
        private boolean standardLaw;
        private final List<LegalPack> laws = new ArrayList<>();
        private final List<LegalPack> formerLaws = new ArrayList<>();
        private final List<Catalogue> catalogues = new ArrayList<>();
        private Vocabulary vocabulary = Vocabularies.standard();
        private RiskCriteria criteria = Criteria.standard();
        private EngineOptions engine = EngineOptions.standard();
        private final List<TrustedRules> trustedRules = new ArrayList<>();
        private final List<RulePack> formerPacks = new ArrayList<>();
        private final List<Vocabulary> formerVocabularies = new ArrayList<>();
        private final List<Catalogue> formerCatalogues = new ArrayList<>();
        private final List<RiskCriteria> formerCriteria = new ArrayList<>();

        private Builder() {}

        /**
         * Adds packs, with the characteristics and catalogues that they bring. Their order makes no difference: where two of
         * them clash, {@link #build()} tells both.
         *
         * @param more packs, each once
         * @return this builder
         */
        public Builder packs(RulePack... more) {
            packs.addAll(Arrays.asList(more));
            return this;
        }

        /**
         * Adds laws. Systems may then answer their facts and be classified by them, and the rules see what those facts show.
         *
         * @param more laws, each once
         * @return this builder
         */
        public Builder laws(LegalPack... more) {
            laws.addAll(Arrays.asList(more));
            return this;
        }

        /** Adds the law of this jar without reading what only a classification needs. */
        private Builder euAiAct() {
            standardLaw = true;
            return this;
        }

        /**
         * Adds catalogues beside that of ISO/IEC 42001 and those that packs bring.
         *
         * @param more catalogues with ids of their own
         * @return this builder
         */
        public Builder catalogues(Catalogue... more) {
            catalogues.addAll(Arrays.asList(more));
            return this;
        }

        /**
         * Replaces the risk criteria.
         *
         * @param own the criteria of the organisation
         * @return this builder
         */
        public Builder criteria(RiskCriteria own) {
            criteria = own;
            return this;
        }

        /**
         * Replaces the vocabulary. Packs may add to it.
         *
         * @param own a vocabulary with the characteristics that the packs read
         * @return this builder
         */
        public Builder vocabulary(Vocabulary own) {
            vocabulary = own;
            return this;
        }

        /**
         * Keeps packs at hand that are no longer in use, so that results made with them can be verified. No system is
         * evaluated with them.
         *
         * @param former other versions of packs in use, or packs no longer in use
         * @return this builder
         */
        public Builder formerPacks(RulePack... former) {
            formerPacks.addAll(Arrays.asList(former));
            return this;
        }

        /**
         * Keeps laws at hand that are no longer in use, so that results made with them can be verified.
         *
         * @param former other versions of laws in use, or laws no longer in use
         * @return this builder
         */
        public Builder formerLaws(LegalPack... former) {
            formerLaws.addAll(Arrays.asList(former));
            return this;
        }

        /**
         * Keeps vocabularies at hand that are no longer in use, so that results made with them can be verified.
         *
         * @param former vocabularies without what packs added to them
         * @return this builder
         */
        public Builder formerVocabularies(Vocabulary... former) {
            formerVocabularies.addAll(Arrays.asList(former));
            return this;
        }

        /**
         * Keeps catalogues at hand that are no longer in use, so that results made with them can be verified.
         *
         * @param former catalogues, each joined of all that were in use together, with or without those that packs bring
         * @return this builder
         */
        public Builder formerCatalogues(Catalogue... former) {
            formerCatalogues.addAll(Arrays.asList(former));
            return this;
        }

        /**
         * Keeps risk criteria at hand that are no longer in use, so that results made with them can be verified.
         *
         * @param former other versions, or other criteria
         * @return this builder
         */
        public Builder formerCriteria(RiskCriteria... former) {
            formerCriteria.addAll(Arrays.asList(former));
            return this;
        }

        /**
         * Sets the limits within which the engine works.
         *
         * @param options the limits
         * @return this builder
         */
        public Builder engine(EngineOptions options) {
            engine = options;
            return this;
        }

        /**
         * Adds rules in DRL that were compiled in a build of the host. They are code: take them from nobody whom you would not
         * let write the host. Their findings stand apart, in {@link Evaluation#outside()}, and change nothing else.
         *
         * @param more rules, each once
         * @return this builder
         */
        public Builder trustedRules(TrustedRules... more) {
            trustedRules.addAll(Arrays.asList(more));
            return this;
        }

        /**
         * Verifies that everything resolves and fits together, and starts the engine.
         *
         * @return an immutable instance
         * @throws AimsException with everything that is wrong
         */
        public Aims build() {
            if (packs.isEmpty()) {
                throw new AimsException(
                        NO_PACK,
                        "No pack is given: without rules every system would look safe.",
                        "Maybe add RulePacks.standard().");
            }
            List<LegalLayer> used = lawsInUse();
            Catalogue bare = catalogue();
            RuleBase base = PackVerifier.verify(vocabulary, bare, criteria, packs, used);
            AtHand atHand = new AtHand(
                    joined(packs, formerPacks),
                    joined(List.of(vocabulary), formerVocabularies),
                    joined(List.of(bare), formerCatalogues),
                    joined(List.of(criteria), formerCriteria),
                    joined(base.laws(), classifiers(formerLaws)));
            return new Aims(vocabulary, bare, base, used, new DroolsEngine(base, engine, trustedRules), atHand);
        }

        private List<LegalLayer> lawsInUse() {
            if (standardLaw && laws.isEmpty()) {
                return List.of(StandardLaw.euAiAct());
            }
            boolean shared = findsWhatItWasVerifiedWith(StandardLaw.euAiAct());
            List<LegalPack> others = new ArrayList<>();
            List<LegalLayer> used = new ArrayList<>();
            for (LegalPack law : laws) {
                if (shared && StandardLaw.isOf(law)) {
                    used.add(StandardLaw.euAiAct());
                } else {
                    others.add(law);
                }
            }
            used.addAll(classifiers(others));
            used.sort(Comparator.comparing(LegalLayer::id));
            return used;
        }

        /** Tells whether a law reads here what the build has verified it with: then all share what was made of it. */
        private boolean findsWhatItWasVerifiedWith(StandardLaw law) {
            return vocabulary == Vocabularies.standard()
                    && packs.stream()
                            .flatMap(pack -> pack.characteristics().stream())
                            .noneMatch(
                                    entry -> law.isFact(entry.characteristic().id()));
        }

        /** A law reads the characteristics of the vocabulary and of the packs. */
        private List<Classifier> classifiers(List<LegalPack> legal) {
            if (legal.isEmpty()) {
                return List.of();
            }
            Set<String> seen = new HashSet<>(vocabulary.ids());
            Vocabulary read = vocabulary.with(packs.stream()
                    .flatMap(pack -> pack.characteristics().stream())
                    .filter(entry -> seen.add(entry.characteristic().id()))
                    .toList());
            return legal.stream()
                    .map(law -> new Classifier(law, read))
                    .sorted(Comparator.comparing(law -> law.reference().id()))
                    .toList();
        }

        private static <T> List<T> joined(List<? extends T> used, List<? extends T> former) {
            List<T> joined = new ArrayList<>(used);
            joined.addAll(former);
            return joined;
        }

        private Catalogue catalogue() {
            try {
                return Catalogues.iso42001().with(catalogues);
            } catch (IllegalArgumentException e) {
                throw new AimsException(
                        CATALOGUE_CLASH,
                        "The catalogues clash: " + e.getMessage() + ".",
                        "Maybe a catalogue is given in two editions, or its ids need a prefix of their own.");
            }
        }
    }
}
