package io.aims.testing;

import io.aims.Aims;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.error.AimsException;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.Risk;
import io.aims.evaluation.RiskSourceResult;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.Characteristic;
import io.aims.system.Contradiction;
import io.aims.text.Quoted;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about one evaluation. What is not known is never taken for false: that something is not so holds only if the
 * facts settle it.
 *
 * <p>A failure tells how the outcome came about, or which rules come nearest and what stops them, or which question is open,
 * and what to do. An id that does not exist is an {@link AimsException}, neither a pass nor a failure. Not thread-safe.
 *
 * <pre>{@code
 * assertThat(evaluation)
 *         .requires("A.9.2").because("ADM-05").and()
 *         .doesNotStop()
 *         .atMost(HIGH);
 * }</pre>
 *
 * @since 0.1
 */
public final class EvaluationAssert extends OutcomeAssert<EvaluationAssert, Evaluation> {

    private @Nullable Reasons reasons;

    EvaluationAssert(@Nullable Evaluation actual, Consumer<AssertionError> failures) {
        super(actual, EvaluationAssert.class, failures);
    }

    /**
     * Names the rules by which failures are explained. Not needed for the standard pack.
     *
     * @param aims what the evaluation was made with
     * @return these assertions
     * @throws AimsException AIMS-3010, if the evaluation rests on other rules
     */
    public EvaluationAssert explainedBy(Aims aims) {
        reasons = Reasons.of(subject(), aims);
        return this;
    }

    /**
     * Expects that the organisation itself has to see to a control.
     *
     * @param control the id of a control of the catalogue
     * @return assertions about the control
     * @throws AimsException AIMS-7001, if there is no such control
     */
    public ControlAssert requires(String control) {
        return control(control).hasStatus(ControlStatus.REQUIRED);
    }

    /**
     * Expects that the organisation itself has to see to a control.
     *
     * @param control a control of the catalogue
     * @return assertions about the control
     * @throws AimsException AIMS-7001, if there is no such control
     */
    public ControlAssert requires(ControlId control) {
        return requires(control.value());
    }

    /**
     * Expects that the facts settle that the organisation need not see to a control: no rule calls for it, or it belongs to a
     * role that the organisation does not hold. A control that is left to a supplier has to be seen to.
     *
     * @param control the id of a control of the catalogue
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such control
     */
    public EvaluationAssert doesNotRequire(String control) {
        return control(control).isNotRequired();
    }

    /**
     * Expects that the facts settle that the organisation need not see to a control.
     *
     * @param control a control of the catalogue
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such control
     */
    public EvaluationAssert doesNotRequire(ControlId control) {
        return doesNotRequire(control.value());
    }

    /**
     * Expects that the facts known do not settle whether a control is required.
     *
     * @param control the id of a control of the catalogue
     * @return assertions about the control
     * @throws AimsException AIMS-7001, if there is no such control
     */
    public ControlAssert leavesUndetermined(String control) {
        return control(control).hasStatus(ControlStatus.UNDETERMINED);
    }

    /**
     * Expects that the facts known do not settle whether a control is required.
     *
     * @param control a control of the catalogue
     * @return assertions about the control
     * @throws AimsException AIMS-7001, if there is no such control
     */
    public ControlAssert leavesUndetermined(ControlId control) {
        return leavesUndetermined(control.value());
    }

    /**
     * Expects that a control is needed and only a supplier can perform it.
     *
     * @param control the id of a control of the catalogue
     * @return assertions about the control
     * @throws AimsException AIMS-7001, if there is no such control
     */
    public ControlAssert leavesToSupplier(String control) {
        return control(control).hasStatus(ControlStatus.VIA_SUPPLIER);
    }

    /**
     * Begins assertions about a control.
     *
     * @param control the id of a control of the catalogue
     * @return the assertions
     * @throws AimsException AIMS-7001, if there is no such control
     */
    public ControlAssert control(String control) {
        return new ControlAssert(ids().control(control), this);
    }

    /**
     * Expects that the overall level is settled and this one.
     *
     * @param level the level
     * @return these assertions
     */
    public EvaluationAssert hasRiskLevel(RiskLevel level) {
        return hasRiskLevel(level, level);
    }

    /**
     * Expects that the overall level lies between these ends, and may come to either.
     *
     * @param low the level if everything unknown turns out harmless
     * @param high the level if everything unknown turns out hazardous
     * @return these assertions
     */
    public EvaluationAssert hasRiskLevel(RiskLevel low, RiskLevel high) {
        Range<RiskLevel> expected = new Range<>(low, high);
        return level(subject().level().equals(expected), "have risk level (" + expected + ")");
    }

    /**
     * Expects that the overall level does not pass this one, whatever the unknown turns out to be.
     *
     * @param most the highest level allowed
     * @return these assertions
     */
    public EvaluationAssert atMost(RiskLevel most) {
        return level(subject().level().high().compareTo(most) <= 0, "have at most risk level (" + most + ")");
    }

    /**
     * Expects that the overall level reaches this one, whatever the unknown turns out to be.
     *
     * @param least the lowest level allowed
     * @return these assertions
     */
    public EvaluationAssert atLeast(RiskLevel least) {
        return level(subject().level().low().compareTo(least) >= 0, "have at least risk level (" + least + ")");
    }

    /**
     * Expects that a risk source is present.
     *
     * @param riskSource the id of a risk source of the catalogue
     * @return assertions about the risk source
     * @throws AimsException AIMS-7001, if there is no such risk source
     */
    public RiskSourceAssert raises(String riskSource) {
        return riskSource(riskSource).is(Truth.TRUE);
    }

    /**
     * Expects that a risk source is present.
     *
     * @param riskSource a risk source of the catalogue
     * @return assertions about the risk source
     * @throws AimsException AIMS-7001, if there is no such risk source
     */
    public RiskSourceAssert raises(RiskSourceId riskSource) {
        return raises(riskSource.value());
    }

    /**
     * Expects that the facts settle that a risk source is not present.
     *
     * @param riskSource the id of a risk source of the catalogue
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such risk source
     */
    public EvaluationAssert doesNotRaise(String riskSource) {
        return riskSource(riskSource).is(Truth.FALSE).and();
    }

    /**
     * Expects that the facts settle that a risk source is not present.
     *
     * @param riskSource a risk source of the catalogue
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such risk source
     */
    public EvaluationAssert doesNotRaise(RiskSourceId riskSource) {
        return doesNotRaise(riskSource.value());
    }

    /**
     * Expects that the facts known do not settle whether a risk source is present.
     *
     * @param riskSource the id of a risk source of the catalogue
     * @return assertions about the risk source
     * @throws AimsException AIMS-7001, if there is no such risk source
     */
    public RiskSourceAssert mayRaise(String riskSource) {
        return riskSource(riskSource).is(Truth.UNDETERMINED);
    }

    /**
     * Expects that a rule threatens an objective for certain.
     *
     * @param objective the id of an objective of the catalogue
     * @return assertions about the risk to the objective
     * @throws AimsException AIMS-7001, if there is no such objective
     */
    public RiskAssert threatens(String objective) {
        return risk(objective).isThreatened();
    }

    /**
     * Expects that a rule threatens an objective for certain.
     *
     * @param objective an objective of the catalogue
     * @return assertions about the risk to the objective
     * @throws AimsException AIMS-7001, if there is no such objective
     */
    public RiskAssert threatens(ObjectiveId objective) {
        return threatens(objective.value());
    }

    /**
     * Expects that the facts settle that no rule threatens an objective.
     *
     * @param objective the id of an objective of the catalogue
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such objective
     */
    public EvaluationAssert doesNotThreaten(String objective) {
        return risk(objective).isNotThreatened();
    }

    /**
     * Begins assertions about the risk to an objective.
     *
     * @param objective the id of an objective of the catalogue
     * @return the assertions
     * @throws AimsException AIMS-7001, if there is no such objective
     */
    public RiskAssert risk(String objective) {
        return new RiskAssert(ids().objective(objective), this);
    }

    /**
     * Expects that a rule holds.
     *
     * @param rule the id of a rule of the packs in use
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such rule; AIMS-7002, if the rules are not at hand to tell
     */
    public EvaluationAssert finds(String rule) {
        return rule(ids().rule(rule), Truth.TRUE, "find");
    }

    /**
     * Expects that the facts settle that a rule does not hold.
     *
     * @param rule the id of a rule of the packs in use
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such rule; AIMS-7002, if the rules are not at hand to tell
     */
    public EvaluationAssert doesNotFind(String rule) {
        return rule(ids().rule(rule), Truth.FALSE, "not find");
    }

    /**
     * Expects that the facts known do not settle whether a rule holds.
     *
     * @param rule the id of a rule of the packs in use
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such rule; AIMS-7002, if the rules are not at hand to tell
     */
    public EvaluationAssert mayFind(String rule) {
        return rule(ids().rule(rule), Truth.UNDETERMINED, "leave open");
    }

    /**
     * Expects that no answer could settle anything more.
     *
     * @return these assertions
     */
    public EvaluationAssert hasNoOpenQuestions() {
        int open = subject().openQuestions().size();
        return check(
                open == 0,
                () -> Message.expected(
                                system() + " to have no open questions", open == 1 ? "one is open" : open + " are open")
                        .because(reasons().questions())
                        .advise("Maybe answer them in the description: none is safe to leave out."));
    }

    /**
     * Expects that the answer to a characteristic could settle something.
     *
     * @param characteristic the id of a characteristic
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such characteristic; AIMS-7002, if the rules are not at hand to tell
     */
    public EvaluationAssert hasOpenQuestion(String characteristic) {
        return open(ids().characteristic(characteristic));
    }

    /**
     * Expects that the answer to a characteristic could settle something.
     *
     * @param characteristic a characteristic
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such characteristic; AIMS-7002, if the rules are not at hand to tell
     */
    public EvaluationAssert hasOpenQuestion(Characteristic<?> characteristic) {
        return hasOpenQuestion(characteristic.id());
    }

    /**
     * Expects that no better answer to a characteristic could settle anything.
     *
     * @param characteristic the id of a characteristic
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such characteristic; AIMS-7002, if the rules are not at hand to tell
     */
    public EvaluationAssert doesNotAsk(String characteristic) {
        return settled(ids().characteristic(characteristic));
    }

    /**
     * Expects that no better answer to a characteristic could settle anything.
     *
     * @param characteristic a characteristic
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such characteristic; AIMS-7002, if the rules are not at hand to tell
     */
    public EvaluationAssert doesNotAsk(Characteristic<?> characteristic) {
        return doesNotAsk(characteristic.id());
    }

    /**
     * Expects a verdict that nothing lifts: the system must not be used as described.
     *
     * @return these assertions
     */
    public EvaluationAssert stops() {
        boolean possible = !subject().stops().isEmpty();
        return check(
                subject().isStopped(),
                () -> Message.expected(
                                system() + " to be stopped", possible ? "that is not settled" : "no rule stops it")
                        .because(possible ? reasons().stops() : "No rule with a stop holds or may hold.")
                        .advise(
                                possible
                                        ? answer(subject().stops())
                                        : "Maybe expect the rule that should stop it with finds: its failure tells"
                                                + " what stands against it."));
    }

    /**
     * Expects that the facts settle that no verdict stops the system.
     *
     * @return these assertions
     */
    public EvaluationAssert doesNotStop() {
        return check(
                subject().stops().isEmpty(),
                () -> Message.expected(
                                system() + " not to be stopped",
                                (subject().isStopped() ? "it is stopped by " : "it may be stopped by ")
                                        + subject().stops().stream()
                                                .map(stop -> stop.rule().id().value())
                                                .collect(Collectors.joining(", ")))
                        .because(reasons().stops())
                        .advise(
                                subject().isStopped()
                                        ? "No control lifts a stop: maybe an answer is wrong, or the system must not"
                                                + " be used so."
                                        : answer(subject().stops())));
    }

    /**
     * Expects that no answers contradict one another.
     *
     * @return these assertions
     */
    public EvaluationAssert hasNoContradictions() {
        List<Contradiction> found = subject().contradictions();
        return check(
                found.isEmpty(),
                () -> Message.expected("the answers about " + system() + " not to contradict one another", "they do")
                        .because(found.stream()
                                .map(each -> each.id() + ": " + Quoted.whole(each.why()) + " "
                                        + each.answers().stream()
                                                .map(answer -> answer.characteristic()
                                                                .id() + " is " + Quoted.of(answer.text()))
                                                .collect(Collectors.joining(", ", "(", ")")))
                                .collect(Collectors.joining("\n")))
                        .advise("Maybe correct one answer of each: nothing is repaired silently."));
    }

    /**
     * Expects that nothing at all differs from a result sealed before: neither facts, day, basis nor outcomes.
     *
     * @param seal the SHA-256, 64 hexadecimal digits
     * @return these assertions
     */
    public EvaluationAssert hasSeal(String seal) {
        String found = subject().seal().value();
        return check(
                found.equals(seal),
                () -> Message.expected(system() + " to have seal (" + Quoted.of(seal) + ")", "it has (" + found + ")")
                        .advise("A seal tells that something differs, not what: maybe compare with EvaluationBaseline,"
                                + " which does."));
    }

    Reasons reasons() {
        Reasons ready = reasons;
        if (ready == null) {
            ready = Reasons.of(subject());
            reasons = ready;
        }
        return ready;
    }

    KnownIds ids() {
        return new KnownIds(subject(), reasons());
    }

    String system() {
        return "system (" + Quoted.of(subject().system().id()) + ")";
    }

    private RiskSourceAssert riskSource(String riskSource) {
        RiskSourceResult result = ids().riskSource(riskSource);
        return new RiskSourceAssert(result, this);
    }

    private EvaluationAssert level(boolean holds, String expectation) {
        return check(
                holds,
                () -> Message.expected(
                                system() + " to " + expectation,
                                "it has (" + subject().level() + ")")
                        .because(reasons().level())
                        .advise(levelAdvice(subject().level(), subject().risks())));
    }

    /** What to do about a level: answer, if that may move it; else look at the reasons. */
    String levelAdvice(Range<RiskLevel> level, List<Risk> risks) {
        if (level.isExact()) {
            return "The facts settle the level: maybe an answer is wrong, or the test expects what was so once.";
        }
        return "The level is not settled. "
                + reasons()
                        .answer(risks.stream()
                                .flatMap(risk -> risk.undetermined().stream())
                                .toList());
    }

    private EvaluationAssert rule(Rule rule, Truth expected, String verb) {
        Truth found = subject().finding(rule.id()).map(Finding::status).orElse(Truth.FALSE);
        String name = rule.id() + " " + Quoted.whole(rule.title());
        return check(
                found == expected,
                () -> Message.expected(system() + " to " + verb + " rule (" + name + ")", "that rule " + words(found))
                        .because(
                                found == Truth.FALSE
                                        ? reasons().whyNot(rule.id())
                                        : reasons().rule(rule.id()))
                        .advise(ruleAdvice(found, rule.id())));
    }

    String ruleAdvice(Truth found, RuleId rule) {
        return found == Truth.UNDETERMINED
                ? reasons().answer(List.of(rule))
                : "Maybe an answer above is wrong, or the test expects what was so once.";
    }

    static String words(Truth truth) {
        return switch (truth) {
            case TRUE -> "holds";
            case UNDETERMINED -> "may hold: the facts do not settle it";
            case FALSE -> "does not hold";
        };
    }

    private EvaluationAssert open(String characteristic) {
        return check(
                asks(characteristic),
                () -> Message.expected(
                                system() + " to have an open question about (" + characteristic + ")",
                                answered(characteristic) + " and no rule waits for a better answer")
                        .because("Open are: " + reasons().questions())
                        .advise("Maybe the description answers it by now: then say doesNotAsk(\"" + characteristic
                                + "\")."));
    }

    private EvaluationAssert settled(String characteristic) {
        return check(
                !asks(characteristic),
                () -> Message.expected(
                                system() + " to have no open question about (" + characteristic + ")",
                                answered(characteristic) + " and rules wait for a better answer")
                        .because(reasons().waitingFor(characteristic))
                        .advise("Maybe answer (" + characteristic + ") in the description."));
    }

    private boolean asks(String characteristic) {
        return subject().openQuestions().stream()
                .anyMatch(question -> question.entry().characteristic().id().equals(characteristic));
    }

    private String answered(String characteristic) {
        return subject().system().answers().containsKey(characteristic)
                ? "the answer is ("
                        + Quoted.of(
                                subject().system().answers().get(characteristic).text()) + ")"
                : "there is no answer";
    }

    private String answer(List<Finding> findings) {
        return reasons()
                .answer(findings.stream()
                        .filter(finding -> !finding.isCertain())
                        .map(finding -> finding.rule().id())
                        .toList());
    }

    static String statusWords(ControlResult result) {
        return switch (result.status()) {
            case REQUIRED -> "it is required";
            case VIA_SUPPLIER -> "it is needed and left to a supplier";
            case ROLE_EXCLUDED -> "it is needed and belongs to a role that the organisation does not hold";
            case UNDETERMINED -> "the facts do not settle that";
            case NOT_REQUIRED -> "no rule calls for it";
        };
    }
}
