package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoaCommandTest {

    private static final String PUMP = """
            id: pump
            name: Pump
            characteristics: {aimsRoles: [AI_CUSTOMER]}
            controls:
              A.2.2: {state: EFFECTIVE, evidence: review, owner: head of AI, until: 2026-12-31}
            """;

    @TempDir
    Path folder;

    @Test
    void without_a_format_the_statement_is_markdown() {
        Run run = soa(PUMP, "--as-of", "2026-03-01");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("# Statement of Applicability: Pump\n")
                .contains("| A.2.2 | AI policy | yes | effective | head of AI | 2026-12-31 |");
    }

    @Test
    void each_format_goes_to_the_standard_output() {
        assertThat(soa(PUMP, "--as-of", "2026-03-01", "--format", "html").out()).startsWith("<!DOCTYPE html>");
        assertThat(soa(PUMP, "--as-of", "2026-03-01", "--format", "csv").out()).startsWith("\"Control\",\"Title\"");
        assertThat(soa(PUMP, "--as-of", "2026-03-01", "--format", "csv", "--excel")
                        .out())
                .startsWith("\ufeff\"Control\"");
        assertThat(soa(PUMP, "--as-of", "2026-03-01", "--format", "xlsx").out()).startsWith("PK");
        assertThat(soa(PUMP, "--as-of", "2026-03-01", "--format", "json").out())
                .startsWith("{")
                .endsWith("}\n");
    }

    @Test
    void the_ending_of_the_file_tells_the_format() throws IOException {
        Run run = soa(PUMP, "--as-of", "2026-03-01", "--out", file("statement.csv"), "--title", "Waterworks");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("aims: 1 system, 38 controls: ").contains(" applicable, ", "Written to ");
        assertThat(Files.readString(folder.resolve("statement.csv"))).startsWith("\"Control\"");
        soa(PUMP, "--as-of", "2026-03-01", "--out", file("page.HTML"), "--title", "Waterworks");
        assertThat(Files.readString(folder.resolve("page.HTML"))).contains("<h1>Waterworks</h1>");
    }

    @Test
    void a_workbook_is_not_written_on_a_terminal() {
        Run run = Run.on(
                new Terminal(true, Terminal.PLAIN_COLUMNS, false),
                PUMP.getBytes(StandardCharsets.UTF_8),
                "soa",
                "-",
                "--format",
                "xlsx");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("AIMS-5050").contains("--out statement.xlsx");
    }

    @Test
    void a_refused_decision_ends_with_2_and_the_statement_is_written() throws IOException {
        Files.writeString(folder.resolve("decisions.yaml"), """
                aims: decisions/1
                decisions:
                  - {control: A.2.2, decision: EXCLUDE, reason: too dear, decidedBy: board, on: 2026-01-01, until: 2026-12-31}
                  - {control: A.8.4, decision: INCLUDE, reason: promised, decidedBy: board, on: 2026-01-01, until: 2026-12-31}
                """);
        Run run = soa(PUMP, "--as-of", "2026-03-01", "--decisions", file("decisions.yaml"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("AIMS-3074").doesNotContain("A.8.4");
        assertThat(run.out())
                .contains("| A.2.2 | AI policy | yes |")
                .contains("| A.8.4 | Communication of incidents | yes |")
                .contains("## Exclusions that are refused");
        assertThat(soa(PUMP, "--decisions", file("decisions.yaml")).err()).contains("AIMS-3072");
    }

    @Test
    void what_changed_is_told_since_an_earlier_statement() throws IOException {
        soa(PUMP, "--as-of", "2026-03-01", "--out", file("old.json"));
        Run run = soa(PUMP.replace("EFFECTIVE", "PARTIAL"), "--as-of", "2026-04-01", "--since", file("old.json"));

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("## What changed since the earlier statement")
                .contains("| Day | Was 2026-03-01, is 2026-04-01. |")
                .contains("| A.2.2 AI policy |");
        Run csv = soa(PUMP, "--since", file("old.json"), "--format", "csv");
        assertThat(csv.status()).isEqualTo(2);
        assertThat(csv.err()).contains("AIMS-5051");
        assertThat(soa(PUMP, "--since", file("absent.json")).err()).contains("AIMS-1025");
    }

    @Test
    void what_is_wrong_with_one_system_is_told_and_the_others_are_in_the_statement() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), PUMP);
        Files.writeString(folder.resolve("b.yaml"), PUMP);
        Files.writeString(folder.resolve("c.yaml"), "id: c\ncharacteristics: {automationLevel: SOME}\n");
        Run run = Run.of("soa", folder.toString(), "--as-of", "2026-03-01");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("AIMS-3077", "automationLevel");
        assertThat(run.out()).startsWith("# Statement of Applicability: Pump\n");
    }

    @Test
    void a_file_that_cannot_be_written_is_told() {
        Run run = soa(PUMP, "--as-of", "2026-03-01", "--out", file("absent/statement.md"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("AIMS-5052");
    }

    @Test
    void a_level_that_is_not_allowed_ends_with_1() {
        assertThat(soa(PUMP, "--as-of", "2026-03-01", "--fail-on-possible", "high")
                        .status())
                .isEqualTo(1);
        assertThat(soa(PUMP, "--as-of", "2026-03-01", "--fail-on", "very-high").status())
                .isZero();
    }

    private static Run soa(String system, String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "soa";
        args[1] = "-";
        System.arraycopy(options, 0, args, 2, options.length);
        return Run.withInput(system, args);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
