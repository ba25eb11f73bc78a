package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreatmentCommandsTest {

    private static final String LOAN = """
            id: loan
            name: Loan scoring
            characteristics:
              aimsRoles: [AI_CUSTOMER]
              automationLevel: HIGH_AUTOMATION
              decisionEffect: LEGAL_OR_SIMILARLY_SIGNIFICANT
            controls:
              A.5.4: {state: EFFECTIVE, evidence: review, until: 2026-03-01}
              A.6.2.6: PARTIAL
            """;

    @TempDir
    Path folder;

    @Test
    void gaps_tells_what_is_not_in_place_and_what_remains() {
        Run run = Run.withInput(LOAN, "gaps", "-", "--as-of", "2026-03-02");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(oneLine(run))
                .startsWith("Loan scoring: ")
                .contains("Not in place (")
                .contains("A.6.2.6")
                .contains("Counts as partial.")
                .contains("In place and not shown to work (1)")
                .contains("its evidence has expired")
                .contains("What remains of each risk")
                .contains("of the rate.");
    }

    @Test
    void states_with_dates_need_a_day() {
        Run run = Run.withInput(LOAN, "gaps", "-");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("AIMS-3061").contains("A.5.4");
    }

    @Test
    void what_the_organisation_says_holds_for_the_system() throws IOException {
        Path controls =
                Files.writeString(folder.resolve("controls.yaml"), "aims: controls/1\ncontrols: {A.2.2: PLANNED}\n");
        Run with = Run.withInput(LOAN, "gaps", "-", "--as-of", "2026-03-01", "--organisation", controls.toString());

        assertThat(oneLine(with))
                .contains("Counts as planned.")
                .contains("an organisation-wide control on which it rests is not in place");
        assertThat(oneLine(Run.withInput(LOAN, "gaps", "-", "--as-of", "2026-03-01")))
                .doesNotContain("Counts as planned.");
        assertThat(Run.withInput(LOAN, "gaps", "-", "--organisation", folder + "/absent.yaml")
                        .err())
                .contains("AIMS-1025");
    }

    @Test
    void plan_finds_the_fewest_controls_or_the_cheapest() {
        String small = """
                id: pump
                characteristics: {aimsRoles: [AI_CUSTOMER]}
                """;
        assertThat(Run.withInput(small, "plan", "-", "--tolerance", "very-high").out())
                .startsWith("pump: nothing passes very high.");
        Run tight = Run.withInput(LOAN, "plan", "-", "--tolerance", "very-low", "--as-of", "2026-03-01");
        assertThat(tight.status()).isEqualTo(1);
        assertThat(oneLine(tight)).contains("out of reach").contains("What that brings");
        Run priced = Run.withInput(
                LOAN, "plan", "-", "--tolerance", "very-low", "--cost", "A.9.2=5", "--as-of", "2026-03-01");
        assertThat(oneLine(priced)).contains("out of reach");
    }

    @Test
    void wrong_costs_are_told() {
        assertThat(Run.withInput(LOAN, "plan", "-", "--as-of", "2026-03-01", "--tolerance", "low", "--cost", "A.9.7=5")
                        .err())
                .contains("AIMS-3063")
                .contains("Maybe you meant (A.9.2).");
        assertThat(Run.withInput(LOAN, "plan", "-", "--as-of", "2026-03-01", "--tolerance", "low", "--cost", "a b=5")
                        .err())
                .contains("AIMS-3063");
        assertThat(Run.withInput(LOAN, "plan", "-", "--as-of", "2026-03-01", "--tolerance", "low", "--cost", "A.9.2=-5")
                        .err())
                .contains("AIMS-3062");
        assertThat(Run.withInput(LOAN, "plan", "-").err()).contains("AIMS-5010").contains("--tolerance");
    }

    /** Lines are broken at a width, wherever that falls. */
    private static String oneLine(Run run) {
        return run.out().replaceAll("\\s+", " ");
    }
}
