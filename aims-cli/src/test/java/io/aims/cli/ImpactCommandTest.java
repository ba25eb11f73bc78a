package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImpactCommandTest {

    private static final String LOAN = """
            id: loan
            name: Loan scoring
            characteristics:
              automationLevel: HIGH_AUTOMATION
              decisionEffect: MATERIAL
              generativeCapability: NONE
            controls:
              A.9.2: {state: EFFECTIVE, evidence: audit, until: 2026-12-31}
            """;

    @Test
    void impact_drafts_an_assessment() {
        Run run = Run.withInput(LOAN, "impact", "-", "--as-of", "2026-03-01");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("Impact assessment of Loan scoring: draft\n")
                .contains("An impact assessment is called for. It holds for 2026-03-01.")
                .contains("\nAT A GLANCE\n")
                .contains("\nGROUPS OF PEOPLE\n")
                .contains("  Found: ")
                .contains("evidence: audit");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= Terminal.PLAIN_COLUMNS);
    }

    @Test
    void possible_findings_are_named_on_demand() {
        Run few = Run.withInput(LOAN, "impact", "-", "--as-of", "2026-03-01", "-f", "md");
        Run all = Run.withInput(LOAN, "impact", "-", "--as-of", "2026-03-01", "-f", "md", "--all");

        assertThat(few.out())
                .startsWith("# Impact assessment of Loan scoring: draft\n")
                .contains(" more.");
        assertThat(all.out()).hasSizeGreaterThan(few.out().length());
    }

    @Test
    void programs_get_json() {
        assertThat(Run.withInput(LOAN, "impact", "-", "--as-of", "2026-03-01", "-f", "json")
                        .out())
                .startsWith("{\n  \"aims\": \"impact/1\",")
                .endsWith("}\n");
    }

    @Test
    void states_with_dates_need_a_day() {
        Run run = Run.withInput(LOAN, "impact", "-");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("AIMS-3061");
    }
}
