package io.aims.packs.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.aims.error.Diagnostic;
import io.aims.error.Fault;
import io.aims.error.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SarifWriterTest {

    private static final SarifWriter WRITER =
            new SarifWriter("aims-pack-verify", "1.2.3", document -> "rules/" + document);

    @Test
    void what_is_written_is_valid_by_the_published_schema() throws IOException {
        String hostile = "\"</script>\\\u0000\u202e\ud800 & <b>";

        assertThat(faults(WRITER.text(List.of()))).isEmpty();
        assertThat(faults(WRITER.text(List.of(
                        error("AIMS-2009", new Place("acme/a.yaml", 3, 5), "It can never hold."),
                        Diagnostic.warning(new Fault("AIMS-2011", hostile, hostile, null)),
                        error("AIMS-9999", new Place(hostile, 0, 0), hostile)))))
                .isEmpty();
        assertThat(faults(WRITER.text(List.of()).replace("2.1.0\"", "2.2.0\""))).isNotEmpty();
    }

    @Test
    void a_result_names_code_level_place_and_what_to_do() throws IOException {
        JsonNode run = run(List.of(
                Diagnostic.warning(new Fault("AIMS-2011", "B.", "Add one.", new Place("acme/b.yaml", 7, 9))),
                error("AIMS-2009", new Place("acme/a.yaml", 3, 5), "A.")));

        JsonNode first = run.get("results").get(0);
        assertThat(first.get("ruleId").asText()).isEqualTo("AIMS-2011");
        assertThat(first.get("level").asText()).isEqualTo("warning");
        assertThat(first.get("message").get("text").asText()).isEqualTo("B.\nAdd one.");
        assertThat(first.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("rules/acme/b.yaml");
        assertThat(first.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(7);
        assertThat(first.at("/locations/0/physicalLocation/region/startColumn").asInt())
                .isEqualTo(9);
        JsonNode rules = run.at("/tool/driver/rules");
        assertThat(rules.findValuesAsText("id")).containsExactly("AIMS-2009", "AIMS-2011");
        assertThat(rules.get(first.get("ruleIndex").asInt()).get("id").asText()).isEqualTo("AIMS-2011");
        assertThat(rules.get(1).at("/help/text").asText()).contains("examples");
        assertThat(run.get("results").get(1).get("level").asText()).isEqualTo("error");
        assertThat(run.at("/automationDetails/id").asText()).isEqualTo("aims-pack-verify/");
        assertThat(run.at("/tool/driver/version").asText()).isEqualTo("1.2.3");
    }

    @Test
    void a_path_is_a_relative_reference_whatever_is_in_it() throws IOException {
        JsonNode run = run(List.of(error("AIMS-2009", new Place("a b#?%:ü.yaml", 1, 1), "A.")));

        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("rules/a%20b%23%3F%25%3A%C3%BC.yaml");
    }

    @Test
    void a_diagnostic_is_known_again_on_other_lines() throws IOException {
        Diagnostic was =
                error("AIMS-2009", new Place("acme/a.yaml", 3, 5), "Rule (A, acme/a.yaml:3:5) can never hold.");
        Diagnostic is = error("AIMS-2009", new Place("acme/a.yaml", 8, 5), "Rule (A, acme/a.yaml:8:5) can never hold.");
        Diagnostic other =
                error("AIMS-2009", new Place("acme/a.yaml", 3, 5), "Rule (B, acme/a.yaml:3:5) can never hold.");
        Diagnostic elsewhere =
                error("AIMS-2009", new Place("acme/b.yaml", 3, 5), "Rule (A, acme/b.yaml:3:5) can never hold.");

        assertThat(fingerprints(was)).isEqualTo(fingerprints(is)).isNotEqualTo(fingerprints(other));
        assertThat(fingerprints(was)).isNotEqualTo(fingerprints(elsewhere));
        assertThat(fingerprints(was, is))
                .doesNotHaveDuplicates()
                .startsWith(fingerprints(was).get(0));
    }

    @Test
    void equal_diagnostics_give_equal_text() {
        Diagnostic found = error("AIMS-2009", new Place("acme/a.yaml", 3, 5), "A.");

        assertThat(WRITER.text(List.of(found)))
                .isEqualTo(WRITER.text(List.of(found)))
                .endsWith("}\n");
    }

    private static Diagnostic error(String code, @Nullable Place place, String message) {
        return Diagnostic.error(new Fault(code, message, "Maybe not.", place));
    }

    private static List<String> fingerprints(Diagnostic... diagnostics) throws IOException {
        return run(List.of(diagnostics)).get("results").findValuesAsText("aimsDiagnostic/v1");
    }

    private static JsonNode run(List<Diagnostic> diagnostics) throws IOException {
        return new ObjectMapper().readTree(WRITER.text(diagnostics)).get("runs").get(0);
    }

    private static List<String> faults(String json) throws IOException {
        try (InputStream in = SarifWriterTest.class.getResourceAsStream("sarif-schema-2.1.0.json")) {
            String schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(schema)
                    .validate(json, InputFormat.JSON)
                    .stream()
                    .map(fault -> fault.getInstanceLocation() + " " + fault.getMessage())
                    .toList();
        }
    }
}
