package io.aims.testing;

import io.aims.error.AimsException;
import io.aims.evaluation.Finding;
import io.aims.evaluation.RiskSourceResult;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.text.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Assertions about whether a risk source is present in one system. {@link #and()} leads back to the evaluation. Not
 * thread-safe.
 *
 * @since 0.1
 */
public final class RiskSourceAssert extends OutcomeAssert<RiskSourceAssert, RiskSourceResult> {

    private final EvaluationAssert evaluation;

    RiskSourceAssert(RiskSourceResult actual, EvaluationAssert evaluation) {
        super(actual, RiskSourceAssert.class, evaluation);
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

    RiskSourceAssert is(Truth expected) {
        return check(
                subject().status() == expected,
                () -> Message.expected(
                                evaluation.system() + " " + verb(expected) + " risk source (" + name() + ")", found())
                        .because(evaluation
                                .reasons()
                                .riskSource(subject().source().id()))
                        .advise(
                                subject().status() == Truth.UNDETERMINED
                                        ? evaluation.reasons().answer(subject().undetermined())
                                        : "Maybe an answer above is wrong, or the test expects what was so once."));
    }

    /**
     * Expects that a rule is among the reasons: of a risk source that may be present among those that may show it, of one that
     * is among those that do.
     *
     * @param rule the id of a rule of the packs in use
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such rule; AIMS-7002, if the rules are not at hand to tell
     */
    public RiskSourceAssert because(String rule) {
        Rule named = evaluation.ids().rule(rule);
        List<RuleId> reasons = subject().rules().isEmpty()
                ? subject().undetermined()
                : subject().rules();
        Truth truth =
                evaluation.subject().finding(named.id()).map(Finding::status).orElse(Truth.FALSE);
        return check(
                reasons.contains(named.id()),
                () -> Message.expected(
                                "risk source (" + name() + ") to be shown by rule (" + Quoted.whole(named.toString())
                                        + ")",
                                named.raises().contains(subject().source().id())
                                        ? "that rule " + EvaluationAssert.words(truth)
                                        : "that rule raises it never")
                        .because(
                                truth == Truth.FALSE
                                        ? evaluation.reasons().whyNot(named.id())
                                        : evaluation
                                                .reasons()
                                                .riskSource(subject().source().id()))
                        .advise(
                                reasons.isEmpty()
                                        ? "No rule shows it."
                                        : "It is shown by "
                                                + reasons.stream()
                                                        .map(RuleId::value)
                                                        .collect(Collectors.joining(", "))
                                                + ": maybe one of these was meant."));
    }

    /**
     * Expects that a rule is among the reasons.
     *
     * @param rule a rule of the packs in use
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such rule; AIMS-7002, if the rules are not at hand to tell
     */
    public RiskSourceAssert because(RuleId rule) {
        return because(rule.value());
    }

    private String found() {
        return switch (subject().status()) {
            case TRUE -> "it does";
            case UNDETERMINED -> "the facts do not settle that";
            case FALSE -> "no rule shows it";
        };
    }

    private static String verb(Truth expected) {
        return switch (expected) {
            case TRUE -> "to raise";
            case UNDETERMINED -> "to leave open";
            case FALSE -> "not to raise";
        };
    }

    private String name() {
        return subject().source().id() + " " + Quoted.whole(subject().source().title());
    }
}
