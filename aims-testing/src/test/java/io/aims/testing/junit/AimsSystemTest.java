package io.aims.testing.junit;

import static io.aims.testing.AimsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.interchange.SystemDocument;
import io.aims.system.AiSystem;
import io.aims.testing.AssertionsByRules;
import io.aims.treatment.ControlStates;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class AimsSystemTest {

    @Test
    void a_system_is_handed_over_evaluated(@AimsSystem("credit.yaml") Evaluation credit) {
        assertThat(credit).requires("A.9.2").because("ADM-05");
        assertThat(credit.asOf()).isEmpty();
    }

    @Test
    void the_day_becomes_a_part_of_the_evaluation(
            @AimsSystem(value = "credit.yaml", asOf = "2026-11-01") Evaluation credit) {
        assertThat(credit.asOf()).contains(LocalDate.of(2026, 11, 1));
    }

    @Test
    void every_form_of_a_description_can_be_asked_for(
            @AimsSystem("credit.yaml") AiSystem system,
            @AimsSystem("/io/aims/testing/junit/credit.yaml") ControlStates states,
            @AimsSystem("src/test/resources/io/aims/testing/junit/credit.yaml") SystemDocument document) {
        assertThat(document).isEqualTo(new SystemDocument(system, states));
        assertThat(states.states()).isNotEmpty();
    }

    @Test
    @ExtendWith(AimsExtension.class)
    void the_rules_are_the_same_object_for_all_tests(Aims aims, AssertionsByRules rules) {
        assertThat(aims.basis()).isEqualTo(Aims.standard().basis());
        rules.assertThat(AiSystem.named("empty").build()).leavesUndetermined("A.10.4");
    }
}
