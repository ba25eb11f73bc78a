package io.aims.treatment;

import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.treatment.Given.DAY;
import static io.aims.treatment.Given.FAIRNESS;
import static io.aims.treatment.Given.LOGS;
import static io.aims.treatment.Given.MONITORING;
import static io.aims.treatment.Given.PRODUCED;
import static io.aims.treatment.Given.USE;
import static io.aims.treatment.Given.evaluate;
import static io.aims.treatment.Given.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.TestRules;
import io.aims.TestRules.RuleBuilder;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.evaluation.Evaluation;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.system.YesNo;
import io.aims.system.vocabulary.Characteristics;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.TreatmentPlan.Standing;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreatmentPlanTest {

    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final String BOARD = "chief risk officer";

    private final Evaluation evaluation = evaluate(PRODUCED, finding());

    private static RuleBuilder finding() {
        return rule("R-1")
                .raises("C.3.3")
                .threatens("C.2.5")
                .likelihood(Likelihood.HIGH)
                .floor(Severity.MAJOR)
                .requires("A.6.2.6", "A.9.2");
    }

    private static Treatment.Retain retained(RiskLevel accepted) {
        return new Treatment.Retain(FAIRNESS, accepted, "Small pilot.", "product owner", END, BOARD);
    }

    private static Treatment.Modify monitored() {
        return new Treatment.Modify(MONITORING, Stage.EFFECTIVE, "operations", END, BOARD);
    }

    @Test
    void a_risk_within_the_tolerance_needs_no_decision_and_one_above_it_is_open() {
        TreatmentPlan plan = on(DAY, RiskLevel.MODERATE);

        assertThat(plan.outcomes())
                .containsExactly(
                        new TreatmentPlan.Outcome(
                                new ObjectiveId("C.2.1"), RiskLevel.VERY_LOW, RiskLevel.VERY_LOW, Standing.TOLERABLE),
                        new TreatmentPlan.Outcome(FAIRNESS, RiskLevel.HIGH, RiskLevel.HIGH, Standing.OPEN));
        assertThat(plan.open()).extracting(TreatmentPlan.Outcome::objective).containsExactly(FAIRNESS);
        assertThat(plan.tolerance()).isEqualTo(RiskLevel.MODERATE);
        assertThat(plan.asOf()).isEqualTo(DAY);
    }

    @Test
    void a_control_of_the_plan_counts_until_its_day_and_then_only_what_is_in_place() {
        assertThat(fairness(on(END, RiskLevel.MODERATE, monitored())))
                .isEqualTo(new TreatmentPlan.Outcome(FAIRNESS, RiskLevel.HIGH, RiskLevel.LOW, Standing.MODIFIED));
        TreatmentPlan late = on(END.plusDays(1), RiskLevel.MODERATE, monitored());
        assertThat(fairness(late).standing()).isEqualTo(Standing.OPEN);
        assertThat(late.overdue()).containsExactly(monitored());
        assertThat(on(END, RiskLevel.MODERATE, monitored()).overdue()).isEmpty();
    }

    @Test
    void a_risk_is_accepted_up_to_its_level_and_its_day() {
        assertThat(fairness(on(END, RiskLevel.MODERATE, retained(RiskLevel.HIGH)))
                        .standing())
                .isEqualTo(Standing.RETAINED);
        assertThat(fairness(on(END.plusDays(1), RiskLevel.MODERATE, retained(RiskLevel.HIGH)))
                        .standing())
                .isEqualTo(Standing.OPEN);
        assertThat(fairness(on(END, RiskLevel.LOW, retained(RiskLevel.MODERATE)))
                        .standing())
                .isEqualTo(Standing.OPEN);
    }

    @Test
    void what_is_left_after_a_modification_can_be_accepted() {
        Treatment partly = new Treatment.Modify(MONITORING, Stage.IMPLEMENTED, "operations", END, BOARD);

        assertThat(fairness(on(DAY, RiskLevel.LOW, partly, retained(RiskLevel.MODERATE))))
                .isEqualTo(new TreatmentPlan.Outcome(FAIRNESS, RiskLevel.HIGH, RiskLevel.MODERATE, Standing.RETAINED));
    }

    @Test
    void a_risk_can_be_avoided_or_shared() {
        Treatment avoided = new Treatment.Avoid("Use for refusals", FAIRNESS, "product owner", END, BOARD);
        Treatment shared = new Treatment.Share(FAIRNESS, "insurer", "legal", END, BOARD);

        assertThat(fairness(on(DAY, RiskLevel.LOW, shared)).standing()).isEqualTo(Standing.SHARED);
        assertThat(fairness(on(DAY, RiskLevel.LOW, shared, avoided)).standing()).isEqualTo(Standing.AVOIDED);
        assertThat(fairness(on(DAY, RiskLevel.LOW, shared, retained(RiskLevel.HIGH)))
                        .standing())
                .isEqualTo(Standing.RETAINED);
        assertThat(on(DAY, RiskLevel.LOW, shared, avoided).treatments()).containsExactly(shared, avoided);
    }

    @Test
    void an_acceptance_needs_a_named_role_a_reason_and_an_owner() {
        assertThat(codes(
                        evaluation,
                        new Treatment.Retain(FAIRNESS, RiskLevel.HIGH, " ", "", END, "\t"),
                        new Treatment.Share(FAIRNESS, "", "legal", END, BOARD),
                        new Treatment.Avoid("", FAIRNESS, "legal", END, BOARD)))
                .containsExactly(
                        "AIMS-3065: The acceptance of the risk to (C.2.5) names no reason.",
                        "AIMS-3065: The acceptance of the risk to (C.2.5) names no owner.",
                        "AIMS-3065: The acceptance of the risk to (C.2.5) names no approver.",
                        "AIMS-3065: The sharing of the risk to (C.2.5) names no other party.",
                        "AIMS-3065: The avoidance of the risk to (C.2.5) names no activity.");
    }

    @Test
    void a_prohibited_practice_cannot_be_accepted() {
        Evaluation stopped = evaluate(PRODUCED, finding(), rule("R-9").stop());

        assertThat(codes(stopped, retained(RiskLevel.VERY_HIGH)))
                .containsExactly(
                        "AIMS-3066: The risk to (C.2.5) of system (loan) cannot be accepted: rule (R-9) finds what"
                                + " nothing lifts.");
        assertThat(TreatmentPlan.of(profile(stopped, DAY), List.of(monitored()), RiskLevel.LOW)
                        .open())
                .isEmpty();
    }

    @Test
    void what_may_be_prohibited_cannot_be_accepted_where_it_bears() {
        RuleBuilder stop = rule("R-9")
                .when(yes(Characteristics.PROFILING))
                .threatens("C.2.1")
                .stop();
        Evaluation possible = evaluate(PRODUCED, finding(), stop);
        Treatment elsewhere = new Treatment.Retain(
                new ObjectiveId("C.2.1"), RiskLevel.HIGH, "Small pilot.", "product owner", END, BOARD);

        assertThat(codes(possible, elsewhere, retained(RiskLevel.HIGH)))
                .containsExactly(
                        "AIMS-3066: The risk to (C.2.1) of system (loan) cannot be accepted: rule (R-9) may find"
                                + " what nothing lifts.");
        assertThat(TreatmentPlan.of(
                                profile(
                                        evaluate(PRODUCED.with(Characteristics.PROFILING, YesNo.NO), finding(), stop),
                                        DAY),
                                List.of(elsewhere),
                                RiskLevel.LOW)
                        .treatments())
                .hasSize(1);
    }

    @Test
    void a_plan_names_what_there_is_and_each_thing_once() {
        assertThat(codes(
                        evaluation,
                        new Treatment.Modify(new ControlId("A.9.9"), Stage.EFFECTIVE, "me", END, BOARD),
                        new Treatment.Modify(USE, Stage.EFFECTIVE, "me", END, BOARD),
                        new Treatment.Modify(LOGS, Stage.EFFECTIVE, "me", END, BOARD),
                        new Treatment.Share(new ObjectiveId("C.9.9"), "insurer", "legal", END, BOARD),
                        monitored(),
                        monitored(),
                        retained(RiskLevel.HIGH),
                        retained(RiskLevel.HIGH)))
                .containsExactly(
                        "AIMS-3064: The control (A.9.9) of the plan of system (loan) is absent from the catalogue.",
                        "AIMS-3068: The control (A.9.2) of the plan of system (loan) lowers none of its risks: it belongs to"
                                + " another role.",
                        "AIMS-3068: The control (A.6.2.8) of the plan of system (loan) lowers none of its risks: no finding"
                                + " calls for it.",
                        "AIMS-3064: The objective (C.9.9) of the plan of system (loan) is absent from the catalogue.",
                        "AIMS-3069: Of (A.6.2.6) the plan of system (loan) decides the same thing 2 times.",
                        "AIMS-3069: Of (C.2.5) the plan of system (loan) decides the same thing 2 times.");
    }

    @Test
    void a_plan_is_looked_at_on_a_day() {
        ResidualProfile timeless = ResidualProfile.of(evaluation, ControlStates.unknown(), TestRules.criteria(), null);

        assertThatThrownBy(() -> TreatmentPlan.of(timeless, List.of(), RiskLevel.LOW))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-3067");
    }

    private List<String> codes(Evaluation of, Treatment... treatments) {
        try {
            TreatmentPlan.of(profile(of, DAY), List.of(treatments), RiskLevel.LOW);
            throw new AssertionError("The plan was taken");
        } catch (AimsException e) {
            return e.faults().stream()
                    .map((Fault fault) -> fault.code() + ": " + fault.message())
                    .toList();
        }
    }

    private static ResidualProfile profile(Evaluation of, LocalDate day) {
        return ResidualProfile.of(of, states(MONITORING, Stage.NOT_IMPLEMENTED), TestRules.criteria(), day);
    }

    private TreatmentPlan on(LocalDate day, RiskLevel tolerance, Treatment... treatments) {
        return TreatmentPlan.of(profile(evaluation, day), List.of(treatments), tolerance);
    }

    private static TreatmentPlan.Outcome fairness(TreatmentPlan plan) {
        return plan.outcomes().stream()
                .filter(outcome -> outcome.objective().equals(FAIRNESS))
                .findFirst()
                .orElseThrow();
    }
}
