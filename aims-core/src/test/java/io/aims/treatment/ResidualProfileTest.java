package io.aims.treatment;

import static io.aims.TestRules.atLeast;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.treatment.Given.ASSESSMENT;
import static io.aims.treatment.Given.BOUGHT;
import static io.aims.treatment.Given.FAIRNESS;
import static io.aims.treatment.Given.LOGS;
import static io.aims.treatment.Given.MONITORING;
import static io.aims.treatment.Given.POLICY;
import static io.aims.treatment.Given.PRODUCED;
import static io.aims.treatment.Given.ROLES_OPEN;
import static io.aims.treatment.Given.USE;
import static io.aims.treatment.Given.VALIDATION;
import static io.aims.treatment.Given.evaluate;
import static io.aims.treatment.Given.fairness;
import static io.aims.treatment.Given.residual;
import static io.aims.treatment.Given.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aims.TestRules;
import io.aims.TestRules.RuleBuilder;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.system.AiSystem;
import io.aims.system.people.DecisionEffect;
import io.aims.system.people.Reversibility;
import io.aims.system.people.SafetyHarm;
import io.aims.system.vocabulary.Characteristics;
import io.aims.treatment.ControlState.Stage;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases computed by hand with the rates of the method: 1, 4, 13, 36 and 92 points, limits 2, 8, 29 and 80. */
class ResidualProfileTest {

    private static final Offset<Double> HALF_A_TENTH = within(0.0005);

    private static RuleBuilder finding(String id, String source, Likelihood likelihood, String... controls) {
        return rule(id).raises(source)
                .threatens("C.2.5")
                .likelihood(likelihood)
                .floor(Severity.MAJOR)
                .requires(controls);
    }

    @Test
    void controls_take_the_average_of_their_shares() {
        Evaluation evaluation = evaluate(PRODUCED, finding("R-1", "C.3.3", Likelihood.HIGH, "A.5.4", "A.6.2.4"));

        ResidualRisk risk = fairness(evaluation, states(ASSESSMENT, Stage.EFFECTIVE, VALIDATION, Stage.PARTIAL));

        // 35.67 points, average of 0.9 and 0.3 is 0.6, so 14.27 remain: MODERATE.
        assertThat(risk.inherent().level()).isEqualTo(Range.exactly(RiskLevel.HIGH));
        assertThat(risk.highRate()).isCloseTo(0.1427, HALF_A_TENTH);
        assertThat(risk.lowRate()).isEqualTo(risk.highRate());
        assertThat(risk.likelihood()).isEqualTo(Range.exactly(Likelihood.MODERATE));
        assertThat(risk.level()).isEqualTo(Range.exactly(RiskLevel.MODERATE));
        assertThat(risk.highReduction()).isCloseTo(0.6, HALF_A_TENTH);
        assertThat(risk.lowReduction()).isCloseTo(0.6, HALF_A_TENTH);
    }

    @Test
    void within_a_source_the_largest_remainder_counts_and_sources_add_up() {
        Evaluation evaluation = evaluate(
                PRODUCED,
                finding("R-1", "C.3.3", Likelihood.HIGH, "A.5.4"),
                finding("R-2", "C.3.3", Likelihood.MODERATE, "A.6.2.4"),
                finding("R-3", "C.3.4", Likelihood.MODERATE));

        ResidualRisk risk =
                fairness(evaluation, states(ASSESSMENT, Stage.EFFECTIVE, VALIDATION, Stage.NOT_IMPLEMENTED));

        // R-1 leaves 3.57 points, R-2 12.78, which is the larger; R-3 has no control: 12.78. Together 25.57.
        assertThat(risk.inherent().highRate()).isCloseTo(0.4845, HALF_A_TENTH);
        assertThat(risk.highRate()).isCloseTo(0.2557, HALF_A_TENTH);
        assertThat(risk.likelihood()).isEqualTo(Range.exactly(Likelihood.MODERATE));
    }

    @Test
    void a_finding_with_two_sources_leaves_a_half_of_the_remainder_to_each() {
        Evaluation evaluation = evaluate(
                PRODUCED,
                rule("R-1")
                        .raises("C.3.3", "C.3.4")
                        .threatens("C.2.5")
                        .likelihood(Likelihood.HIGH)
                        .requires("A.5.4"),
                finding("R-2", "C.3.4", Likelihood.MODERATE));

        // 35.67 x 0.4 / 2 is 7.13 for C.3.3; C.3.4 has the 12.78 of R-2. Together 19.92.
        assertThat(fairness(evaluation, states(ASSESSMENT, Stage.IMPLEMENTED)).highRate())
                .isCloseTo(0.1992, HALF_A_TENTH);
    }

    @Test
    void what_is_organisation_wide_or_of_another_role_or_acts_on_severity_alone_takes_no_share() {
        Evaluation evaluation =
                evaluate(PRODUCED, finding("R-1", "C.3.3", Likelihood.HIGH, "A.2.2", "A.9.2", "A.6.2.8", "A.6.2.6"));
        ControlStates all = states(
                POLICY,
                Stage.EFFECTIVE,
                USE,
                Stage.EFFECTIVE,
                LOGS,
                Stage.EFFECTIVE,
                MONITORING,
                Stage.NOT_IMPLEMENTED);

        assertThat(fairness(evaluation, all).highRate())
                .isEqualTo(fairness(evaluation, all).inherent().highRate());
        assertThat(fairness(evaluation, all.with(MONITORING, Given.shown(Stage.EFFECTIVE)))
                        .highReduction())
                .isCloseTo(0.9, HALF_A_TENTH);
        assertThat(residual(evaluation, all).findings().get(0).shares())
                .extracting(TreatedFinding.Share::control)
                .containsExactly(MONITORING);
    }

    @Test
    void nothing_in_place_leaves_everything_as_it_was() {
        Evaluation evaluation = evaluate(
                PRODUCED,
                finding("R-1", "C.3.3", Likelihood.HIGH, "A.5.4", "A.6.2.8"),
                finding("R-2", "C.3.1", Likelihood.LOW, "A.6.2.4"));
        ResidualRisk risk = fairness(
                evaluation,
                states(ASSESSMENT, Stage.PLANNED, VALIDATION, Stage.NOT_IMPLEMENTED, LOGS, Stage.NOT_IMPLEMENTED));

        assertThat(risk.lowRate()).isEqualTo(risk.inherent().lowRate());
        assertThat(risk.highRate()).isEqualTo(risk.inherent().highRate());
        assertThat(risk.severity()).isEqualTo(risk.inherent().severity());
        assertThat(risk.effects()).isEmpty();
        assertThat(risk.highReduction()).isZero();
    }

    @Test
    void unknown_states_and_undetermined_findings_widen_the_range_together() {
        Evaluation evaluation = evaluate(
                PRODUCED,
                finding("R-1", "C.3.3", Likelihood.HIGH, "A.5.4"),
                finding("R-2", "C.3.4", Likelihood.HIGH, "A.6.2.4").when(yes(Characteristics.PROFILING)));

        ResidualRisk risk = fairness(evaluation, ControlStates.unknown());

        // At best R-1 alone, with 0.9 taken: 3.57 points. At worst both as they are: 71.33.
        assertThat(risk.lowRate()).isCloseTo(0.0357, HALF_A_TENTH);
        assertThat(risk.highRate()).isCloseTo(0.7133, HALF_A_TENTH);
        assertThat(risk.level()).isEqualTo(new Range<>(RiskLevel.LOW, RiskLevel.HIGH));
    }

    @Test
    void a_role_that_may_be_held_lets_its_controls_help_or_dilute() {
        Evaluation evaluation = evaluate(ROLES_OPEN, finding("R-1", "C.3.3", Likelihood.HIGH, "A.6.2.6", "A.9.2"));

        // With A.9.2 at 0.9 the average of both is 0.75, without it 0.6.
        ResidualRisk helped = fairness(evaluation, states(MONITORING, Stage.IMPLEMENTED, USE, Stage.EFFECTIVE));
        assertThat(helped.highReduction()).isCloseTo(0.6, HALF_A_TENTH);
        assertThat(helped.lowReduction()).isCloseTo(0.75, HALF_A_TENTH);
        // With A.9.2 at 0 the average is 0.3.
        ResidualRisk diluted = fairness(evaluation, states(MONITORING, Stage.IMPLEMENTED, USE, Stage.NOT_IMPLEMENTED));
        assertThat(diluted.highReduction()).isCloseTo(0.3, HALF_A_TENTH);
        assertThat(diluted.lowReduction()).isCloseTo(0.6, HALF_A_TENTH);
    }

    @Test
    void a_finding_whose_only_controls_are_of_roles_that_may_not_be_held_may_keep_its_whole_rate() {
        Evaluation evaluation = evaluate(ROLES_OPEN, finding("R-1", "C.3.3", Likelihood.HIGH, "A.9.2"));
        ResidualRisk risk = fairness(evaluation, states(USE, Stage.EFFECTIVE));

        assertThat(risk.highReduction()).isZero();
        assertThat(risk.lowReduction()).isCloseTo(0.9, HALF_A_TENTH);
    }

    // Severity -----------------------------------------------------------------------------------------------------

    @ParameterizedTest(name = "logs {0}, assessment {1}, reversibility {2}: severity {3} to {4}")
    @CsvSource({
        "EFFECTIVE,   EFFECTIVE,   LIKELY_REVERSIBLE, MODERATE, MODERATE",
        "EFFECTIVE,   EFFECTIVE,   REVERSIBLE,        MODERATE, MODERATE",
        "EFFECTIVE,   EFFECTIVE,   DIFFICULT,         MAJOR,    MAJOR",
        "EFFECTIVE,   EFFECTIVE,   IRREVERSIBLE,      MAJOR,    MAJOR",
        "EFFECTIVE,   EFFECTIVE,   ,                  MODERATE, MAJOR",
        "IMPLEMENTED, EFFECTIVE,   LIKELY_REVERSIBLE, MAJOR,    MAJOR",
        "EFFECTIVE,   IMPLEMENTED, LIKELY_REVERSIBLE, MAJOR,    MAJOR",
        ",            EFFECTIVE,   LIKELY_REVERSIBLE, MODERATE, MAJOR",
        "EFFECTIVE,   ,            LIKELY_REVERSIBLE, MODERATE, MAJOR",
        ",            ,            DIFFICULT,         MAJOR,    MAJOR"
    })
    void severity_drops_a_step_if_all_that_acts_on_it_works_and_harm_can_be_undone(
            Stage logs, Stage assessment, Reversibility reversibility, Severity low, Severity high) {
        AiSystem system = PRODUCED.without(Characteristics.REVERSIBILITY);
        AiSystem described = reversibility == null ? system : system.with(Characteristics.REVERSIBILITY, reversibility);
        ControlStates states = ControlStates.unknown();
        states = logs == null ? states : states.with(LOGS, Given.shown(logs));
        states = assessment == null ? states : states.with(ASSESSMENT, Given.shown(assessment));

        ResidualRisk risk =
                fairness(evaluate(described, finding("R-1", "C.3.3", Likelihood.HIGH, "A.6.2.8", "A.5.4")), states);

        assertThat(risk.severity()).isEqualTo(new Range<>(low, high));
    }

    @Test
    void severity_stays_without_a_control_made_for_it() {
        Evaluation evaluation = evaluate(PRODUCED, finding("R-1", "C.3.3", Likelihood.HIGH, "A.5.4"));

        assertThat(fairness(evaluation, states(ASSESSMENT, Stage.EFFECTIVE)).severity())
                .isEqualTo(Range.exactly(Severity.MAJOR));
    }

    @Test
    void severity_of_another_objective_is_not_lowered() {
        Evaluation evaluation = evaluate(
                PRODUCED,
                finding("R-1", "C.3.3", Likelihood.HIGH, "A.5.4"),
                rule("R-2").threatens("C.2.1").requires("A.6.2.8"));

        assertThat(fairness(evaluation, states(ASSESSMENT, Stage.EFFECTIVE, LOGS, Stage.EFFECTIVE))
                        .severity())
                .isEqualTo(Range.exactly(Severity.MAJOR));
    }

    @Test
    void a_finding_that_may_come_true_may_bring_the_control_that_lowers_severity_or_one_that_does_not_work() {
        RuleBuilder certain = finding("R-1", "C.3.3", Likelihood.HIGH, "A.5.4");
        RuleBuilder possible = rule("R-2")
                .when(yes(Characteristics.PROFILING))
                .threatens("C.2.5")
                .requires("A.6.2.8");
        ControlStates works = states(ASSESSMENT, Stage.EFFECTIVE, LOGS, Stage.EFFECTIVE);

        assertThat(fairness(evaluate(PRODUCED, certain, possible), works).severity())
                .isEqualTo(new Range<>(Severity.MODERATE, Severity.MAJOR));
        assertThat(fairness(
                                evaluate(
                                        PRODUCED,
                                        finding("R-1", "C.3.3", Likelihood.HIGH, "A.6.2.8"),
                                        rule("R-2")
                                                .when(yes(Characteristics.PROFILING))
                                                .threatens("C.2.5")
                                                .requires("A.5.4")),
                                states(ASSESSMENT, Stage.PARTIAL, LOGS, Stage.EFFECTIVE))
                        .severity())
                .isEqualTo(new Range<>(Severity.MODERATE, Severity.MAJOR));
    }

    @Test
    void severity_of_death_or_liberty_never_drops() {
        ControlStates works = states(LOGS, Stage.EFFECTIVE);
        RuleBuilder liberty = finding("R-1", "C.3.3", Likelihood.HIGH, "A.6.2.8")
                .when(atLeast(Characteristics.DECISION_EFFECT, DecisionEffect.LIFE_OR_LIBERTY))
                .floor(Severity.CATASTROPHIC);
        RuleBuilder death = finding("R-1", "C.3.3", Likelihood.HIGH, "A.6.2.8")
                .when(atLeast(Characteristics.SAFETY_HARM, SafetyHarm.FATALITY))
                .floor(Severity.CATASTROPHIC);
        RuleBuilder many = finding("R-1", "C.3.3", Likelihood.HIGH, "A.6.2.8")
                .when(atLeast(Characteristics.DECISION_EFFECT, DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT))
                .floor(Severity.CATASTROPHIC);
        AiSystem lethal = PRODUCED.with(Characteristics.DECISION_EFFECT, DecisionEffect.LIFE_OR_LIBERTY)
                .with(Characteristics.SAFETY_HARM, SafetyHarm.FATALITY);

        assertThat(fairness(evaluate(lethal, liberty), works).severity())
                .isEqualTo(Range.exactly(Severity.CATASTROPHIC));
        assertThat(fairness(evaluate(lethal, death), works).severity()).isEqualTo(Range.exactly(Severity.CATASTROPHIC));
        assertThat(fairness(evaluate(lethal, many), works).severity()).isEqualTo(Range.exactly(Severity.MAJOR));
    }

    @Test
    void the_lowest_severity_has_no_step_below_it() {
        Evaluation evaluation = evaluate(
                PRODUCED,
                rule("R-1").threatens("C.2.5").likelihood(Likelihood.HIGH).requires("A.6.2.8"));

        assertThat(fairness(evaluation, states(LOGS, Stage.EFFECTIVE)).severity())
                .isEqualTo(Range.exactly(Severity.NEGLIGIBLE));
    }

    // Who reduces what ---------------------------------------------------------------------------------------------

    @Test
    void each_control_is_shown_with_what_it_takes_from_each_finding_and_from_each_risk() {
        Evaluation evaluation = evaluate(
                PRODUCED,
                finding("R-1", "C.3.3", Likelihood.HIGH, "A.5.4", "A.6.2.4"),
                finding("R-2", "C.3.4", Likelihood.MODERATE, "A.6.2.4"));
        ResidualProfile profile =
                residual(evaluation, states(ASSESSMENT, Stage.EFFECTIVE, VALIDATION, Stage.IMPLEMENTED));

        // 35.67 x 0.9 / 2 = 16.05 and 35.67 x 0.6 / 2 = 10.70; R-2: 12.78 x 0.6 = 7.67.
        TreatedFinding first = profile.findings().get(0);
        assertThat(first.shares().get(0).least()).isCloseTo(0.1605, HALF_A_TENTH);
        assertThat(first.shares().get(0).most()).isEqualTo(first.shares().get(0).least());
        assertThat(first.shares().get(1).least()).isCloseTo(0.1070, HALF_A_TENTH);
        assertThat(first.mostLeft()).isCloseTo(0.25, HALF_A_TENTH);
        List<ResidualRisk.Effect> effects = profile.risk(FAIRNESS).orElseThrow().effects();
        assertThat(effects).extracting(ResidualRisk.Effect::control).containsExactly(VALIDATION, ASSESSMENT);
        assertThat(effects.get(0).highRate()).isCloseTo(0.1070 + 0.0767, within(0.001));
        assertThat(effects.get(1).highRate()).isCloseTo(0.1605, HALF_A_TENTH);
        // 8.92 + 5.11 = 14.03 is MODERATE; without A.6.2.4 32.4 is HIGH, without A.5.4 30.08 as well.
        assertThat(effects).extracting(ResidualRisk.Effect::highSteps).containsExactly(1, 1);
    }

    @Test
    void a_derivation_can_be_re_performed_by_hand() {
        Evaluation evaluation = evaluate(
                BOUGHT.with(Characteristics.REVERSIBILITY, Reversibility.REVERSIBLE),
                rule("R-0").requires("A.2.2"),
                finding("R-1", "C.3.3", Likelihood.HIGH, "A.2.2", "A.5.4", "A.6.2.4"),
                finding("R-2", "C.3.4", Likelihood.MODERATE, "A.6.2.8").when(yes(Characteristics.PROFILING)));
        ResidualProfile profile = residual(
                evaluation,
                states(
                        POLICY, Stage.PLANNED,
                        ASSESSMENT, Stage.EFFECTIVE,
                        VALIDATION, ControlState.of(Stage.IMPLEMENTED)));

        assertThat(profile.derivation(FAIRNESS)).isEqualTo("""
                        C.2.5 Objective C.2.5, on 2026-03-01
                        A finding shares its points among its risk sources. Of each share remains 1 less the average that the controls count for.
                        Within one risk source the largest remainder counts; the risk sources add up.
                        high end: everything unknown turns out badly
                          C.3.3 Risk source C.3.3: 19.62
                            R-1 Rule R-1: 35.67; A.5.4 0.6, A.6.2.4 0.3; remains 0.5500, 19.62
                          C.3.4 Risk source C.3.4: 12.78
                            R-2 Rule R-2 (undetermined): 12.78; no control takes a share; remains 1.0000, 12.78
                          sum 32.40: HIGH (28.77 to below 79.85); without controls 48.45: HIGH (28.77 to below 79.85)
                          severity MAJOR
                          level HIGH; without controls HIGH
                        low end: everything unknown turns out well
                          C.3.3 Risk source C.3.3: 19.62
                            R-1 Rule R-1: 35.67; A.5.4 0.6, A.6.2.4 0.3; remains 0.5500, 19.62
                          sum 19.62: MODERATE (8.34 to below 28.77); without controls 35.67: HIGH (28.77 to below 79.85)
                          severity MAJOR
                          level MODERATE; without controls HIGH
                        controls
                          A.2.2 Control A.2.2: said PLANNED, counts PLANNED; takes no share: done once for the organisation
                          A.5.4 Control A.5.4: said EFFECTIVE, counts IMPLEMENTED: an organisation-wide control on which it rests is not in place
                          A.6.2.4 Control A.6.2.4: said IMPLEMENTED, counts PARTIAL: it is a promise of a supplier
                          A.6.2.8 Control A.6.2.8: nothing said, counts NOT_IMPLEMENTED..IMPLEMENTED: an organisation-wide control on which it rests is not in place; takes no share: acts on severity alone
                        """);
        assertThatThrownBy(() -> profile.derivation(new ObjectiveId("C.9.9")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // The day, and faults ------------------------------------------------------------------------------------------

    @Test
    void a_day_is_asked_for_if_dates_matter_and_every_fault_is_told_at_once() {
        Evaluation evaluation = evaluate(PRODUCED, finding("R-1", "C.3.3", Likelihood.HIGH, "A.5.4"));
        ControlStates states = states(
                ASSESSMENT, Given.shown(Stage.EFFECTIVE).until(Given.DAY), new ControlId("A.6.2.7"), Stage.PLANNED);

        assertThatThrownBy(() -> ResidualProfile.of(evaluation, states, TestRules.criteria(), null))
                .isInstanceOfSatisfying(
                        AimsException.class,
                        e -> assertThat(e.faults())
                                .extracting(Object::toString)
                                .containsExactly(
                                        "AIMS-3060: The control (A.6.2.7), of which a state is given for system (loan), is"
                                                + " absent from catalogue (test:1).\nMaybe you meant (A.6.2.4).",
                                        "AIMS-3061: The state of control (A.5.4) holds until (2026-03-01), and no day is"
                                                + " given.\nSay for which day: the clock is not read."));
        assertThat(ResidualProfile.of(evaluation, ControlStates.unknown(), TestRules.criteria(), null)
                        .asOf())
                .isEmpty();
    }

    @Test
    void the_profile_tells_the_highest_level_and_what_it_rests_on() {
        Evaluation evaluation = evaluate(PRODUCED, finding("R-1", "C.3.3", Likelihood.HIGH, "A.5.4"));
        ControlStates states = states(ASSESSMENT, Stage.EFFECTIVE);
        ResidualProfile profile = residual(evaluation, states);

        assertThat(profile.level()).isEqualTo(Range.exactly(RiskLevel.LOW));
        assertThat(profile.evaluation()).isSameAs(evaluation);
        assertThat(profile.states()).isEqualTo(states);
        assertThat(profile.asOf()).contains(Given.DAY);
        assertThat(profile.controls()).hasSize(7);
        assertThat(profile.control(new ControlId("A.9.9"))).isEmpty();
        assertThat(profile.risk(new ObjectiveId("C.9.9"))).isEmpty();
        assertThat(profile).hasToString("loan: HIGH, residual LOW");
    }
}
