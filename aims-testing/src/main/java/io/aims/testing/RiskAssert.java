package io.aims.testing;

import io.aims.error.AimsException;
import io.aims.evaluation.Finding;
import io.aims.evaluation.Risk;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.text.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Assertions about the risk to one objective. {@link #and()} leads back to the evaluation. Not thread-safe.
 *
 * @since 0.1
 */
public final class RiskAssert extends OutcomeAssert<RiskAssert, Risk> {

    private final EvaluationAssert evaluation;

    RiskAssert(Risk actual, EvaluationAssert evaluation) {
        super(actual, RiskAssert.class, evaluation);
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
     * Expects that the level is settled and this one.
     *
     * @param level the level
     * @return these assertions
     */
    public RiskAssert hasRiskLevel(RiskLevel level) {
        return hasRiskLevel(level, level);
    }

    /**
     * Expects that the level lies between these ends, and may come to either.
     *
     * @param low the level if everything unknown turns out harmless
     * @param high the level if everything unknown turns out hazardous
     * @return these assertions
     */
    public RiskAssert hasRiskLevel(RiskLevel low, RiskLevel high) {
        Range<RiskLevel> expected = new Range<>(low, high);
        return level(subject().level().equals(expected), "have risk level (" + expected + ")");
    }

    /**
     * Expects that the level does not pass this one, whatever the unknown turns out to be.
     *
     * @param most the highest level allowed
     * @return these assertions
     */
    public RiskAssert atMost(RiskLevel most) {
        return level(subject().level().high().compareTo(most) <= 0, "have at most risk level (" + most + ")");
    }

    /**
     * Expects that the level reaches this one, whatever the unknown turns out to be.
     *
     * @param least the lowest level allowed
     * @return these assertions
     */
    public RiskAssert atLeast(RiskLevel least) {
        return level(subject().level().low().compareTo(least) >= 0, "have at least risk level (" + least + ")");
    }

    /**
     * Expects that a rule is among those that threaten the objective, for certain or, if none does, maybe.
     *
     * @param rule the id of a rule of the packs in use
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such rule; AIMS-7002, if the rules are not at hand to tell
     */
    public RiskAssert because(String rule) {
        Rule named = evaluation.ids().rule(rule);
        List<RuleId> reasons = subject().rules().isEmpty()
                ? subject().undetermined()
                : subject().rules();
        Truth truth =
                evaluation.subject().finding(named.id()).map(Finding::status).orElse(Truth.FALSE);
        return check(
                reasons.contains(named.id()),
                () -> Message.expected(
                                "objective (" + name() + ") to be threatened by rule (" + Quoted.whole(named.toString())
                                        + ")",
                                named.threatens().contains(subject().objective().id())
                                        ? "that rule " + EvaluationAssert.words(truth)
                                        : "that rule threatens it never")
                        .because(
                                truth == Truth.FALSE
                                        ? evaluation.reasons().whyNot(named.id())
                                        : evaluation
                                                .reasons()
                                                .objective(subject().objective().id()))
                        .advise(
                                reasons.isEmpty()
                                        ? "No rule threatens it."
                                        : "It is threatened by "
                                                + reasons.stream()
                                                        .map(RuleId::value)
                                                        .collect(Collectors.joining(", "))
                                                + ": maybe one of these was meant."));
    }

    /**
     * Expects that a rule is among those that threaten the objective.
     *
     * @param rule a rule of the packs in use
     * @return these assertions
     * @throws AimsException AIMS-7001, if there is no such rule; AIMS-7002, if the rules are not at hand to tell
     */
    public RiskAssert because(RuleId rule) {
        return because(rule.value());
    }

    RiskAssert isThreatened() {
        boolean possible = !subject().undetermined().isEmpty();
        return check(
                !subject().rules().isEmpty(),
                () -> Message.expected(
                                evaluation.system() + " to threaten objective (" + name() + ")",
                                possible ? "the facts do not settle that" : "no rule threatens it")
                        .because(evaluation
                                .reasons()
                                .objective(subject().objective().id()))
                        .advise(
                                possible
                                        ? evaluation.reasons().answer(subject().undetermined())
                                        : "Maybe an answer or a rule is wrong; if not, expect doesNotThreaten(\""
                                                + subject().objective().id() + "\")."));
    }

    EvaluationAssert isNotThreatened() {
        boolean certain = !subject().rules().isEmpty();
        check(
                !certain && subject().undetermined().isEmpty(),
                () -> Message.expected(
                                evaluation.system() + " not to threaten objective (" + name() + ")",
                                certain ? "it does" : "the facts do not settle that")
                        .because(evaluation
                                .reasons()
                                .objective(subject().objective().id()))
                        .advise(
                                certain
                                        ? "Maybe an answer above is wrong; if not, expect threatens(\""
                                                + subject().objective().id() + "\")."
                                        : evaluation.reasons().answer(subject().undetermined())));
        return evaluation;
    }

    private RiskAssert level(boolean holds, String expectation) {
        return check(
                holds,
                () -> Message.expected(
                                "objective (" + name() + ") of " + evaluation.system() + " to " + expectation,
                                "it has (" + subject().level() + ")")
                        .because(evaluation
                                .reasons()
                                .objective(subject().objective().id()))
                        .advise(evaluation.levelAdvice(subject().level(), List.of(subject()))));
    }

    private String name() {
        return subject().objective().id() + " "
                + Quoted.whole(subject().objective().title());
    }
}
