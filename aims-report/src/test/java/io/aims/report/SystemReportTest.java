package io.aims.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.Aims;
import io.aims.system.AiSystem;
import org.junit.jupiter.api.Test;

class SystemReportTest {

    @Test
    void a_hostile_name_is_text_and_no_markup() {
        try (Aims aims = Aims.standard()) {
            AiSystem system =
                    AiSystem.named("s").name("<script>alert(1)</script>").build();

            String page = new SystemReport(aims.evaluate(system)).html();

            assertThat(page).contains("&lt;script&gt;").doesNotContain("<script");
        }
    }
}
