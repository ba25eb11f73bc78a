package io.aims.treatment;

import static io.aims.TestRules.rule;
import static io.aims.treatment.Given.DAY;
import static io.aims.treatment.Given.MONITORING;
import static io.aims.treatment.Given.PRODUCED;
import static io.aims.treatment.Given.USE;
import static io.aims.treatment.Given.VALIDATION;
import static io.aims.treatment.Given.evaluate;
import static io.aims.treatment.Given.states;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.TestRules;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Seal;
import io.aims.risk.Likelihood;
import io.aims.treatment.ControlState.Stage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ResidualSealTest {

    private final Evaluation evaluation = evaluate(
            PRODUCED,
            rule("R-1")
                    .raises("C.3.3")
                    .threatens("C.2.5")
                    .likelihood(Likelihood.HIGH)
                    .requires("A.6.2.6"));

    private Seal seal(ControlStates states) {
        return ResidualProfile.of(evaluation, states, TestRules.criteria(), DAY).seal();
    }

    @Test
    void equal_profiles_have_one_seal() {
        ControlStates states = states(MONITORING, Stage.EFFECTIVE, VALIDATION, Stage.PARTIAL);
        ControlStates otherOrder = states(VALIDATION, Stage.PARTIAL, MONITORING, Stage.EFFECTIVE);

        assertThat(seal(states)).isEqualTo(seal(otherOrder));
        assertThat(seal(states).value())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(evaluation.seal().value());
        assertThat(Given.residual(evaluation, states))
                .isEqualTo(Given.residual(evaluation, otherOrder))
                .hasSameHashCodeAs(Given.residual(evaluation, otherOrder));
    }

    @Test
    void whatever_is_said_or_counts_differently_has_another_seal() {
        ControlState said = Given.shown(Stage.EFFECTIVE).until(DAY);
        Set<Seal> seals = new LinkedHashSet<>();
        List<ControlStates> all = List.of(
                ControlStates.unknown(),
                new ControlStates(new TreeMap<>(), new TreeSet<>(Set.of(MONITORING))),
                states(MONITORING, said),
                states(USE, said),
                states(MONITORING, said.until(DAY.plusDays(1))),
                states(MONITORING, said.shownBy("another report")),
                states(MONITORING, Stage.EFFECTIVE),
                states(MONITORING, Stage.IMPLEMENTED),
                states(MONITORING, new ControlState(Stage.EFFECTIVE, "test report", null, DAY, DAY)),
                states(MONITORING, new ControlState(Stage.EFFECTIVE, "test report", "head of AI", null, DAY)),
                states(MONITORING, new ControlState(Stage.EFFECTIVE, "by hand", "test report", null, null, DAY)));
        all.forEach(states -> seals.add(seal(states)));

        assertThat(seals).hasSize(all.size());
    }

    @Test
    void another_day_or_another_evaluation_has_another_seal() {
        ControlStates states = states(MONITORING, Stage.EFFECTIVE);
        ResidualProfile profile = Given.residual(evaluation, states);
        ResidualProfile nextDay = ResidualProfile.of(evaluation, states, TestRules.criteria(), DAY.plusDays(1));
        Evaluation other = evaluate(
                PRODUCED,
                rule("R-2")
                        .raises("C.3.3")
                        .threatens("C.2.5")
                        .likelihood(Likelihood.HIGH)
                        .requires("A.6.2.6"));

        assertThat(nextDay.risks()).isEqualTo(profile.risks());
        assertThat(nextDay.seal()).isNotEqualTo(profile.seal());
        assertThat(nextDay).isNotEqualTo(profile);
        assertThat(Given.residual(other, states).seal()).isNotEqualTo(profile.seal());
        assertThat(profile.seal()).isSameAs(profile.seal());
    }
}
