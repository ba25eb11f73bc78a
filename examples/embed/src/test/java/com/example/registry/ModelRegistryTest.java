package com.example.registry;

import static com.example.registry.ModelCard.Field.ABOUT_WHOM;
import static com.example.registry.ModelCard.Field.AT_STAKE;
import static com.example.registry.ModelCard.Field.TRAINED_AGAIN;
import static com.example.registry.ModelCard.Field.WHO_ACTS;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.aims.Aims;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelRegistryTest {

    private static final Aims AIMS = Aims.standard();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final ModelCard CONTRACTS = new ModelCard(
            "contract-scoring",
            Map.of(WHO_ACTS, "model", TRAINED_AGAIN, "nightly", ABOUT_WHOM, "customers", AT_STAKE, "contract"));

    @Test
    void a_model_that_decides_on_contracts_is_refused_while_controls_are_missing() {
        ModelRegistry registry = new ModelRegistry(AIMS, ControlStates.unknown());

        Admission admission = registry.admit(CONTRACTS, DAY);

        assertThat(admission)
                .asInstanceOf(type(Admission.Refused.class))
                .satisfies(refused -> assertThat(refused.reasons())
                        .anyMatch(line -> line.matches("A\\.5\\.4 .*, because ADM-14 .*")));
    }

    @Test
    void the_same_model_goes_live_when_every_control_works() {
        ControlStates all = ControlStates.of(AIMS.catalogue().controls().stream()
                .collect(toMap(control -> control.id(), control -> ControlState.of(Stage.EFFECTIVE))));
        ModelRegistry registry = new ModelRegistry(AIMS, all);

        assertThat(registry.admit(CONTRACTS, DAY)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void an_empty_card_never_looks_safe() {
        ModelRegistry registry = new ModelRegistry(AIMS, ControlStates.unknown());

        Admission admission = registry.admit(new ModelCard("new", Map.of()), DAY);

        assertThat(admission)
                .asInstanceOf(type(Admission.Refused.class))
                .satisfies(refused -> assertThat(refused.nextQuestion()).endsWith("?"));
    }
}
