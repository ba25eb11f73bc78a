package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.aims.interchange.ProofWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExplainTest {

    private static final String SYSTEMS = System.getProperty("aims.root") + "/examples/systems/";
    private static final String LOAN = SYSTEMS + "loan-scoring.yaml";

    private static Run done(String... args) {
        Run run = Run.of(args);
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
        assertThat(run.err()).isEmpty();
        return run;
    }

    private static Run refused(String... args) {
        Run run = Run.of(args);
        assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(run.out()).isEmpty();
        return run;
    }

    @Test
    void every_kind_of_result_is_explained_by_its_id_in_any_case() {
        Map<String, String> beginnings = Map.of(
                "A.9.3", "Control \"Objectives for responsible use of AI system\" (A.9.3) is required for Retail loan",
                "a.9.3", "Control \"Objectives for responsible use of AI system\" (A.9.3) is required for Retail loan",
                "C.2.5", "The risk to \"Fairness\" (C.2.5) is high to very high for Retail loan scoring.",
                "C.3.3", "Risk source \"Level of automation\" (C.3.3) is present in Retail loan scoring.",
                "adm-02", "Rule \"High automation or higher\" (ADM-02) holds for Retail loan scoring.",
                "level", "The level of risk of Retail loan scoring is high to very high");
        beginnings.forEach((id, beginning) ->
                assertThat(done("explain", LOAN, id).out().replace("\n", " ")).startsWith(beginning));
    }

    @Test
    void lines_are_broken_at_the_width_and_each_reason_stands_below_what_it_is_a_reason_for() {
        String text = done("explain", LOAN, "A.9.3").out();

        assertThat(text.lines()).allMatch(line -> line.length() <= Terminal.PLAIN_COLUMNS);
        assertThat(text)
                .contains("\n  It applies to AI customers. The organisation is an AI customer.\n")
                .contains("\n    Also Organisation uses AI itself (ROLE-08).\n");
        assertThat(done("explain", LOAN, "A.9.3", "--all").out())
                .contains("\n    Organisation uses AI itself (ROLE-08):\n", "Sources: ")
                .doesNotContain("Also ");
    }

    @Test
    void a_proof_is_written_in_every_format() throws IOException {
        assertThat(done("explain", LOAN, "A.9.3", "--format", "md").out()).startsWith("**Control \"Objectives");
        assertThat(done("explain", LOAN, "A.9.3", "-f", "mermaid").out())
                .startsWith("flowchart LR\n  n1[[\"A.9.3 Objectives for responsible use of AI system: required\"]]\n");
        assertThat(done("explain", LOAN, "level", "-f", "dot").out())
                .startsWith("digraph proof {\n")
                .endsWith("}\n");
        String json = done("explain", LOAN, "A.9.3", "-f", "json", "--as-of", "2026-03-01")
                .out();
        assertThat(Json.read(json).get("asOf").asText()).isEqualTo("2026-03-01");
        assertValid(ProofWriter.SCHEMA, json);
        assertValid(
                ProofWriter.SCHEMA, done("explain", LOAN, "level", "-f", "json").out());
        assertValid(
                ProofWriter.WHY_NOT_SCHEMA,
                done("why-not", LOAN, "A.10.4", "-f", "json").out());
    }

    private static void assertValid(String schema, String json) throws IOException {
        try (InputStream in = ProofWriter.class.getResourceAsStream(schema)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(text)
                            .validate(json, InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void why_not_tells_the_nearest_rules_and_what_would_have_to_be() {
        String text = done("why-not", LOAN, "A.10.4", "--all").out();

        assertThat(text).contains("would hold if this were so:", "It would have to be:");
        assertThat(done("why-not", LOAN, "A.9.3").out()).contains("is required for\nRetail loan scoring.");
        assertThat(done("why-not", LOAN, "ADM-04", "--format", "md").out())
                .startsWith("**Rule \"Autonomy\" (ADM-04) does not hold for Retail loan scoring.**\n");
        JsonNode json = Json.read(done("why-not", LOAN, "ADM-04", "-f", "json", "--as-of", "2026-03-01")
                .out());
        assertThat(json.get("nearMisses")
                        .get(0)
                        .get("changes")
                        .get(0)
                        .get("needed")
                        .asText())
                .isEqualTo("AUTONOMY");
        assertThat(json.get("asOf").asText()).isEqualTo("2026-03-01");
    }

    @Test
    void one_of_several_systems_is_named() {
        String several = SYSTEMS + "city-services.jsonl";
        String id = Json.read(Run.of("evaluate", several, "-f", "jsonl")
                        .out()
                        .lines()
                        .toList()
                        .get(1))
                .get("system")
                .get("id")
                .asText();

        assertThat(refused("explain", several, "A.9.3").err()).contains("AIMS-5020", "(" + id + ")");
        assertThat(Json.read(done("explain", several, "A.9.3", "--system", id, "-f", "json")
                                .out())
                        .get("system")
                        .get("id")
                        .asText())
                .isEqualTo(id);
        assertThat(Run.withInput("id: a\n", "explain", "-", "A.2.2").out()).startsWith("Control \"AI policy\"");
    }

    @Test
    void what_cannot_be_asked_about_gets_the_nearest_id() {
        assertThat(refused("explain", LOAN, "A.6.2.88").err())
                .isEqualTo("AIMS-5023: There is nothing (A.6.2.88) to tell about.\nMaybe you meant (A.6.2.8).\n");
        assertThat(refused("explain", LOAN, "entirely else").err())
                .contains("Ask for a control, an objective, a risk source, a rule or the level.");
        assertThat(refused("why-not", LOAN, "entirely else").err())
                .contains("Ask for a control or a rule; aims explain tells of all others.");
        assertThat(refused("explain", LOAN, "A.9.3", "--format", "yaml").err())
                .contains("text, md, json, mermaid, dot");
    }

    @Test
    void a_hostile_description_changes_nothing_on_the_screen() {
        String hostile = "{\"id\": \"x\", \"name\": \"\\u001b[2J\\n# own\\\"]; b [\"}";

        for (String format : List.of("text", "md", "mermaid", "dot")) {
            String out = Run.withInput(hostile, "explain", "-", "level", "-f", format)
                    .out();
            assertThat(out).doesNotContain("\u001b", "\n# own", "\n\\# own");
        }
        assertThat(Run.withInput(hostile, "explain", "-", "level", "-f", "dot").out())
                .contains("# own\\\"]; b [");
    }
}
