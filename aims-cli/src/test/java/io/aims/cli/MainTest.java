package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private static final String LOAN = System.getProperty("aims.root") + "/examples/systems/loan-scoring.yaml";
    private static final String FORBIDDEN =
            "{\"id\": \"score\", \"characteristics\": {\"jurisdictions\": [\"EU\"], \"prohibitedPracticeFlags\":"
                    + " [\"5_1_c\"]}}";

    @TempDir
    Path folder;

    @Test
    void the_text_begins_with_the_level_and_ends_with_what_it_is_not() {
        Run run = Run.of("evaluate", LOAN);

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Retail loan scoring (loan-scoring)\n\nRisk ")
                .contains("What is at risk", "What it needs", "Ask next", "Inferred, not stated")
                .contains("A.9.2")
                .contains("no legal advice");
    }

    @Test
    void one_system_is_one_json_document_and_several_are_a_list() {
        JsonNode one = Json.read(Run.of("evaluate", LOAN, "--format", "json").out());
        JsonNode two =
                Json.read(Run.of("evaluate", LOAN, LOAN, "--format", "json").out());

        assertThat(one.get("system").get("id").asText()).isEqualTo("loan-scoring");
        assertThat(two.isArray()).isTrue();
        assertThat(two).hasSize(2);
        assertThat(two.get(0).get("seal")).isEqualTo(one.get("seal"));
    }

    @Test
    void the_day_stands_in_the_result_only_if_it_is_given() {
        assertThat(Json.read(Run.of("evaluate", LOAN, "-f", "jsonl").out()).has("asOf"))
                .isFalse();
        assertThat(Json.read(Run.of("evaluate", LOAN, "-f", "jsonl", "--as-of", "2026-03-01")
                                .out())
                        .get("asOf")
                        .asText())
                .isEqualTo("2026-03-01");
    }

    @Test
    void the_same_input_gives_the_same_bytes() {
        String[] args = {"evaluate", System.getProperty("aims.root") + "/examples/systems", "-f", "jsonl"};

        assertThat(Run.of(args).out()).isEqualTo(Run.of(args).out());
    }

    @Test
    void any_number_of_workers_gives_the_same_bytes() {
        String[] args = {"evaluate", System.getProperty("aims.root") + "/examples/systems", "-f", "jsonl"};

        String one = Run.of(with(args, "--workers", "1")).out();
        assertThat(Run.of(with(args, "--workers", "3")).out()).isEqualTo(one);
        assertThat(Run.of(with(args, "--evaluator", "plain")).out().replace("\"engine\":\"PLAIN\",", ""))
                .isEqualTo(one);
        assertThat(Run.of(with(args, "--workers", "0")).err())
                .startsWith("AIMS-5090: The number of workers (0) must be 1 to 1024.");
        assertThat(Run.of("evaluate", LOAN, "--evaluator", "plain").out()).contains("by the plain");
    }

    @Test
    void a_table_has_a_row_for_each_system_that_was_read() {
        Run run = Run.withInput("{\"id\": \"a\"}\nno\n{\"id\": \"b\"}\n", "evaluate", "-", "-f", "csv");

        assertThat(run.out().lines().map(line -> line.split(",", 2)[0])).containsExactly("\"id\"", "\"a\"", "\"b\"");
        assertThat(run.err()).startsWith("AIMS-1011: The document (stdin:2:");
        assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    }

    @Test
    void one_system_gives_the_same_bytes_wherever_its_file_lies() throws IOException {
        Path copy = Files.copy(Path.of(LOAN), folder.resolve("copy.yaml"));

        for (String format : List.of("text", "json", "jsonl")) {
            assertThat(Run.of("evaluate", copy.toString(), "-f", format).out())
                    .isEqualTo(Run.of("evaluate", LOAN, "-f", format).out());
        }
    }

    @Test
    void the_place_of_each_system_is_told_where_there_may_be_several() {
        String lines = Run.withInput("{\"id\": \"a\"}\n{\"id\": \"b\"}\n", "evaluate", "-", "-f", "jsonl")
                .out();

        assertThat(lines.lines()
                        .map(line -> Json.read(line).get("system").get("place").toString()))
                .containsExactly("{\"document\":\"stdin\",\"line\":1}", "{\"document\":\"stdin\",\"line\":2}");
        assertThat(Run.of("evaluate", LOAN, LOAN).out()).contains(LOAN + ":4\n");
    }

    @Test
    void the_standard_input_is_read_in_every_format() {
        for (String input : List.of("id: a\n", "{\n\"id\": \"a\"\n}", "{\"id\": \"a\"}\n")) {
            Run run = Run.withInput(input, "evaluate", "-", "-f", "jsonl");
            assertThat(Json.read(run.out()).get("system").get("id").asText()).isEqualTo("a");
        }
        assertThat(Run.withInput("{\"id\": \"a\"}", "evaluate", "-", "--input", "json")
                        .status())
                .isEqualTo(ExitStatus.DONE);
    }

    @Test
    void fail_on_looks_at_the_low_end_and_fail_on_possible_at_the_high_end() {
        assertThat(Run.of("evaluate", LOAN, "--fail-on", "HIGH").status()).isEqualTo(ExitStatus.BEYOND);
        assertThat(Run.of("evaluate", LOAN, "--fail-on", "very-high").status()).isEqualTo(ExitStatus.DONE);
        assertThat(Run.of("evaluate", LOAN, "--fail-on-possible", "VERY_HIGH").status())
                .isEqualTo(ExitStatus.BEYOND);
        assertThat(Run.withInput("id: a", "evaluate", "-", "--fail-on", "LOW").status())
                .isEqualTo(ExitStatus.DONE);
    }

    @Test
    void a_certain_stop_is_beyond_whatever_is_allowed() {
        assertThat(Run.withInput(FORBIDDEN, "evaluate", "-", "--fail-on", "VERY_HIGH")
                        .status())
                .isEqualTo(ExitStatus.BEYOND);
        assertThat(Run.withInput(FORBIDDEN, "evaluate", "-").out()).contains("STOP This must not be used");
    }

    @Test
    void input_that_is_wrong_weighs_more_than_a_level() {
        assertThat(Run.withInput(FORBIDDEN + "\n{}\n", "evaluate", "-", "--input", "jsonl", "--fail-on", "LOW")
                        .status())
                .isEqualTo(ExitStatus.WRONG_INPUT);
    }

    @Test
    void several_systems_are_followed_by_how_many_there_are_at_each_level() {
        Run run = Run.withInput("{\"id\": \"a\"}\n" + FORBIDDEN + "\n", "evaluate", "-");

        assertThat(run.out())
                .contains("\n2 systems\n  very high ", "\n  very low to very high  1 (not known yet)\n")
                .endsWith("STOP 1 system\n");
    }

    @Test
    void questions_are_listed_with_the_answers_allowed() {
        Run run = Run.of("questions", LOAN);

        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out())
                .startsWith("Retail loan scoring: ")
                .contains("1. ", "Known so far: at least SCHEDULED_RETRAINING.", "more with --all.");
        assertThat(Run.of("questions", LOAN, "--all").out()).doesNotContain("more with --all.");
    }

    @Test
    void the_catalogue_says_why_it_has_thirty_eight_controls() {
        assertThat(Run.of("catalog").out())
                .contains("38 controls, not 39", "Controls (38)", "Objectives (12)", "Characteristics (79)")
                .contains("A.10.4", "C.3.7", "automationLevel");
    }

    @Test
    void every_kind_of_entry_is_found_by_its_id_in_any_case() {
        Map<String, String> kinds = Map.of(
                "a.9.3", "(control)",
                "A.9", "(area of controls)",
                "C.2.5", "(objective)",
                "S.1", "(objective of AIMS)",
                "C.3.3", "(risk source)",
                "6.1.3", "(clause)",
                "automationlevel", "(ordinal characteristic)",
                "ADM-14", "(rule of pack iso-42001");
        kinds.forEach(
                (id, kind) -> assertThat(Run.of("catalog", id).out()).as(id).contains(kind));
    }

    @Test
    void a_pack_is_verified() {
        Run run = Run.of("pack", "verify", EvaluationTextTest.smallPack().toString());

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out()).contains("small 2.1.0 holds: 5 rules in 3 chapters, 14 examples.\n", "1 warning above");
    }

    @Test
    void the_rules_of_a_pack_that_is_added_are_used() {
        Run run = Run.withInput(
                FORBIDDEN,
                "evaluate",
                "-",
                "-f",
                "json",
                "--pack",
                EvaluationTextTest.smallPack().toString());

        assertThat(Json.read(run.out()).get("stop").findValuesAsText("rule")).containsExactly("LAW-1", "REG-07");
    }

    @Test
    void an_inventory_becomes_systems_that_evaluate() throws IOException {
        Path mapping = Files.writeString(folder.resolve("own.yaml"), """
            mapping: own
            version: 1.0.0
            title: Our own list
            file: {encoding: UTF-8, delimiter: ",", header: true}
            record: {id: number, name: title, prefix: own}
            columns:
              - {id: number, header: No}
              - {id: title, header: Title}
            """);
        Path inventory = Files.writeString(folder.resolve("list.csv"), "No,Title\n7,Loans\n8,\"Chat, bot\"\n");

        Run imported = Run.of("import", "--mapping", mapping.toString(), inventory.toString());

        assertThat(imported.status()).as(imported.err()).isEqualTo(ExitStatus.DONE);
        assertThat(imported.out().lines()).hasSize(2);
        assertThat(imported.err()).contains("2 records imported");
        assertThat(Run.withInput(imported.out(), "evaluate", "-", "-f", "jsonl").status())
                .isEqualTo(ExitStatus.DONE);
    }

    @Test
    void help_is_shown_and_names_every_command() {
        Run run = Run.of("--help");

        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out())
                .contains("evaluate", "questions", "explain", "why-not", "catalog", "import", "pack", "version");
        assertThat(Run.of().out()).isEqualTo(run.out());
        for (String command :
                List.of("evaluate", "questions", "explain", "why-not", "catalog", "import", "pack", "version")) {
            assertThat(Run.of(command, "--help").out()).startsWith("Usage: aims " + command);
        }
    }

    @Test
    void the_versions_of_everything_in_use_are_told() {
        assertThat(Run.of("version").out())
                .contains("pack        iso-42001", "304 rules", "79 characteristics", "38 controls");
    }

    @Test
    void colour_comes_only_on_a_terminal_or_when_it_is_asked_for() {
        Terminal plain = new Terminal(false, 80, false);
        Terminal coloured = new Terminal(true, 80, true);
        byte[] system = "id: a".getBytes(StandardCharsets.UTF_8);

        assertThat(Run.on(plain, system, "evaluate", "-").out()).doesNotContain("\u001B");
        assertThat(Run.on(plain, system, "evaluate", "-", "--color", "always").out())
                .contains("\u001B");
        assertThat(Run.on(coloured, system, "evaluate", "-").out()).contains("\u001B");
        assertThat(Run.on(coloured, system, "evaluate", "-", "--color=never").out())
                .doesNotContain("\u001B");
        assertThat(Run.on(coloured, system, "evaluate", "-", "--format", "json").out())
                .doesNotContain("\u001B");
    }

    @Test
    void no_colour_is_wanted_where_the_environment_says_so() {
        assertThat(Terminal.of(true, Map.of("TERM", "xterm", "COLUMNS", "100")))
                .isEqualTo(new Terminal(true, 100, true));
        assertThat(Terminal.of(true, Map.of("TERM", "xterm", "COLUMNS", "100", "NO_COLOR", "1"))
                        .wantsColour())
                .isFalse();
        assertThat(Terminal.of(true, Map.of("TERM", "dumb", "COLUMNS", "100")).wantsColour())
                .isFalse();
        assertThat(Terminal.of(false, Map.of("TERM", "xterm")).wantsColour()).isFalse();
        assertThat(Terminal.of(false, Map.of())).isEqualTo(new Terminal(false, Terminal.PLAIN_COLUMNS, false));
        assertThat(Terminal.of(false, Map.of("COLUMNS", "20")).columns()).isEqualTo(40);
    }

    @Test
    void an_output_that_nobody_reads_ends_quietly_and_one_that_is_full_is_told() {
        assertThat(statusWhenOutputFailsWith("Broken pipe")).isEqualTo(new Run(ExitStatus.CLOSED_PIPE, "", ""));
        Run full = statusWhenOutputFailsWith("No space left on device");
        assertThat(full.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(full.err()).contains("AIMS-5012", "No space left on device");
    }

    private static Run statusWhenOutputFailsWith(String message) {
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        int status = Main.run(
                new String[] {"version"},
                java.io.InputStream.nullInputStream(),
                failing,
                err,
                new Terminal(false, 80, false));
        return new Run(status, "", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_failure_of_aims_itself_is_one_line_without_a_stack() {
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        java.io.InputStream broken = new java.io.InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("broken");
            }
        };
        int status = Main.run(
                new String[] {"evaluate", "-"},
                broken,
                OutputStream.nullOutputStream(),
                err,
                new Terminal(false, 80, false));

        assertThat(status).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("AIMS-5013: AIMS itself failed: IllegalStateException (broken)")
                .endsWith("Please report this line.\n")
                .doesNotContain("\tat ");
    }

    private static String[] with(String[] args, String... more) {
        return Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new);
    }
}
