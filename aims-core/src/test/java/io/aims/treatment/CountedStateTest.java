package io.aims.treatment;

import static io.aims.TestRules.rule;
import static io.aims.treatment.CountedState.Reason.BASELINE_MISSING;
import static io.aims.treatment.CountedState.Reason.EFFECT_NOT_SHOWN;
import static io.aims.treatment.CountedState.Reason.EVIDENCE_EXPIRED;
import static io.aims.treatment.CountedState.Reason.NOTHING_SAID;
import static io.aims.treatment.CountedState.Reason.NOT_YET;
import static io.aims.treatment.CountedState.Reason.PROMISE;
import static io.aims.treatment.CountedState.Reason.STATEMENT_EXPIRED;
import static io.aims.treatment.Given.ASSESSMENT;
import static io.aims.treatment.Given.BOUGHT;
import static io.aims.treatment.Given.DAY;
import static io.aims.treatment.Given.MONITORING;
import static io.aims.treatment.Given.POLICY;
import static io.aims.treatment.Given.PROCESS;
import static io.aims.treatment.Given.PRODUCED;
import static io.aims.treatment.Given.ROLES_OPEN;
import static io.aims.treatment.Given.VALIDATION;
import static io.aims.treatment.Given.evaluate;
import static io.aims.treatment.Given.residual;
import static io.aims.treatment.Given.shown;
import static io.aims.treatment.Given.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.control.ControlId;
import io.aims.evaluation.Evaluation;
import io.aims.risk.Range;
import io.aims.system.AiSystem;
import io.aims.treatment.ControlState.Stage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountedStateTest {

    @Test
    void what_is_not_said_may_be_anything() {
        CountedState state = counted(PRODUCED, MONITORING, ControlStates.unknown());

        assertThat(state.stage()).isEqualTo(new Range<>(Stage.NOT_IMPLEMENTED, Stage.EFFECTIVE));
        assertThat(state.reasons()).containsExactly(NOTHING_SAID);
        assertThat(state.statement()).isEmpty();
        assertThat(state.isInPlace()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void what_is_shown_counts_as_said(Stage stage) {
        CountedState state = counted(PRODUCED, MONITORING, states(MONITORING, stage));

        assertThat(state.stage()).isEqualTo(Range.exactly(stage));
        assertThat(state.reasons()).isEmpty();
        assertThat(state.statement()).contains(shown(stage));
    }

    @Test
    void effect_counts_only_if_something_shows_it() {
        for (ControlState said : List.of(
                ControlState.of(Stage.EFFECTIVE),
                ControlState.of(Stage.EFFECTIVE).shownBy(" "))) {
            CountedState state = counted(PRODUCED, MONITORING, states(MONITORING, said));

            assertThat(state.stage()).isEqualTo(Range.exactly(Stage.IMPLEMENTED));
            assertThat(state.reasons()).containsExactly(EFFECT_NOT_SHOWN);
            assertThat(state.isInPlace()).isTrue();
        }
    }

    @Test
    void evidence_counts_on_its_last_day_and_not_on_the_next() {
        ControlState audited = shown(Stage.EFFECTIVE).until(DAY);

        assertThat(on(DAY, audited).stage()).isEqualTo(Range.exactly(Stage.EFFECTIVE));
        assertThat(on(DAY, audited).reasons()).isEmpty();
        assertThat(on(DAY.plusDays(1), audited).stage()).isEqualTo(Range.exactly(Stage.IMPLEMENTED));
        assertThat(on(DAY.plusDays(1), audited).reasons()).containsExactly(EVIDENCE_EXPIRED, EFFECT_NOT_SHOWN);
    }

    @Test
    void a_statement_without_evidence_is_unknown_after_its_last_day_and_no_better_than_it_was() {
        ControlState stated = ControlState.of(Stage.IMPLEMENTED).until(DAY);

        assertThat(on(DAY, stated).stage()).isEqualTo(Range.exactly(Stage.IMPLEMENTED));
        assertThat(on(DAY.plusDays(1), stated).stage())
                .isEqualTo(new Range<>(Stage.NOT_IMPLEMENTED, Stage.IMPLEMENTED));
        assertThat(on(DAY.plusDays(1), stated).reasons()).containsExactly(STATEMENT_EXPIRED);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void every_stage_counts_on_its_last_day_and_falls_back_on_the_next_to_what_remains(Stage stage) {
        Stage onItsWord = stage.atMost(Stage.IMPLEMENTED);
        ControlState shown = shown(stage).until(DAY);
        ControlState stated = ControlState.of(stage).until(DAY);

        assertThat(on(DAY, shown).stage()).isEqualTo(Range.exactly(stage));
        assertThat(on(DAY, shown).reasons()).isEmpty();
        assertThat(on(DAY.plusDays(1), shown).stage()).isEqualTo(Range.exactly(onItsWord));
        assertThat(on(DAY.plusDays(1), shown).reasons()).contains(EVIDENCE_EXPIRED);
        assertThat(on(DAY, stated).stage()).isEqualTo(Range.exactly(onItsWord));
        assertThat(on(DAY.plusDays(1), stated).stage()).isEqualTo(new Range<>(Stage.NOT_IMPLEMENTED, onItsWord));
        assertThat(on(DAY.plusDays(1), stated).reasons()).contains(STATEMENT_EXPIRED);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void what_a_supplier_shows_counts_on_the_last_day_and_is_a_promise_on_the_next(Stage stage) {
        Evaluation bought = evaluate(BOUGHT, rule("R-1").requires("A.6.2.4"));
        Stage promised = stage.atMost(Stage.PARTIAL);

        for (boolean isShown : new boolean[] {true, false}) {
            ControlState said = (isShown ? shown(stage) : ControlState.of(stage)).until(DAY);
            assertThat(stageOn(DAY, bought, said)).isEqualTo(Range.exactly(isShown ? stage : promised));
            assertThat(stageOn(DAY.plusDays(1), bought, said))
                    .isEqualTo(new Range<>(isShown ? promised : Stage.NOT_IMPLEMENTED, promised));
        }
    }

    private static Range<Stage> stageOn(LocalDate day, Evaluation bought, ControlState said) {
        return ResidualProfile.of(bought, states(VALIDATION, said), io.aims.TestRules.criteria(), day)
                .control(VALIDATION)
                .orElseThrow()
                .stage();
    }

    @Test
    void what_begins_later_is_planned_until_its_first_day() {
        ControlState later = new ControlState(Stage.EFFECTIVE, "audit", null, DAY, null);

        assertThat(on(DAY.minusDays(1), later).stage()).isEqualTo(Range.exactly(Stage.PLANNED));
        assertThat(on(DAY.minusDays(1), later).reasons()).containsExactly(NOT_YET);
        assertThat(on(DAY, later).stage()).isEqualTo(Range.exactly(Stage.EFFECTIVE));
        ControlState never = new ControlState(Stage.NOT_IMPLEMENTED, null, null, DAY, null);
        assertThat(on(DAY.minusDays(1), never).stage()).isEqualTo(Range.exactly(Stage.NOT_IMPLEMENTED));
        assertThat(on(DAY.minusDays(1), never).reasons()).isEmpty();
    }

    @Test
    void a_promise_of_a_supplier_is_partial_until_evidence_shows_more() {
        ControlState promised = ControlState.of(Stage.IMPLEMENTED);

        CountedState bought = counted(BOUGHT, VALIDATION, states(VALIDATION, promised));
        assertThat(bought.stage()).isEqualTo(Range.exactly(Stage.PARTIAL));
        assertThat(bought.reasons()).containsExactly(PROMISE);
        assertThat(counted(BOUGHT, VALIDATION, states(VALIDATION, Stage.IMPLEMENTED))
                        .stage())
                .isEqualTo(Range.exactly(Stage.IMPLEMENTED));
        assertThat(counted(BOUGHT, VALIDATION, states(VALIDATION, ControlState.of(Stage.PLANNED)))
                        .stage())
                .isEqualTo(Range.exactly(Stage.PLANNED));
        assertThat(counted(PRODUCED, VALIDATION, states(VALIDATION, promised)).stage())
                .isEqualTo(Range.exactly(Stage.IMPLEMENTED));
    }

    @Test
    void while_the_roles_are_open_it_may_be_a_promise() {
        CountedState state = counted(ROLES_OPEN, VALIDATION, states(VALIDATION, ControlState.of(Stage.EFFECTIVE)));

        assertThat(state.stage()).isEqualTo(new Range<>(Stage.PARTIAL, Stage.IMPLEMENTED));
        assertThat(state.reasons()).containsExactly(EFFECT_NOT_SHOWN, PROMISE);
    }

    @Test
    void while_policies_are_missing_nothing_counts_as_effective() {
        Evaluation evaluation = evaluate(PRODUCED, rule("R-1").requires("A.2.2", "A.5.2", "A.6.2.6", "A.5.4"));
        ControlStates states = states(
                POLICY,
                Stage.PARTIAL,
                PROCESS,
                Stage.IMPLEMENTED,
                MONITORING,
                Stage.EFFECTIVE,
                ASSESSMENT,
                Stage.PARTIAL);

        CountedState monitoring =
                residual(evaluation, states).control(MONITORING).orElseThrow();
        assertThat(monitoring.stage()).isEqualTo(Range.exactly(Stage.IMPLEMENTED));
        assertThat(monitoring.reasons()).containsExactly(BASELINE_MISSING);
        assertThat(residual(evaluation, states)
                        .control(ASSESSMENT)
                        .orElseThrow()
                        .reasons())
                .isEmpty();
        ControlStates inPlace = states.with(POLICY, ControlState.of(Stage.IMPLEMENTED));
        assertThat(residual(evaluation, inPlace)
                        .control(MONITORING)
                        .orElseThrow()
                        .stage())
                .isEqualTo(Range.exactly(Stage.EFFECTIVE));
    }

    @Test
    void a_process_that_is_missing_concerns_its_own_area_alone() {
        Evaluation evaluation = evaluate(PRODUCED, rule("R-1").requires("A.2.2", "A.5.2", "A.6.2.6", "A.5.4"));
        ControlStates states = states(
                POLICY,
                Stage.IMPLEMENTED,
                PROCESS,
                Stage.PLANNED,
                MONITORING,
                Stage.EFFECTIVE,
                ASSESSMENT,
                Stage.EFFECTIVE);

        ResidualProfile profile = residual(evaluation, states);
        assertThat(profile.control(MONITORING).orElseThrow().stage()).isEqualTo(Range.exactly(Stage.EFFECTIVE));
        assertThat(profile.control(ASSESSMENT).orElseThrow().stage()).isEqualTo(Range.exactly(Stage.IMPLEMENTED));
    }

    @Test
    void what_rests_on_a_control_of_unknown_state_may_count_for_less() {
        Evaluation evaluation = evaluate(PRODUCED, rule("R-1").requires("A.2.2", "A.6.2.6"));

        assertThat(residual(evaluation, states(MONITORING, Stage.EFFECTIVE))
                        .control(MONITORING)
                        .orElseThrow()
                        .stage())
                .isEqualTo(new Range<>(Stage.IMPLEMENTED, Stage.EFFECTIVE));
    }

    @Test
    void an_organisation_wide_control_that_nothing_calls_for_holds_nothing_back() {
        Evaluation evaluation = evaluate(PRODUCED, rule("R-1").requires("A.6.2.6"));

        assertThat(residual(evaluation, states(POLICY, Stage.NOT_IMPLEMENTED, MONITORING, Stage.EFFECTIVE))
                        .control(MONITORING)
                        .orElseThrow()
                        .stage())
                .isEqualTo(Range.exactly(Stage.EFFECTIVE));
    }

    @Test
    void a_state_cannot_end_before_it_begins() {
        assertThatThrownBy(() -> new ControlState(Stage.PLANNED, null, null, DAY, DAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-02-28");
        assertThat(new ControlState(Stage.PLANNED, null, null, DAY, DAY).until())
                .isEqualTo(DAY);
    }

    private static CountedState on(LocalDate day, ControlState said) {
        return ResidualProfile.of(
                        evaluate(PRODUCED, rule("R-1").requires("A.6.2.6")),
                        states(MONITORING, said),
                        io.aims.TestRules.criteria(),
                        day)
                .control(MONITORING)
                .orElseThrow();
    }

    private static CountedState counted(AiSystem system, ControlId control, ControlStates states) {
        return residual(evaluate(system, rule("R-1").requires(control.value())), states)
                .control(control)
                .orElseThrow();
    }
}
