package io.aims.testing;

import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.error.AimsException;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Finding;
import io.aims.evaluation.Priority;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.text.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Assertions about what a control is to one system. {@link #and()} leads back to the evaluation. Not thread-safe.
 *
 * @since 0.1
 */
public final class ControlAssert extends OutcomeAssert<ControlAssert, ControlResult> {

    private final EvaluationAssert evaluation;

    ControlAssert(ControlResult actual, EvaluationAssert evaluation) {
        super(actual, ControlAssert.class, evaluation);
        this.evaluation = evaluation;
    }

    /**
     * Leads back.
     *
     * @return the assertions about the evaluation
     */
    public EvaluationAssert and() {
        return evaluation;
    }

    /**
     * Expects that the control has a status.
     *
     * @param status the status
     * @return these assertions
     */
    public ControlAssert hasStatus(ControlStatus status) {
        return check(
                subject().status() == status,
                () -> Message.expected(
                                evaluation.system() + " to " + verb(status) + " control (" + name() + ")",
                                EvaluationAssert.statusWords(subject()))
                        .because(why())
                        .advise(advice()));
    }

    EvaluationAssert isNotRequired() {
        ControlStatus status = subject().status();
        check(
                status == ControlStatus.NOT_REQUIRED || status == ControlStatus.ROLE_EXCLUDED,
                () -> Message.expected(
                                evaluation.system() + " not to require control (" + name() + ")",
                                EvaluationAssert.statusWords(subject()))
                        .because(why())
                        .advise(advice()));
        return evaluation;
    }

    /**
     * Expects that a rule is among the reasons: of an undetermined control among those that may call for it, of any other
     * among those that do.
     *
     * @param rule the id of a rule of the packs in use
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such rule; AIMS-7002, if the rules are not at hand to tell
     */
    public ControlAssert because(String rule) {
        Rule named = evaluation.ids().rule(rule);
        return check(
                reasons().contains(named.id()),
                () -> Message.expected(
                                "control (" + name() + ") to be " + adjective() + " because of rule ("
                                        + Quoted.whole(named.toString()) + ")",
                                found(named))
                        .because(whyNot(named))
                        .advise(others()));
    }

    /**
     * Expects that a rule is among the reasons.
     *
     * @param rule a rule of the packs in use
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such rule; AIMS-7002, if the rules are not at hand to tell
     */
    public ControlAssert because(RuleId rule) {
        return because(rule.value());
    }

    /**
     * Expects that the control deserves exactly this much attention.
     *
     * @param priority the priority
     * @return these assertions
     */
    public ControlAssert withPriority(Priority priority) {
        return priority(subject().priority().filter(priority::equals).isPresent(), "priority (" + priority + ")");
    }

    /**
     * Expects that the control deserves at least this much attention.
     *
     * @param least the lowest priority allowed
     * @return these assertions
     */
    public ControlAssert withPriorityAtLeast(Priority least) {
        return priority(
                subject()
                        .priority()
                        .filter(found -> found.compareTo(least) >= 0)
                        .isPresent(),
                "at least priority (" + least + ")");
    }

    private ControlAssert priority(boolean holds, String expectation) {
        return check(
                holds,
                () -> Message.expected(
                                "control (" + name() + ") to have " + expectation + " for " + evaluation.system(),
                                subject()
                                        .priority()
                                        .map(found -> "it has (" + found + ")")
                                        .orElse("it has none, because no rule that holds calls for it"))
                        .because(evaluation.reasons().control(id()))
                        .advise("A priority is the level that the strongest finding makes alone: maybe one of them"
                                + " changed."));
    }

    private String why() {
        return subject().status() == ControlStatus.NOT_REQUIRED || subject().status() == ControlStatus.ROLE_EXCLUDED
                ? evaluation.reasons().whyNot(id())
                : evaluation.reasons().control(id());
    }

    private String advice() {
        return switch (subject().status()) {
            case REQUIRED, VIA_SUPPLIER ->
                "If a reason above is wrong, correct the answer or the rule; if it is right, expect " + now() + ".";
            case UNDETERMINED -> evaluation.reasons().answer(subject()) + " If it may stay open, expect " + now() + ".";
            case ROLE_EXCLUDED ->
                "Maybe a role of the organisation is missing in aimsRoles; if not, expect " + now() + ".";
            case NOT_REQUIRED -> "Maybe an answer or a rule above is wrong; if not, expect " + now() + ".";
        };
    }

    private String now() {
        return switch (subject().status()) {
                    case REQUIRED -> "requires";
                    case VIA_SUPPLIER -> "leavesToSupplier";
                    case ROLE_EXCLUDED, NOT_REQUIRED -> "doesNotRequire";
                    case UNDETERMINED -> "leavesUndetermined";
                }
                + "(\"" + id() + "\")";
    }

    private String found(Rule rule) {
        if (!rule.requires().contains(id())) {
            return "that rule calls for "
                    + (rule.requires().isEmpty() ? "no control" : "others: " + joined(rule.requires()));
        }
        Truth truth = truth(rule);
        return truth == Truth.TRUE
                ? "that rule holds, and the control is not undetermined for it"
                : "that rule " + EvaluationAssert.words(truth);
    }

    private String whyNot(Rule rule) {
        return truth(rule) == Truth.FALSE
                ? evaluation.reasons().whyNot(rule.id())
                : evaluation.reasons().control(id());
    }

    private Truth truth(Rule rule) {
        return evaluation.subject().finding(rule.id()).map(Finding::status).orElse(Truth.FALSE);
    }

    private String others() {
        List<RuleId> rules = reasons();
        return rules.isEmpty()
                ? "No rule calls for the control."
                : "The control is " + adjective() + " because of " + joined(rules) + ": maybe one of these was meant.";
    }

    private List<RuleId> reasons() {
        return subject().status() == ControlStatus.UNDETERMINED
                        && subject().rules().isEmpty()
                ? subject().undetermined()
                : subject().rules();
    }

    private String adjective() {
        return switch (subject().status()) {
            case REQUIRED -> "required";
            case VIA_SUPPLIER -> "left to a supplier";
            case ROLE_EXCLUDED -> "left to another role";
            case UNDETERMINED -> "undetermined";
            case NOT_REQUIRED -> "not required";
        };
    }

    private static String verb(ControlStatus status) {
        return switch (status) {
            case REQUIRED -> "require";
            case VIA_SUPPLIER -> "leave to a supplier";
            case ROLE_EXCLUDED -> "leave to another role";
            case UNDETERMINED -> "leave undetermined";
            case NOT_REQUIRED -> "have no rule that calls for";
        };
    }

    private ControlId id() {
        return subject().control().id();
    }

    private String name() {
        return KnownIds.name(subject().control());
    }

    private static String joined(List<?> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
