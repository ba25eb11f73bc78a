package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClausesCommandTest {

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

    @TempDir
    Path folder;

    @Test
    void it_tells_what_the_evaluations_evidence() {
        Run run = Run.withInput(LOAN, "clauses", "-", "--as-of", "2026-03-01");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("What evaluations evidence of clauses 4 to 10\n")
                .contains("At hand: The evaluation was made for 2026-03-01.")
                .contains("Missing: No Statement of Applicability is at hand.");
    }

    @Test
    void all_systems_are_looked_at_together() throws IOException {
        Path one = Files.writeString(folder.resolve("a.json"), "{\"id\": \"a\"}");
        Path other = Files.writeString(folder.resolve("b.json"), "{\"id\": \"b\"}");

        Run run = Run.of("clauses", one.toString(), other.toString(), "--as-of", "2026-03-01", "-f", "json");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("{\n  \"aims\": \"clauses/1\",\n  \"systems\": 2,")
                .endsWith("}\n");
    }

    @Test
    void a_statement_and_a_plan_are_read_before_they_count() throws IOException {
        Path system = Files.writeString(folder.resolve("a.json"), "{\"id\": \"a\"}");
        Path statement = folder.resolve("statement.json");
        Run.of("soa", system.toString(), "--as-of", "2026-03-01", "-f", "json", "--out", statement.toString());

        Run with = Run.of("clauses", system.toString(), "--as-of", "2026-03-01", "--statement", statement.toString());

        assertThat(with.out()).doesNotContain("No Statement of Applicability is at hand.");

        Files.writeString(statement, Files.readString(statement).replace("\"APPLICABLE\"", "\"NOT_APPLICABLE\""));
        Run altered =
                Run.of("clauses", system.toString(), "--as-of", "2026-03-01", "--statement", statement.toString());

        assertThat(altered.status()).isEqualTo(2);
        assertThat(altered.out()).isEmpty();
    }
}
