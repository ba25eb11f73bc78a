package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.aims.interchange.DiffWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

    private static final Path LOAN = Path.of(System.getProperty("aims.root"), "examples/systems/loan-scoring.yaml");
    private static final String ASSISTS =
            "{\"id\": \"a\", \"characteristics\": {\"automationLevel\": \"ASSISTANCE\"}}\n";
    private static final String DECIDES =
            "{\"id\": \"a\", \"characteristics\": {\"automationLevel\": \"FULL_AUTOMATION\"}}\n";

    @TempDir
    Path folder;

    @Test
    void a_system_and_itself_differ_in_nothing() {
        Run run = Run.of("diff", LOAN.toString(), LOAN.toString(), "--fail-on-worse");

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out()).isEqualTo("Retail loan scoring: nothing changed.\n");
    }

    @Test
    void what_changed_comes_before_what_follows_from_it() throws IOException {
        Path now = Files.writeString(
                folder.resolve("now.yaml"), Files.readString(LOAN).replace("HIGH_AUTOMATION", "FULL_AUTOMATION"));

        Run run = Run.of("diff", LOAN.toString(), now.toString());

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out())
                .startsWith("Retail loan scoring: the level stays high to very high. It got worse.\n\nWhat changed\n"
                        + "  Automation level: was high automation, is full automation.\n\nWhat follows from it\n"
                        + "  Found now: ADM-03 ")
                .contains("\nWhat got worse\n");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= Terminal.PLAIN_COLUMNS);
        assertThat(Run.of("diff", LOAN.toString(), now.toString(), "--fail-on-worse")
                        .status())
                .isEqualTo(ExitStatus.BEYOND);
        assertThat(Run.of("diff", now.toString(), LOAN.toString(), "--fail-on-worse")
                        .status())
                .isEqualTo(ExitStatus.DONE);
    }

    @Test
    void results_are_compared_as_the_descriptions_they_were_made_of() {
        Path old = file("old.jsonl", ASSISTS);
        Path result = file(
                "now.json",
                Run.withInput(DECIDES, "evaluate", "-", "-f", "json").out());

        Run run = Run.of("diff", old.toString(), result.toString());

        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out()).contains("Automation level: was assistance, is full automation.");
        assertThat(Run.of("diff", result.toString(), result.toString()).out()).isEqualTo("a: nothing changed.\n");
    }

    @Test
    void one_system_may_have_another_id() {
        Path old = file("old.jsonl", ASSISTS);

        assertThat(Run.withInput(ASSISTS.replace("\"a\"", "\"b\""), "diff", old.toString(), "-")
                        .out())
                .contains("The system was a (a), is b (b).");
    }

    @Test
    void systems_of_one_id_are_compared_and_others_are_new_or_gone() throws IOException {
        Path old = file("old.jsonl", ASSISTS + "{\"id\": \"same\"}\n{\"id\": \"gone\"}\n");
        Path now = file("now.jsonl", "{\"id\": \"new`\"}\n{\"id\": \"same\"}\n" + DECIDES);

        Run text = Run.of("diff", old.toString(), now.toString());
        assertThat(text.out())
                .startsWith("1 system changed, 1 of them for the worse; 1 new, 1 gone, 1 as before.\n\na: ")
                .contains(
                        "\nNew\n  new` (new`), very low to very high\n\nGone\n  gone (gone), very low to very high\n");
        assertThat(Run.of("diff", old.toString(), now.toString(), "--fail-on-worse")
                        .status())
                .isEqualTo(ExitStatus.BEYOND);

        assertThat(Run.of("diff", old.toString(), now.toString(), "-f", "md").out())
                .startsWith("# 1 system changed")
                .contains("\n## What changed: a\n", "\n## New\n\n- `new'`, very low to very high\n", "\n## Gone\n");

        JsonNode json = Json.read(
                Run.of("diff", old.toString(), now.toString(), "-f", "json").out());
        assertThat(json.get("added").toString()).isEqualTo("[\"new`\"]");
        assertThat(json.get("removed").toString()).isEqualTo("[\"gone\"]");
        assertThat(json.get("changed")).hasSize(1);
        isValid(json.get("changed").get(0).toString());
    }

    @Test
    void the_json_of_a_difference_is_valid_by_the_published_schema() throws IOException {
        Path old = file("old.jsonl", ASSISTS);
        Path now = file("now.jsonl", DECIDES);
        Run run = Run.of("diff", old.toString(), now.toString(), "-f", "json", "--as-of", "2026-03-01");

        isValid(run.out());
        assertThat(Json.read(run.out()).get("after").get("asOf").asText()).isEqualTo("2026-03-01");
        assertThat(Json.read(run.out()).get("trends").toString()).contains("WORSE");
    }

    @Test
    void nothing_is_compared_if_a_system_cannot_be_read() {
        Path old = file("old.jsonl", ASSISTS + "{\"id\": \"b\", \"characteristics\": {\"x\": 1}}\n");
        Path now = file("now.jsonl", DECIDES + DECIDES);

        Run run = Run.of("diff", old.toString(), now.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("AIMS-1004: The characteristic (x) of system (b, ")
                .contains("AIMS-5035: The id (a, ")
                .contains("now.jsonl:2:1) stands twice in (");
    }

    @Test
    void the_standard_input_is_one_of_the_two() {
        Run run = Run.withInput(ASSISTS, "diff", "-", "-");

        assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(run.err()).startsWith("AIMS-5036: The standard input (-) cannot be both OLD and NEW.");
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void isValid(String json) throws IOException {
        try (InputStream in = DiffWriter.class.getResourceAsStream(DiffWriter.SCHEMA)) {
            String schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema)
                            .validate(json, InputFormat.JSON))
                    .isEmpty();
        }
    }
}
