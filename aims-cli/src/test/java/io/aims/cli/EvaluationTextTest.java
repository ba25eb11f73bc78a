package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.interchange.SystemDocument;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemFormat;
import io.aims.interchange.SystemReader;
import io.aims.rules.RulePacks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvaluationTextTest {

    private static final Aims AIMS =
            Aims.builder().packs(RulePacks.read(smallPack())).build();

    static Path smallPack() {
        try {
            return Path.of(Objects.requireNonNull(EvaluationTextTest.class.getResource("small-pack"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static String told(String yaml, boolean all, int width, boolean colour) {
        SystemReader reader = new SystemReader(AIMS.vocabulary(), AIMS.catalogue());
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        try (Stream<SystemEntry> entries =
                reader.stream("loan.yaml", new ByteArrayInputStream(bytes), Optional.of(SystemFormat.YAML))) {
            SystemDocument document = ((SystemEntry.Accepted) entries.toList().get(0)).document();
            Evaluation evaluation = AIMS.evaluate(document.system());
            Page page = new Page(width, colour);
            new EvaluationText(evaluation, document, all, page).write(null);
            return page.toString()
                    .replace(evaluation.seal().value().substring(0, 16), "SEAL")
                    .replace(AIMS.catalogue().id(), "CATALOGUE");
        }
    }

    private static String told(String yaml) {
        return told(yaml, false, 80, false);
    }

    private static final String EMPTY = "id: loan\n";
    private static final String WORST = """
            id: loan
            name: Loans
            characteristics:
              aimsRoles: [AI_CUSTOMER]
              automationLevel: FULL_AUTOMATION
              decisionEffect: {value: MATERIAL, evidence: words in the description, basis: INFERRED}
              continuousLearning: {atLeast: GATED_ONLINE, by: owner}
              vulnerableGroups: [WORKERS]
              prohibitedPracticeFlags: [5_1_c]
              affectedReach: NO_PERSONS
              affectedPopulation: UP_TO_1000
            controls:
              A.2.2: IMPLEMENTED
              A.9.2: {state: PARTIAL, evidence: audit, until: 2027-02-28}
            """;
    private static final String PARTLY_KNOWN = """
            id: loan
            name: Loans
            characteristics:
              automationLevel: HIGH_AUTOMATION
              decisionEffect: MATERIAL
              continuousLearning: {atLeast: SCHEDULED_RETRAINING}
              vulnerableGroups: []
              prohibitedPracticeFlags: []
            """;

    @Test
    void an_empty_description_is_not_known_and_says_what_to_ask() {
        assertThat(told(EMPTY)).isEqualTo(golden("empty"));
    }

    @Test
    void a_stop_stands_before_everything_else_and_every_reason_can_be_seen() {
        assertThat(told(WORST, true, 80, false)).isEqualTo(golden("worst-all"));
    }

    @Test
    void the_short_form_tells_the_first_safeguards_with_a_reason_and_names_the_others() {
        assertThat(told(WORST)).isEqualTo(golden("worst"));
    }

    @Test
    void what_is_partly_known_is_asked_for_with_what_is_known_so_far() {
        assertThat(told(PARTLY_KNOWN)).isEqualTo(golden("partly-known"));
    }

    @Test
    void no_line_is_wider_than_the_page() {
        for (String system : List.of(EMPTY, WORST, PARTLY_KNOWN)) {
            for (int width : List.of(44, 60, 80, 110)) {
                assertThat(told(system, true, width, false).lines())
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
            }
        }
    }

    @Test
    void colour_adds_nothing_but_colour() {
        String coloured = told(WORST, true, 80, true);

        assertThat(coloured).contains("\u001B[1;97;41mSTOP\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(told(WORST, true, 80, false));
    }

    @Test
    void a_name_cannot_change_what_a_terminal_shows() {
        String told = told("id: a\nname: \"x\\e[2J\\u202Ey\\nRisk LOW\"\n");

        assertThat(told.lines().findFirst()).contains("x\\u001b[2J\\u202ey Risk LOW (a)");
    }

    private static String golden(String name) {
        try (InputStream in = EvaluationTextTest.class.getResourceAsStream("golden/" + name + ".txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
