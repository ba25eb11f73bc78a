package io.aims.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.risk.Likelihood;
import io.aims.rule.Rule;
import io.aims.rule.RulePack;
import io.aims.source.Confidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulePacksTest {

    private static final String PACK = """
            pack: acme
            version: 1.2.0
            title: Rules of ACME
            licence: Apache-2.0
            catalogue: iso-42001:2023
            chapters: [acme.yaml]
            """;

    private static final String RULE = """
              - id: ACME-1
                title: Profiling of children
                when: profiling = YES and vulnerableGroups contains CHILDREN
                raises: [C.3.3]
                threatens: [C.2.5]
                likelihood: HIGH
                requires: [A.5.4]
                why: Children cannot consent to being profiled.
                sources: [GDPR recital 38]
                examples:
                  fires:   [{profiling: YES, vulnerableGroups: {contains: [CHILDREN]}}]
                  silent:  [{profiling: NO}]
                  unknown: [{profiling: YES}]
            """;

    private static final String CHAPTER = """
            chapter: Children
            scope: SYSTEM
            rules:
            """;

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void createTheFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("acme-pack"));
    }

    @Test
    void a_pack_is_read_with_everything_that_it_says() throws IOException {
        write("pack.yaml", PACK + "validFrom: 2026-01-01\nvalidUntil: 2026-12-31\n");
        write("acme.yaml", CHAPTER + RULE);

        RulePack pack = RulePacks.read(folder);

        assertThat(pack.id()).isEqualTo("acme");
        assertThat(pack.version()).isEqualTo("1.2.0");
        assertThat(pack.validFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(pack.validUntil()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(pack.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.id()).hasToString("ACME-1");
            assertThat(rule.condition()).hasToString("profiling = YES and vulnerableGroups contains CHILDREN");
            assertThat(rule.raises()).hasToString("[C.3.3]");
            assertThat(rule.threatens()).hasToString("[C.2.5]");
            assertThat(rule.likelihood()).contains(Likelihood.HIGH);
            assertThat(rule.requires()).hasToString("[A.5.4]");
            assertThat(rule.confidence()).isEqualTo(Confidence.HIGH);
            assertThat(rule.stop()).isFalse();
            assertThat(rule.examples()).hasSize(3);
            assertThat(rule.place()).hasToString("acme-pack/acme.yaml:4:5");
        });
    }

    @Test
    void the_standard_pack_is_read_once() {
        assertThat(RulePacks.standard()).isSameAs(RulePacks.standard());
        assertThat(RulePacks.standard().id()).isEqualTo("iso-42001");
    }

    @Test
    void a_pack_may_add_characteristics_and_read_them() throws IOException {
        write("pack.yaml", PACK + """
                characteristics:
                  - id: acmeGrade
                    tier: EXTENDED
                    type: ORDINAL
                    values: [A, B, C]
                    question: Which grade has it?
                    definition: The grade of ACME.
                    sources: [ACME handbook]
                """);
        write(
                "acme.yaml",
                CHAPTER
                        + RULE.replace("profiling = YES", "acmeGrade >= B")
                                .replace("profiling: YES", "acmeGrade: C")
                                .replace("profiling: NO", "acmeGrade: A"));

        RulePack pack = RulePacks.read(folder);

        assertThat(pack.characteristics()).hasSize(1);
        assertThat(pack.rules().get(0).condition()).asString().startsWith("acmeGrade >= B and");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "title: Profiling of children | | AIMS-2001 | rule (ACME-1, acme-pack/acme.yaml:4:5) has no title.",
                "why: Children cannot consent to being profiled. | | AIMS-2001 | has no why.",
                "sources: [GDPR recital 38] | | AIMS-2001 | has no sources.",
                "sources: [GDPR recital 38] | sources: [''] | AIMS-2001 | acme.yaml:12:15) hold one that says nothing.",
                "id: ACME-1 | id: ACME 1 | AIMS-2001 | (ACME 1)",
                "likelihood: HIGH | likelihood: high | AIMS-2001 | likelihood (high)",
                "likelihood: HIGH | likelyhood: HIGH | AIMS-2001 | field (likelyhood) that is not known",
                "likelihood: HIGH | verdict: HALT | AIMS-2001 | verdict (HALT) of rule (ACME-1",
                "profiling = YES and | profilling = YES and | AIMS-2006 | acme.yaml:6:11) reads characteristic (profilling)",
                "profiling = YES and | profiling == YES and | AIMS-2005 | acme.yaml:6:21) compares with (==)",
                "raises: [C.3.3] | raises: [C.3.33] | AIMS-2007 | Rule (ACME-1, acme-pack/acme.yaml:7:14) raises (C.3.33), absent from catalogue (iso-42001:2023).",
                "threatens: [C.2.5] | threatens: [C.2.5, C.2.5] | AIMS-2001 | threatens (C.2.5) twice",
                "requires: [A.5.4] | requires: [A.9.7] | AIMS-2007 | requires control (A.9.7)",
                "requires: [A.5.4] | requires: [A 5] | AIMS-2001 | requires control (A 5), which is no id",
                "requires: [A.5.4] | requires: A.5.4 | AIMS-2001 | must be a list",
                "raises: [C.3.3] | | AIMS-2008 | contributes a likelihood but raises nothing",
                "threatens: [C.2.5] | | AIMS-2008 | contributes a likelihood but threatens nothing",
                "profiling = YES and | lifecycleStage in {INCEPTION} and lifecycleStage in {RETIREMENT} and profiling = YES and | AIMS-2009 | can never hold",
                "profiling = YES and | decisionEffect >= NONE and profiling = YES and | AIMS-2009 | holds for every system",
                "silent:  [{profiling: NO}] | | AIMS-2011 | Rule (ACME-1, acme-pack/acme.yaml:4:5) has no silent example.",
                "unknown: [{profiling: YES}] | | AIMS-2011 | has no unknown example",
                "silent:  [{profiling: NO}] | silent:  [{profiling: YES}] | AIMS-2012 | comes to UNDETERMINED in its silent example (profiling: YES), not to FALSE",
                "silent:  [{profiling: NO}] | silent:  [{profiling: no}] | AIMS-1003 | silent example of rule (ACME-1",
                "silent:  [{profiling: NO}] | quiet:  [{profiling: NO}] | AIMS-2001 | field (quiet)",
            })
    void what_is_wrong_in_a_rule_is_told_with_its_place(String right, String wrong, String code, String message)
            throws IOException {
        assertThat(RULE).contains(right);
        write("pack.yaml", PACK);
        write("acme.yaml", CHAPTER + RULE.replace(right, wrong == null ? "" : wrong));

        assertThat(faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.message()).contains(message);
            assertThat(fault.advice()).endsWith(".");
            assertThat(fault.place()).isPresent();
        });
    }

    @Test
    void a_rule_that_concludes_nothing_is_told() throws IOException {
        write("pack.yaml", PACK);
        write("acme.yaml", CHAPTER + RULE.replaceAll("(?m)^ +(raises|threatens|likelihood|requires): .*\n", ""));

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("AIMS-2008");
            assertThat(fault.message()).contains("concludes nothing");
        });
    }

    @Test
    void a_floor_without_an_objective_is_told() throws IOException {
        write("pack.yaml", PACK);
        write(
                "acme.yaml",
                CHAPTER
                        + RULE.replaceAll("(?m)^ +(raises|threatens): .*\n", "")
                                .replace("likelihood: HIGH", "severityFloor: MAJOR"));

        assertThat(faults())
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .contains("severity floor but");
    }

    @Test
    void a_fault_in_a_folded_condition_is_told_with_its_line_and_column() throws IOException {
        write("pack.yaml", PACK);
        write("acme.yaml", CHAPTER + RULE.replace("when: profiling = YES and vulnerableGroups contains CHILDREN", """
                                when: >-
                                      profiling = YES
                                      and vulnerableGroups contains CHILD"""));

        assertThat(faults())
                .anySatisfy(fault -> assertThat(fault.place()).get().hasToString("acme-pack/acme.yaml:8:37"));
    }

    @Test
    void all_faults_of_all_chapters_are_told_at_once() throws IOException {
        write(
                "pack.yaml",
                PACK.replace("[acme.yaml]", "[acme.yaml, more.yaml, absent.yaml]")
                        .replace("licence", "license"));
        write("acme.yaml", CHAPTER + RULE.replace("likelihood: HIGH", "likelihood: HUGE"));
        write(
                "more.yaml",
                CHAPTER.replace("SYSTEM", "system")
                        + RULE.replace("ACME-1", "ACME-2").replace("profiling = YES", "profiling = NO"));

        assertThat(faults())
                .extracting(Fault::code)
                .contains("AIMS-2001", "AIMS-2002", "AIMS-2006")
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void the_same_id_twice_is_told_with_both_places() throws IOException {
        write("pack.yaml", PACK);
        write("acme.yaml", CHAPTER + RULE + RULE.replace("YES", "YES ").replace("[A.5.4]", "[A.5.5]"));

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("AIMS-2003");
            assertThat(fault.message()).contains("acme.yaml:4:5").contains("acme.yaml:17:5");
        });
    }

    @Test
    void two_rules_that_say_the_same_are_told() throws IOException {
        write("pack.yaml", PACK);
        write(
                "acme.yaml",
                CHAPTER
                        + RULE
                        + RULE.replace("ACME-1", "ACME-2")
                                .replace(
                                        "profiling = YES and vulnerableGroups contains CHILDREN",
                                        "vulnerableGroups contains CHILDREN and profiling = YES"));

        assertThat(faults()).singleElement().hasToString("""
                        AIMS-2010: Rule (ACME-2, acme-pack/acme.yaml:17:5) says the same as rule (ACME-1, acme-pack/acme.yaml:4:5).
                        Maybe leave one of them out, or say what makes them differ.""");
    }

    @Test
    void rules_that_read_what_they_lead_to_are_told() throws IOException {
        write("pack.yaml", PACK);
        write(
                "acme.yaml",
                CHAPTER
                        + RULE.replace(
                                "when: profiling = YES and vulnerableGroups contains CHILDREN",
                                "when: riskSources contains C.3.3"));

        assertThat(faults()).extracting(Fault::code).contains("AIMS-3001");
    }

    @Test
    void a_pack_that_covers_its_catalogue_must_lead_to_everything_in_it() throws IOException {
        write("pack.yaml", PACK + "covers: catalogue\n");
        write("acme.yaml", CHAPTER + RULE);

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("AIMS-2015");
            assertThat(fault.place()).hasToString("Optional[acme-pack/pack.yaml:7:1]");
            assertThat(fault.message())
                    .contains("no rule leads to (A.2.2, A.2.3, ")
                    .contains(", A.10.2, ");
            assertThat(fault.message().split(", ")).hasSize(1 + 38 - 1 + 7 - 1 + 12 - 1 + 1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.yaml", "/etc/outside.yaml", "sub/outside.yaml", "outside", "..", ""})
    void a_chapter_elsewhere_is_refused(String chapter) throws IOException {
        write("pack.yaml", PACK.replace("acme.yaml", "acme.yaml, '" + chapter + "'"));
        write("acme.yaml", CHAPTER + RULE);
        Files.writeString(temporary.resolve("outside.yaml"), CHAPTER + RULE);

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("AIMS-2002");
            assertThat(fault.message()).contains("(" + chapter + ", acme-pack/pack.yaml:6:");
        });
    }

    @Test
    void a_link_to_another_folder_is_refused() throws IOException {
        write("pack.yaml", PACK);
        Path outside = Files.writeString(temporary.resolve("outside.yaml"), CHAPTER + RULE);
        Files.createSymbolicLink(folder.resolve("acme.yaml"), outside);

        assertThat(faults()).extracting(Fault::code).contains("AIMS-2002");
    }

    @Test
    void a_missing_chapter_is_told_with_the_nearest_file() throws IOException {
        write("pack.yaml", PACK.replace("acme.yaml", "acne.yaml"));
        write("acme.yaml", CHAPTER + RULE);

        assertThat(faults())
                .extracting(Fault::advice)
                .contains("Maybe you meant (acme.yaml).")
                .contains("Maybe add it under chapters, or move it away.");
    }

    @Test
    void a_chapter_listed_twice_is_told() throws IOException {
        write("pack.yaml", PACK.replace("acme.yaml", "acme.yaml, acme.yaml"));
        write("acme.yaml", CHAPTER + RULE);

        assertThat(faults())
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .contains("listed twice");
    }

    @Test
    void a_chapter_that_is_not_listed_is_told() throws IOException {
        write("pack.yaml", PACK);
        write("acme.yaml", CHAPTER + RULE);
        write("forgotten.yaml", CHAPTER + RULE.replace("ACME-1", "ACME-2"));
        write("controls.yaml", "catalogue: acme\n");

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("AIMS-2002");
            assertThat(fault.message()).contains("(forgotten.yaml)");
        });
    }

    @Test
    void a_folder_without_a_pack_is_told() {
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("AIMS-2002");
            assertThat(fault.message()).isEqualTo("The pack (acme-pack) has no file (pack.yaml).");
        });
    }

    @Test
    void broken_yaml_is_told_once_with_its_place() throws IOException {
        write("pack.yaml", PACK);
        write("acme.yaml", CHAPTER + RULE + "  - id: [\n");

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("AIMS-1010");
            assertThat(fault.place()).isPresent();
        });
    }

    @Test
    void a_characteristic_that_clashes_is_told() throws IOException {
        String characteristic = """
                characteristics:
                  - id: %s
                    tier: EXTENDED
                    type: NOMINAL
                    values: [A, %s]
                    question: Which?
                    definition: Some.
                    sources: [ACME]
                """;
        write("acme.yaml", CHAPTER + RULE);

        for (String[] clash : List.of(
                new String[] {"profiling", "B", "id of a characteristic of vocabulary (aims)"},
                new String[] {"level", "B", "word of the language"})) {
            write("pack.yaml", PACK + characteristic.formatted(clash[0], clash[1]));
            assertThat(faults()).as(clash[0]).anySatisfy(fault -> {
                assertThat(fault.code()).isEqualTo("AIMS-2013");
                assertThat(fault.message()).contains(clash[2]);
            });
        }
    }

    @Test
    void a_day_is_no_characteristic_of_a_rule_pack() throws IOException {
        write("acme.yaml", CHAPTER + RULE);
        write("pack.yaml", PACK + """
                characteristics:
                  - id: acmeDay
                    tier: EXTENDED
                    type: DATE
                    question: When?
                    definition: Some day.
                    sources: [ACME]
                """);

        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("AIMS-2013");
            assertThat(fault.message()).contains("(acmeDay, ").contains("is a DATE, which no rule can read");
        });
    }

    @Test
    void rules_of_another_catalogue_wait_for_it() throws IOException {
        write("pack.yaml", PACK.replace("iso-42001:2023", "acme:1"));
        write("acme.yaml", CHAPTER + RULE.replace("A.5.4", "ACME-C-4"));

        Rule rule = RulePacks.read(folder).rules().get(0);

        assertThat(rule.requires()).hasToString("[ACME-C-4]");
    }

    @Test
    void dates_that_are_none_or_in_the_wrong_order_are_told() throws IOException {
        write("acme.yaml", CHAPTER + RULE);
        write("pack.yaml", PACK + "validFrom: 2026-13-01\n");
        assertThat(faults())
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .contains("(2026-13-01)");

        write("pack.yaml", PACK + "validFrom: 2026-02-01\nvalidUntil: 2026-01-01\n");
        assertThat(faults())
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .contains("before it is valid");
    }

    private List<Fault> faults() {
        AimsException thrown = catchThrowableOfType(AimsException.class, () -> RulePacks.read(folder));
        assertThat(thrown).isNotNull();
        return thrown.faults();
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }
}
