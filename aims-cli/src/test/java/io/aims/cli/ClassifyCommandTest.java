package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.aims.interchange.ClassificationWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ClassifyCommandTest {

    private static final Path ROOT = Path.of(System.getProperty("aims.root"));
    private static final String EXAM =
            ROOT.resolve("examples/law/exam-watch.yaml").toString();
    private static final String SORTER =
            ROOT.resolve("examples/law/application-sorter.yaml").toString();
    private static final String DAY = "2026-11-27";

    private static final String LINES = """
            {"id":"empty"}
            {"id":"abroad","characteristics":{"jurisdictions":["US"]}}
            {"id":"bad","characteristics":{"jurisdictions":["EUROPE"]}}
            {"id":"mood","characteristics":{"jurisdictions":["EU"],"logicOrigin":"MACHINE_LEARNED",\
            "prohibitedPracticeFlags":["5_1_f"]}}
            """;

    private static String text(String resource) throws IOException {
        try (InputStream in = ClassifyCommandTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> ids(JsonNode texts) {
        return StreamSupport.stream(texts.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void a_product_owner_reads_what_is_possible_why_and_what_to_ask() throws IOException {
        Run run = Run.of("classify", EXAM, "--law", "eu-ai-act", "--as-of", DAY);

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo(text("golden/classify/exam-watch.txt"));
    }

    @Test
    void what_would_change_is_told_and_a_practice_stops_before_everything_else() throws IOException {
        Run run = Run.of(
                "classify",
                EXAM,
                "--as-of",
                DAY,
                "--suppose",
                "biometricFunctions=[VERIFICATION, EMOTION_RECOGNITION]",
                "--fail-on",
                "OUT_OF_SCOPE");

        assertThat(run.out()).isEqualTo(text("golden/classify/supposed.txt"));
        assertThat(run.status()).isEqualTo(ExitStatus.BEYOND);
    }

    @Test
    void why_not_tells_what_it_would_take_and_it_would_indeed() {
        Run run = Run.of("classify", SORTER, "--why-not", "listed-route", "-f", "json");

        JsonNode whyNot = Json.read(run.out()).get("whyNot");
        assertThat(whyNot.get("status").asText()).isEqualTo("FALSE");
        assertThat(whyNot.get("changes")).isNotEmpty();
        String[] suppose = StreamSupport.stream(whyNot.get("changes").spliterator(), false)
                .flatMap(change -> List.of(
                        "--suppose",
                        change.get("characteristic").asText() + "="
                                + change.get("needed").asText().replace("none", "[]"))
                        .stream())
                .toArray(String[]::new);
        String[] args = new String[suppose.length + 4];
        System.arraycopy(new String[] {"classify", SORTER, "-f", "json"}, 0, args, 0, 4);
        System.arraycopy(suppose, 0, args, 4, suppose.length);

        JsonNode changed = Json.read(Run.of(args).out());

        assertThat(ids(changed.get("classes"))).containsExactly("HIGH_RISK");
        assertThat(ids(changed.at("/supposed/before/classes"))).containsExactly("NOT_HIGH_RISK");
    }

    @Test
    void everything_written_for_programs_is_valid_by_the_published_schema() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text("/io/aims/interchange/" + ClassificationWriter.SCHEMA));

        Run run = Run.of(
                "classify",
                ROOT.resolve("examples").toString(),
                "-f",
                "jsonl",
                "--as-of",
                DAY,
                "--why-not",
                "ART_50_1",
                "--suppose",
                "profiling=unknown");

        List<String> lines = run.out().lines().toList();
        assertThat(lines)
                .hasSizeGreaterThan(20)
                .allSatisfy(line ->
                        assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
        assertThat(run.out().toLowerCase(java.util.Locale.ROOT)).doesNotContain("compliant");
    }

    @Test
    void systems_are_classified_in_order_and_faults_are_told_beside_them() {
        Run run = Run.withInput(LINES, "classify", "-", "-f", "jsonl", "--as-of", DAY, "--fail-on", "PROHIBITED");

        List<JsonNode> systems = run.out().lines().map(Json::read).toList();
        assertThat(systems.stream().map(system -> system.at("/system/id").asText()))
                .containsExactly("empty", "abroad", "mood");
        assertThat(ids(systems.get(0).get("classes")))
                .containsExactly("PROHIBITED", "HIGH_RISK", "NOT_HIGH_RISK", "OUT_OF_SCOPE");
        assertThat(ids(systems.get(1).get("classes"))).containsExactly("OUT_OF_SCOPE");
        assertThat(ids(systems.get(2).get("classes"))).containsExactly("PROHIBITED", "OUT_OF_SCOPE");
        assertThat(systems.get(2).get("stop").asBoolean()).isTrue();
        assertThat(run.err()).contains("EUROPE");
        assertThat(run.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    }

    @Test
    void a_gate_asks_for_what_is_certain_or_for_what_is_possible() {
        String unknown = "{\"id\":\"empty\"}\n";
        String abroad = "{\"id\":\"abroad\",\"characteristics\":{\"jurisdictions\":[\"US\"]}}\n";

        assertThat(Run.withInput(unknown, "classify", "-", "--fail-on", "high-risk")
                        .status())
                .isZero();
        assertThat(Run.withInput(unknown, "classify", "-", "--fail-on-possible", "prohibited")
                        .status())
                .isEqualTo(ExitStatus.BEYOND);
        assertThat(Run.withInput(abroad, "classify", "-", "--fail-on-possible", "HIGH_RISK")
                        .status())
                .isZero();
        assertThat(Run.withInput(abroad, "classify", "-", "--fail-on", "OUT_OF_SCOPE")
                        .status())
                .isEqualTo(ExitStatus.BEYOND);
    }

    @Test
    void what_is_not_there_is_told_with_the_nearest_that_is() {
        assertThat(Run.of("classify", EXAM, "--law", "eu-ai-akt").err())
                .isEqualTo("AIMS-5070: There is no law (eu-ai-akt).\nMaybe you meant (eu-ai-act).\n");
        assertThat(Run.of("classify", EXAM, "--fail-on", "HIGHRISK").err())
                .isEqualTo("AIMS-5071: Law (eu-ai-act) has no class (HIGHRISK).\nMaybe you meant (HIGH_RISK).\n");
        assertThat(Run.of("classify", EXAM, "--why-not", "PRACTISE_F").err())
                .startsWith("AIMS-5072: Law (eu-ai-act) has no class, proposition or duty (PRACTISE_F).\n"
                        + "Maybe you meant (PRACTICE_F).");
        Run supposed = Run.of("classify", EXAM, "--suppose", "profilng=YES");
        assertThat(supposed.err()).contains("Maybe you meant (profiling).");
        assertThat(supposed.status()).isEqualTo(ExitStatus.WRONG_INPUT);
    }

    @Test
    void a_name_changes_neither_a_terminal_nor_a_page() {
        String system = "id: a\nname: \"x\\e[2J\\u202E\\n# <b>*Risk*\"\n";

        assertThat(Run.withInput(system, "classify", "-").out().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith("x\\u001b[2J\\u202e\\n# <b>*Risk*: "));
        assertThat(Run.withInput(system, "classify", "-", "-f", "md")
                        .out()
                        .lines()
                        .findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("\\<b\\>\\*Risk\\*"));
    }

    @Test
    void the_catalogue_shows_everything_of_a_law_by_its_id() {
        assertThat(Run.of("catalog", "PRACTICE_F").out())
                .contains("Art. 5(1)(f)", "emotionForMedicalOrSafety = YES", "confidence     high");
        assertThat(Run.of("catalog", "emotionSettings").out()).contains("read by        PRACTICE_F");
        assertThat(Run.of("catalog", "LISTED_USES").out()).contains("2027-12-02");
        assertThat(Run.of("catalog", "eu-ai-act").out()).contains("Classes (4)", "ART_50_1", "HIGH_RISK");
    }
}
