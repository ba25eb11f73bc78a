package io.aims.treatment;

import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.treatment.Given.ASSESSMENT;
import static io.aims.treatment.Given.FAIRNESS;
import static io.aims.treatment.Given.LOGS;
import static io.aims.treatment.Given.MONITORING;
import static io.aims.treatment.Given.POLICY;
import static io.aims.treatment.Given.PRODUCED;
import static io.aims.treatment.Given.VALIDATION;
import static io.aims.treatment.Given.evaluate;
import static io.aims.treatment.Given.residual;
import static io.aims.treatment.Given.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.TestRules.RuleBuilder;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.risk.Likelihood;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.system.vocabulary.Characteristics;
import io.aims.treatment.ControlState.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheapestPlanTest {

    private static final ControlStates NOTHING_DONE = states(
            POLICY, Stage.NOT_IMPLEMENTED,
            MONITORING, Stage.NOT_IMPLEMENTED,
            VALIDATION, Stage.NOT_IMPLEMENTED,
            ASSESSMENT, Stage.NOT_IMPLEMENTED,
            LOGS, Stage.NOT_IMPLEMENTED);

    private static RuleBuilder finding(String id, String source, Likelihood likelihood, String... controls) {
        return rule(id).raises(source)
                .threatens("C.2.5")
                .likelihood(likelihood)
                .floor(Severity.MAJOR)
                .requires(controls);
    }

    @Test
    void the_cheapest_control_that_suffices_is_chosen() {
        Evaluation evaluation = evaluate(PRODUCED, finding("R-1", "C.3.3", Likelihood.HIGH, "A.6.2.6", "A.6.2.4"));

        // 35.67 points; either control alone leaves 19.62, MODERATE.
        CheapestPlan plan = plan(evaluation, Map.of(MONITORING, 7L, VALIDATION, 5L), RiskLevel.MODERATE);

        assertThat(plan.steps()).containsExactly(new CheapestPlan.Step(VALIDATION, 5));
        assertThat(plan.cost()).isEqualTo(5);
        assertThat(plan.isExact()).isTrue();
        assertThat(plan.outOfReach()).isEmpty();
        assertThat(plan.stopped()).isFalse();
        assertThat(plan.outcomes()).contains(new CheapestPlan.Outcome(FAIRNESS, RiskLevel.HIGH, RiskLevel.MODERATE));
    }

    @Test
    void two_cheap_controls_beat_a_dear_one_that_takes_more_for_its_price() {
        Evaluation evaluation = evaluate(
                PRODUCED,
                finding("R-1", "C.3.3", Likelihood.HIGH, "A.6.2.6"),
                finding("R-2", "C.3.4", Likelihood.HIGH, "A.6.2.4"));

        // 71.33 points; both are needed to come below 28.77, and one alone takes nothing from the level.
        CheapestPlan plan = plan(evaluation, Map.of(MONITORING, 3L, VALIDATION, 4L), RiskLevel.MODERATE);

        assertThat(plan.steps()).extracting(CheapestPlan.Step::control).containsExactly(VALIDATION, MONITORING);
        assertThat(plan.cost()).isEqualTo(7);
    }

    @Test
    void a_control_that_is_hidden_by_a_stronger_finding_of_the_same_source_is_found() {
        Evaluation evaluation = evaluate(
                PRODUCED,
                finding("R-1", "C.3.3", Likelihood.HIGH, "A.6.2.6"),
                finding("R-2", "C.3.3", Likelihood.HIGH, "A.6.2.4"));

        CheapestPlan plan = plan(evaluation, Map.of(MONITORING, 3L, VALIDATION, 4L), RiskLevel.MODERATE);

        assertThat(plan.cost()).isEqualTo(7);
    }

    @Test
    void severity_is_lowered_if_that_is_cheaper() {
        Evaluation evaluation = evaluate(PRODUCED, finding("R-1", "C.3.3", Likelihood.HIGH, "A.6.2.6", "A.6.2.8"));

        assertThat(plan(evaluation, Map.of(MONITORING, 5L, LOGS, 2L), RiskLevel.MODERATE)
                        .steps())
                .containsExactly(new CheapestPlan.Step(LOGS, 2));
        assertThat(plan(evaluation, Map.of(MONITORING, 2L, LOGS, 5L), RiskLevel.MODERATE)
                        .steps())
                .containsExactly(new CheapestPlan.Step(MONITORING, 2));
    }

    @Test
    void the_policy_is_bought_if_controls_work_only_with_it() {
        Evaluation evaluation = evaluate(
                PRODUCED, rule("R-0").requires("A.2.2"), finding("R-1", "C.3.3", Likelihood.VERY_HIGH, "A.6.2.6"));

        // 91.63 points: 36.65 remain with 0.6 and 9.16 with 0.9.
        CheapestPlan plan = plan(evaluation, Map.of(MONITORING, 5L, POLICY, 2L), RiskLevel.MODERATE);

        assertThat(plan.cost()).isEqualTo(7);
    }

    @Test
    void what_is_out_of_reach_is_told_and_brought_as_low_as_it_goes() {
        Evaluation evaluation = evaluate(
                PRODUCED,
                finding("R-1", "C.3.3", Likelihood.HIGH, "A.6.2.6", "A.5.4"),
                finding("R-2", "C.3.4", Likelihood.MODERATE));

        CheapestPlan plan = plan(evaluation, Map.of(MONITORING, 5L, VALIDATION, 1L), RiskLevel.LOW);

        // 12.78 points have no control: MODERATE is the best there is, and A.6.2.6 alone leaves 32.4.
        assertThat(plan.outOfReach())
                .containsExactly(new CheapestPlan.Outcome(FAIRNESS, RiskLevel.HIGH, RiskLevel.HIGH));
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.unpriced()).containsExactly(ASSESSMENT);
        CheapestPlan more = plan(evaluation, Map.of(MONITORING, 5L, ASSESSMENT, 4L), RiskLevel.LOW);
        assertThat(more.outOfReach())
                .containsExactly(new CheapestPlan.Outcome(FAIRNESS, RiskLevel.HIGH, RiskLevel.MODERATE));
        assertThat(more.cost()).isEqualTo(9);
    }

    @Test
    void nothing_is_bought_where_nothing_is_too_high() {
        Evaluation evaluation = evaluate(PRODUCED, finding("R-1", "C.3.3", Likelihood.HIGH, "A.6.2.6"));
        CheapestPlan plan = plan(evaluation, Map.of(MONITORING, 0L), RiskLevel.HIGH);

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.cost()).isZero();
        assertThat(plan.isExact()).isTrue();
    }

    @Test
    void what_may_come_true_is_planned_for_and_a_verdict_that_nothing_lifts_is_told() {
        Evaluation evaluation = evaluate(
                PRODUCED,
                finding("R-1", "C.3.3", Likelihood.HIGH, "A.6.2.6")
                        .when(yes(Characteristics.PROFILING))
                        .stop());
        CheapestPlan plan = plan(evaluation, Map.of(MONITORING, 5L), RiskLevel.MODERATE);

        assertThat(plan.cost()).isEqualTo(5);
        assertThat(plan.stopped()).isTrue();
    }

    @Test
    void costs_are_checked_all_at_once() {
        assertThatThrownBy(() -> ControlCosts.of(
                        Map.of(MONITORING, -1L, VALIDATION, ControlCosts.HIGHEST + 1, new ControlId("A.9.2"), 0L)))
                .isInstanceOfSatisfying(AimsException.class, e -> {
                    assertThat(e.faults()).hasSize(2);
                    assertThat(e.faults().get(0))
                            .hasToString(
                                    "AIMS-3062: The cost (1000000000001) of control (A.6.2.4) must be 0 to 1000000000000.\n"
                                            + "Maybe count in a larger unit.");
                });
        assertThat(ControlCosts.of(Map.of(MONITORING, ControlCosts.HIGHEST)).costs())
                .hasSize(1);
    }

    @Test
    void a_cost_of_a_control_that_there_is_not_is_told() {
        Evaluation evaluation = evaluate(PRODUCED, finding("R-1", "C.3.3", Likelihood.HIGH, "A.6.2.6"));

        assertThatThrownBy(() -> plan(evaluation, Map.of(new ControlId("A.6.2.7"), 1L), RiskLevel.LOW))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-3063")
                .hasMessageContaining("Maybe you meant (A.6.2.4).");
    }

    private static CheapestPlan plan(Evaluation evaluation, Map<ControlId, Long> costs, RiskLevel tolerance) {
        return residual(evaluation, NOTHING_DONE).cheapestPlan(ControlCosts.of(costs), tolerance);
    }
}
