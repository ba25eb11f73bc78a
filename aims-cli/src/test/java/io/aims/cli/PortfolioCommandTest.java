package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioCommandTest {

    private static final String STOPPED = """
            {"id":"score","name":"Scores of citizens","suppliers":["Kite"],"characteristics":\
            {"prohibitedPracticeFlags":{"contains":["5_1_c"]},"jurisdictions":["EU"]}}
            """;
    private static final String SYSTEMS = """
            {"id":"loan","name":"Loan scoring","suppliers":["KITE"],"characteristics":{"aimsRoles":["AI_CUSTOMER"],\
            "automationLevel":"FULL_AUTOMATION","decisionEffect":"LEGAL_OR_SIMILARLY_SIGNIFICANT"},\
            "controls":{"A.9.2":"IMPLEMENTED"}}
            {"id":"notes","name":"Meeting notes"}
            """;

    @TempDir
    Path folder;

    private static Run run(String input, String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "portfolio";
        args[1] = "-";
        System.arraycopy(more, 0, args, 2, more.length);
        return Run.withInput(input, args);
    }

    @Test
    void a_portfolio_tells_what_must_stop_where_to_look_what_is_shared_and_what_to_ask() {
        Run run = run(STOPPED + SYSTEMS);

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(oneLine(run.out()))
                .startsWith("3 systems. STOP 1 system must not be used as described")
                .contains("Scores of citizens (score)")
                .contains("Systems by level")
                .contains("before, before, now, now, Level certain possible certain possible very high 1 3 0 3")
                .contains("Of 2 systems nothing is said about any control")
                .contains("1. ")
                .contains("The highest risk to each objective")
                .contains("2 systems name their suppliers; 1 is shared.")
                .contains("KITE: 2 systems, the highest level ")
                .contains("STOP in 1.")
                .contains("A.2.2 AI policy")
                .contains("Questions that would settle most (10 of ");
    }

    @Test
    void no_line_is_wider_than_the_page() {
        for (int columns : new int[] {60, 80}) {
            Run run = Run.on(
                    new Terminal(false, columns, false),
                    (STOPPED + SYSTEMS).getBytes(StandardCharsets.UTF_8),
                    "portfolio",
                    "-");

            assertThat(run.out().lines())
                    .allSatisfy(line -> assertThat(Page.columns(line)).as(line).isLessThanOrEqualTo(columns));
        }
    }

    @Test
    void the_order_and_the_split_into_files_change_nothing() throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), SYSTEMS);
        Files.writeString(folder.resolve("b.jsonl"), STOPPED);

        assertThat(Run.of("portfolio", folder.toString(), "--format", "json").out())
                .isEqualTo(run(STOPPED + SYSTEMS, "--format", "json").out());
    }

    @Test
    void json_is_written_with_as_many_systems_as_are_asked_for() {
        Run run = run(STOPPED + SYSTEMS, "--format", "json", "--top", "1", "--as-of", "2026-03-01");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("{\n  \"aims\": \"portfolio/1\",\n  \"asOf\": \"2026-03-01\"")
                .endsWith("}\n");
        assertThat(run.out()).contains("\"count\": 3");
    }

    @Test
    void systems_that_cannot_be_read_are_told_counted_and_end_the_run_with_2() {
        Run run = run(SYSTEMS + "{\"id\":\"bad\",\"suppliers\":\"Kite\"}\n");

        assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(run.err()).contains("suppliers").contains("2 systems read, 1 could not be");
        assertThat(run.out()).startsWith("2 systems; 1 more could not be read.");
    }

    @Test
    void nothing_that_can_be_read_is_no_portfolio() {
        Run run = run("{\"name\":\"bad\"}\n");

        assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(run.out()).isEqualTo("0 systems; 1 more could not be read.\n");
    }

    @Test
    void it_fails_on_what_remains_and_on_every_stop_if_asked_to() {
        assertThat(run(STOPPED).status()).isEqualTo(ExitStatus.DONE);
        assertThat(run(STOPPED, "--fail-on", "VERY_HIGH").status()).isEqualTo(ExitStatus.BEYOND);
        assertThat(run(SYSTEMS, "--fail-on", "VERY_HIGH").status()).isEqualTo(ExitStatus.DONE);
        assertThat(run(SYSTEMS, "--fail-on-possible", "HIGH").status()).isEqualTo(ExitStatus.BEYOND);
    }

    @Test
    void what_the_organisation_says_holds_for_all_and_needs_a_day_if_it_has_dates() throws IOException {
        Path controls = Files.writeString(
                folder.resolve("controls.yaml"),
                "aims: controls/1\ncontrols: {A.2.2: {state: EFFECTIVE, evidence: review, until: 2026-12-31}}\n");

        Run without = run(SYSTEMS, "--organisation", controls.toString());
        assertThat(without.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(without.out()).isEmpty();
        assertThat(without.err().lines()).hasSize(2);
        assertThat(without.err()).startsWith("AIMS-5043: ").contains("--as-of");

        Run with = run(SYSTEMS, "--organisation", controls.toString(), "--as-of", "2026-03-01");
        assertThat(with.status()).isEqualTo(ExitStatus.DONE);
        assertThat(with.out()).contains("2 systems on 2026-03-01.").doesNotContain("nothing is said");
    }

    @Test
    void a_limit_below_zero_or_beyond_all_measure_is_refused() {
        assertThat(run(SYSTEMS, "--top", "-1").err()).startsWith("AIMS-5044: ");
        assertThat(run(SYSTEMS, "--top", "10001").status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(run(SYSTEMS, "--top", "0").status()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void hostile_names_change_nothing_on_the_page() {
        Run run = run("{\"id\":\"a\",\"name\":\"\\u001b[2J\\u202Eevil\\nA.2.2 AI policy\",\"suppliers\":"
                + "[\"\\u001b]0;x\\u0007\"]}\n{\"id\":\"b\",\"suppliers\":[\"\\u001b]0;x\\u0007\"]}\n");

        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out()).doesNotContain("\u001b", "\u202E", "\u0007").contains("\\u001b");
    }

    private static String oneLine(String text) {
        return text.lines()
                .map(String::strip)
                .reduce("", (a, b) -> a + " " + b)
                .strip()
                .replaceAll(" +", " ");
    }
}
