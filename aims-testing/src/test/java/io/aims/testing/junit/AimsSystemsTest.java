package io.aims.testing.junit;

import static io.aims.testing.AimsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.interchange.SystemDocument;
import io.aims.system.AiSystem;
import io.aims.treatment.ControlStates;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class AimsSystemsTest {

    @AimsSystems("systems")
    void no_system_of_the_folder_is_stopped(Evaluation evaluation, AiSystem system, ControlStates states, Aims aims) {
        assertThat(evaluation).doesNotStop();
        assertThat(evaluation).isEqualTo(aims.evaluate(system));
        assertThat(states.states()).isNotEmpty();
    }

    @AimsSystems(value = "systems/casting.yaml", asOf = "2026-11-01")
    void a_file_can_be_named_and_a_day(Evaluation evaluation, @AimsSystem("credit.yaml") AiSystem other) {
        assertThat(evaluation.asOf()).isPresent();
        assertThat(other.id()).isEqualTo("loan-scoring");
    }

    @AimsSystems(value = "inventory.csv", mapping = "inventory-mapping.yaml")
    void an_inventory_can_be_named(SystemDocument document) {
        assertThat(document.system().answers()).hasSize(1);
    }

    @Test
    void each_system_is_a_test_of_its_id_and_none_that_cannot_be_read_is_left_out() {
        Run run = Run.of(ForFolders.class);

        assertThat(run.statuses())
                .containsEntry("casting-inspection", "SUCCESSFUL")
                .containsEntry("loan-scoring", "FAILED")
                .containsEntry("whole", "SUCCESSFUL");
        String refused = run.statuses().keySet().stream()
                .filter(name -> name.endsWith("broken.yaml:1:1"))
                .findFirst()
                .orElseThrow();
        assertThat(run.failure(refused))
                .contains("automationLevl", "Maybe you meant (automationLevel).", "broken.yaml:3:3");
        assertThat(run.failure("nowhere(AiSystem)")).contains("AIMS-7003", "Maybe you meant (systems).");
    }

    @Disabled("run by the test above")
    static class ForFolders {

        @AimsSystems("systems")
        void all(Evaluation evaluation) {
            assertThat(evaluation).atMost(io.aims.risk.RiskLevel.MODERATE);
        }

        @AimsSystems("refused")
        void refused() {}

        @AimsSystems("sistems")
        void nowhere(AiSystem system) {}
    }

    @Test
    void a_parameter_that_cannot_be_given_fails_its_test_and_says_why() {
        Run run = Run.of(Wrong.class);

        assertThat(run.failure("absent(AiSystem)"))
                .contains("AIMS-7003", "(credits.yaml)", "Maybe you meant (credit.yaml).");
        assertThat(run.failure("day(Evaluation)")).contains("AIMS-7004", "(next week)");
        assertThat(run.failure("type(String)")).contains("AIMS-7005", "(String)");
        assertThat(run.failure("faulty(AiSystem)")).contains("automationLevl");
        assertThat(run.failure("inner(Aims)")).contains("AIMS-7006", "Inner");
        assertThat(run.statuses()).containsEntry("asked(Aims)", "SUCCESSFUL").hasSize(6);
    }

    @Disabled("run by the test above")
    static class Wrong {

        @Test
        void absent(@AimsSystem("credits.yaml") AiSystem system) {}

        @Test
        void day(@AimsSystem(value = "credit.yaml", asOf = "next week") Evaluation evaluation) {}

        @Test
        void type(@AimsSystem("credit.yaml") String text) {}

        @Test
        void faulty(@AimsSystem("refused/broken.yaml") AiSystem system) {}

        @Test
        @UsingAims(Inner.class)
        void inner(Aims aims) {}

        @Test
        @UsingAims(AcmeRules.class)
        void asked(Aims aims) {
            assertThat(aims.packs()).hasSize(1);
        }

        class Inner implements java.util.function.Supplier<Aims> {

            @Override
            public Aims get() {
                return Aims.standard();
            }
        }
    }
}
