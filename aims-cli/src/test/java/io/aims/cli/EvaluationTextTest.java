package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.Aims;
import io.aims.control.ControlId;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.Outcomes;
import io.aims.evaluation.OutsideFinding;
import io.aims.evaluation.RuleEngine;
import io.aims.interchange.SystemDocument;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemFormat;
import io.aims.interchange.SystemReader;
import io.aims.rule.PackReference;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import io.aims.treatment.ControlStates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
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

    @Test
    void what_rules_outside_the_guarantees_found_stands_apart_and_escaped() {
        PackReference rules = new PackReference("acme-lending", "1.0", "f".repeat(64));
        List<OutsideFinding> findings = List.of(
                new OutsideFinding(
                        "ACME-1",
                        "Title \u001b[31m",
                        "A reason.",
                        Truth.TRUE,
                        List.of(new ControlId("A.9.3")),
                        rules,
                        "r"),
                new OutsideFinding("ACME-2", "Other", "It may\nbe.", Truth.UNDETERMINED, List.of(), rules, "r"));
        RuleBase base = new RuleBase(
                AIMS.vocabulary(), AIMS.catalogue(), AIMS.criteria(), List.of(RulePacks.read(smallPack())));
        RuleEngine engine = new RuleEngine() {
            @Override
            public Outcomes run(AiSystem system) {
                return new Outcomes(new BitSet(), new BitSet(), findings);
            }

            @Override
            public List<PackReference> outside() {
                return List.of(rules);
            }
        };
        SystemDocument document = new SystemDocument(AiSystem.named("loan").build(), ControlStates.unknown());
        Page page = new Page(100, false);
        new EvaluationText(new Evaluator(base, engine).evaluate(document.system(), null), document, false, page)
                .write(null);

        assertThat(page.toString()).contains("""

                Found by rules outside the guarantees (nothing above depends on them, and nothing re-computes them)
                  ACME-1 Title \\u001b[31m: A reason. Asks for A.9.3. (acme-lending 1.0)
                  ACME-2 Other (undetermined): It may be. (acme-lending 1.0)
                """).contains("; outside the guarantees acme-lending 1.0; catalogue");
    }
}
