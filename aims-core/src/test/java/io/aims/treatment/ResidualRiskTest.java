package io.aims.treatment;

import static io.aims.TestRules.rule;
import static io.aims.treatment.Given.FAIRNESS;
import static io.aims.treatment.Given.MONITORING;
import static io.aims.treatment.Given.PRODUCED;
import static io.aims.treatment.Given.VALIDATION;
import static io.aims.treatment.Given.evaluate;
import static io.aims.treatment.Given.fairness;
import static io.aims.treatment.Given.states;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.evaluation.Evaluation;
import io.aims.risk.Likelihood;
import io.aims.risk.Severity;
import io.aims.treatment.ControlState.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ResidualRiskTest {

    private final Evaluation evaluation = evaluate(
            PRODUCED,
            rule("R-1")
                    .raises("C.3.3")
                    .threatens("C.2.5")
                    .likelihood(Likelihood.HIGH)
                    .floor(Severity.MAJOR)
                    .requires("A.6.2.6", "A.6.2.4"));

    @Test
    void two_are_equal_if_all_they_say_is() {
        ResidualRisk risk = fairness(evaluation, states(MONITORING, Stage.EFFECTIVE, VALIDATION, Stage.PARTIAL));

        assertThat(risk)
                .isEqualTo(fairness(evaluation, states(MONITORING, Stage.EFFECTIVE, VALIDATION, Stage.PARTIAL)))
                .hasSameHashCodeAs(fairness(evaluation, states(MONITORING, Stage.EFFECTIVE, VALIDATION, Stage.PARTIAL)))
                .isNotEqualTo(fairness(evaluation, states(MONITORING, Stage.PARTIAL, VALIDATION, Stage.PARTIAL)))
                .isNotEqualTo(null)
                .hasToString("C.2.5: HIGH, residual MODERATE");
    }

    @Test
    void equal_levels_with_other_effects_are_not_equal() {
        ResidualRisk one = fairness(evaluation, states(MONITORING, Stage.EFFECTIVE, VALIDATION, Stage.PARTIAL));
        ResidualRisk other = fairness(evaluation, states(MONITORING, Stage.PARTIAL, VALIDATION, Stage.EFFECTIVE));

        assertThat(one.highRate()).isEqualTo(other.highRate());
        assertThat(one.level()).isEqualTo(other.level());
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void several_threads_that_ask_for_effects_at_once_get_the_same() throws Exception {
        ResidualProfile profile =
                Given.residual(evaluation, states(MONITORING, Stage.EFFECTIVE, VALIDATION, Stage.PARTIAL));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<ResidualRisk.Effect>>> asked = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                asked.add(threads.submit(
                        () -> profile.risk(FAIRNESS).orElseThrow().effects()));
            }
            for (Future<List<ResidualRisk.Effect>> effects : asked) {
                assertThat(effects.get())
                        .extracting(ResidualRisk.Effect::control)
                        .containsExactly(MONITORING, VALIDATION);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
