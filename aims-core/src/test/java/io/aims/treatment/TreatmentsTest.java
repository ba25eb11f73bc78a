package io.aims.treatment;

import static io.aims.treatment.Given.DAY;
import static io.aims.treatment.Given.FAIRNESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.risk.RiskLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TreatmentsTest {

    @Test
    void a_system_that_is_absent_has_no_decision_and_what_is_given_is_copied() {
        Treatment shared = new Treatment.Share(FAIRNESS, "insurer", "legal", DAY, "board");
        List<Treatment> given = new ArrayList<>(List.of(shared));
        TreeMap<String, List<Treatment>> systems = new TreeMap<>();
        systems.put("loan", given);
        Treatments treatments = new Treatments(RiskLevel.LOW, systems);
        given.clear();
        systems.clear();

        assertThat(treatments.of("loan")).containsExactly(shared);
        assertThat(treatments.of("pump")).isEmpty();
        assertThat(treatments.systems()).isUnmodifiable();
    }
}
