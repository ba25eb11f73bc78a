package io.aims.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.system.AiSystem;
import io.aims.treatment.ControlStates;
import org.junit.jupiter.api.Test;

class SystemReportTest {

    @Test
    void a_hostile_name_is_text_and_no_markup() {
        try (Aims aims = Aims.standard()) {
            Evaluation evaluation = aims.evaluate(
                    AiSystem.named("s").name("<script>alert(1)</script>").build());

            String page = SystemReport.of(aims.explain(evaluation), aims.residual(evaluation, ControlStates.unknown()))
                    .html();

            assertThat(page).contains("&lt;script&gt;").doesNotContain("<script");
        }
    }
}
