package io.aims.treatment;

import static io.aims.TestRules.rule;
import static io.aims.treatment.Given.ASSESSMENT;
import static io.aims.treatment.Given.FAIRNESS;
import static io.aims.treatment.Given.LOGS;
import static io.aims.treatment.Given.MONITORING;
import static io.aims.treatment.Given.POLICY;
import static io.aims.treatment.Given.PRODUCED;
import static io.aims.treatment.Given.USE;
import static io.aims.treatment.Given.VALIDATION;
import static io.aims.treatment.Given.evaluate;
import static io.aims.treatment.Given.residual;
import static io.aims.treatment.Given.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.aims.evaluation.Evaluation;
import io.aims.risk.Likelihood;
import io.aims.risk.Severity;
import io.aims.treatment.ControlState.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapTest {

    private final Evaluation evaluation = evaluate(
            PRODUCED,
            rule("R-0").requires("A.2.2", "A.9.2"),
            rule("R-1")
                    .raises("C.3.3")
                    .threatens("C.2.5")
                    .likelihood(Likelihood.HIGH)
                    .floor(Severity.MAJOR)
                    .requires("A.6.2.6"),
            rule("R-2")
                    .raises("C.3.4")
                    .threatens("C.2.5")
                    .likelihood(Likelihood.LOW)
                    .requires("A.6.2.4", "A.5.4"));

    @Test
    void what_is_missing_unknown_or_not_shown_is_a_gap_and_what_works_is_none() {
        List<Gap> gaps = residual(
                        evaluation,
                        states(
                                POLICY, Stage.IMPLEMENTED,
                                MONITORING, Stage.PARTIAL,
                                VALIDATION, Stage.EFFECTIVE))
                .gaps();

        assertThat(gaps)
                .extracting(gap -> gap.safeguard().control().id(), Gap::kind, Gap::isOpen)
                .containsExactly(
                        tuple(MONITORING, Gap.Kind.MISSING, true),
                        tuple(ASSESSMENT, Gap.Kind.UNKNOWN, true),
                        tuple(POLICY, Gap.Kind.NOT_SHOWN, false));
    }

    @Test
    void a_control_of_another_role_or_that_nothing_calls_for_is_no_gap() {
        assertThat(residual(evaluation, ControlStates.unknown()).gaps())
                .extracting(gap -> gap.safeguard().control().id())
                .doesNotContain(USE, LOGS)
                .hasSize(4);
    }

    @Test
    void a_gap_tells_what_closing_it_brings_and_the_largest_comes_first() {
        List<Gap> gaps = residual(
                        evaluation,
                        states(
                                POLICY, Stage.IMPLEMENTED,
                                MONITORING, Stage.NOT_IMPLEMENTED,
                                VALIDATION, Stage.NOT_IMPLEMENTED,
                                ASSESSMENT, Stage.NOT_IMPLEMENTED))
                .gaps();
        Gap first = gaps.get(0);

        // 35.67 points and 4.08: HIGH. With 0.6 taken of the first 18.35, with 0.9 7.65: MODERATE, LOW, so the levels
        // fall
        // by one step, and by two.
        assertThat(first.safeguard().control().id()).isEqualTo(MONITORING);
        assertThat(first.inPlace().steps()).isEqualTo(1);
        assertThat(first.inPlace().rate()).isCloseTo(0.2140, within(0.0005));
        assertThat(first.effective().steps()).isEqualTo(2);
        assertThat(first.effective().rate()).isCloseTo(0.3210, within(0.0005));
        assertThat(first.effective().lowered()).containsExactly(FAIRNESS);
        assertThat(gaps.get(1).effective().rate()).isCloseTo(0.0184, within(0.0005));
        assertThat(gaps.get(1).effective().lowered()).isEmpty();
        assertThat(gaps)
                .extracting(gap -> gap.safeguard().control().id())
                .containsExactly(MONITORING, ASSESSMENT, VALIDATION, POLICY);
    }

    @Test
    void a_missing_policy_brings_what_it_holds_back() {
        Gap policy = residual(
                        evaluation,
                        states(
                                POLICY,
                                Stage.PLANNED,
                                MONITORING,
                                Stage.EFFECTIVE,
                                VALIDATION,
                                Stage.EFFECTIVE,
                                ASSESSMENT,
                                Stage.EFFECTIVE))
                .gaps()
                .get(0);

        // 35.67 x 0.3 and 4.08 x 0.3 come back when nothing is held at IMPLEMENTED any longer.
        assertThat(policy.safeguard().control().id()).isEqualTo(POLICY);
        assertThat(policy.inPlace().rate()).isCloseTo(0.1192, within(0.0005));
        assertThat(policy.inPlace()).isEqualTo(policy.effective());
    }
}
