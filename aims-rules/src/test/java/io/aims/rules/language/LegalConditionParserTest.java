package io.aims.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Vocabularies;
import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.law.LegalCondition;
import io.aims.law.LegalDate;
import io.aims.law.PropositionId;
import io.aims.rule.Condition;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.DateCharacteristic;
import io.aims.system.Tier;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.system.vocabulary.Characteristics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegalConditionParserTest {

    private static final Source SOURCE = new Source("a test");
    private static final Vocabulary VOCABULARY = Vocabularies.standard()
            .with(List.of(new VocabularyEntry(
                    DateCharacteristic.of("soldOn"),
                    "identity",
                    Tier.EU_MODULE,
                    "When?",
                    Map.of(),
                    "",
                    "",
                    List.of(SOURCE))));
    private static final LegalConditionParser PARSER = new LegalConditionParser(
            VOCABULARY,
            List.of("IN_SCOPE", "PRACTICE", "ART_50_1"),
            List.of(new LegalDate("START", LocalDate.parse("2026-08-02"), "All.", Confidence.HIGH, SOURCE)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "always",
                "not always",
                "holds(IN_SCOPE)",
                "not holds(IN_SCOPE)",
                "not (holds(IN_SCOPE) and holds(PRACTICE))",
                "not not holds(IN_SCOPE)",
                "holds(IN_SCOPE) and not (holds(PRACTICE) or holds(ART_50_1))",
                "asOf reaches START",
                "soldOn before START",
                "not soldOn before START",
                "profiling = YES",
                "profiling = NO",
                "vulnerableGroups contains CHILDREN",
                "vulnerableGroups lacks CHILDREN",
                "vulnerableGroups containsAny {CHILDREN, WORKERS}",
                "not vulnerableGroups containsAny {CHILDREN, WORKERS}",
                "biometricFunctions notEmpty",
                "biometricFunctions empty",
                "automationLevel >= PARTIAL_AUTOMATION or profiling = NO and trainingComputeFlops >= 1E+25",
                "not lifecycleStage in {DEPLOYMENT, OPERATION_AND_MONITORING}",
                "technologyReadinessLevel <= 6",
            })
    void a_condition_is_printed_as_it_is_written(String text) {
        LegalCondition condition = parse(text).condition().orElseThrow();

        assertThat(condition).hasToString(text);
        assertThat(parse(condition.toString()).condition()).contains(condition);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not profiling = YES | profiling = NO",
                "not profiling = NO | not profiling = NO",
                "((holds ( IN_SCOPE ))) | holds(IN_SCOPE)",
                "holds(IN_SCOPE) and (profiling = YES and profiling = NO)"
                        + "| holds(IN_SCOPE) and profiling = YES and profiling = NO",
                "vulnerableGroups containsAll {WORKERS} | vulnerableGroups contains WORKERS",
                "profiling = YES or vulnerableGroups containsAll {WORKERS, CHILDREN}| profiling = YES or"
                        + " vulnerableGroups contains CHILDREN and vulnerableGroups contains WORKERS",
                "not vulnerableGroups contains WORKERS | vulnerableGroups lacks WORKERS",
                "not (biometricFunctions notEmpty) | biometricFunctions empty",
            })
    void other_ways_to_say_the_same_come_to_the_same(String text, String printed) {
        assertThat(parse(text).condition()).get().hasToString(printed);
    }

    @Test
    void a_known_no_is_the_opposite_of_the_test_that_rules_have() {
        assertThat(parse("profiling = NO").condition())
                .contains(new LegalCondition.Not(
                        new LegalCondition.Tests(new Condition.IsYes(Characteristics.PROFILING))));
        assertThat(parse("holds(PRACTICE)").condition())
                .contains(new LegalCondition.Holds(new PropositionId("PRACTICE")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "holds(IN_SCOP) | 7 | AIMS-2006 | reads (IN_SCOP), absent from the pack | Maybe you meant (IN_SCOPE).",
                "holds(XYZ) | 7 | AIMS-2006 | reads (XYZ) | There are IN_SCOPE, PRACTICE, ART_50_1.",
                "holds IN_SCOPE | 7 | AIMS-2005 | where (() should stand | Write holds(ID)",
                "holds() | 7 | AIMS-2005 | names nothing behind holds | Write holds(ID)",
                "holds(IN_SCOPE | 15 | AIMS-2005 | where ()) should stand | Write holds(ID)",
                "IN_SCOPE | 9 | AIMS-2005 | where the comparison of (IN_SCOPE) should stand | Write holds(IN_SCOPE).",
                "IN_SCOPE and profiling = YES | 10 | AIMS-2005 | where the comparison of (IN_SCOPE) | Write"
                        + " holds(IN_SCOPE)",
                "asOf reaches STRAT | 14 | AIMS-2006 | reads day (STRAT), absent from the dates | Maybe you meant"
                        + " (START).",
                "asOf >= START | 6 | AIMS-2005 | where (reaches) should stand | Write asOf reaches DAY",
                "asOf reaches 2026-08-02 | 14 | AIMS-2006 | reads day (2026-08-02) | There are START.",
                "soldOn before 2026-08-02 | 15 | AIMS-2006 | reads day (2026-08-02) | There are START.",
                "soldOn >= START | 8 | AIMS-2006 | which a DATE characteristic does not have | Write soldOn before"
                        + " START.",
                "soldOn before | 14 | AIMS-2005 | where a value should stand | Maybe a value was lost.",
                "profiling before START | 11 | AIMS-2006 | BOOLEAN characteristic does not have | profiling = YES or"
                        + " profiling = NO.",
                "profiling = yes | 13 | AIMS-2006 | must be YES or NO | Maybe you meant (YES).",
                "profiling = UNKNOWN | 13 | AIMS-2006 | must be YES or NO | Maybe it belongs to another",
                "profiling != YES | 11 | AIMS-2005 | negates with (!=) | Write the word not before the test",
                "!holds(IN_SCOPE) | 1 | AIMS-2005 | negates with (!) | Write the word not before the test",
                "vulnerableGroups not contains CHILDREN | 18 | AIMS-2005 | negates with (not) within a test | not"
                        + " vulnerableGroups",
                "vulnerableGroups lacks CHILDERN | 24 | AIMS-2006 | compares vulnerableGroups with (CHILDERN) | Maybe"
                        + " you meant (CHILDREN).",
                "vulnerableGroups containsAll CHILDREN | 30 | AIMS-2005 | has no braces behind (containsAll) |"
                        + " containsAll {CHILDREN}",
                "vulnerableGroups lacks {CHILDREN} | 24 | AIMS-2005 | has braces behind (lacks) | Maybe leave the"
                        + " braces out.",
                "vulnerableGroups containsAll {CHILDREN, CHILDREN} | 41 | AIMS-2006 | twice | Maybe one of the two",
                "automationLevel empty | 17 | AIMS-2006 | an ORDINAL characteristic does not have | Write"
                        + " automationLevel >= VALUE.",
                "trainingComputeFlops > 1e25 | 22 | AIMS-2005 | has the sign (>) | Write trainingComputeFlops >="
                        + " NUMBER.",
                "profilling = YES | 1 | AIMS-2006 | absent from vocabulary (aims) | Maybe you meant (profiling).",
                "riskSources contains C.3.3 | 1 | AIMS-2006 | reads characteristic (riskSources) | Maybe",
                "profiling = YES && profiling = NO | 17 | AIMS-2005 | where a test has ended | Write the word and.",
                "profiling = YES unless profiling = NO | 17 | AIMS-2005 | where a test has ended | Maybe an and or an"
                        + " or is missing.",
                "holds(IN_SCOPE) and | 20 | AIMS-2005 | where a test should begin | Maybe a test is missing",
                "not | 4 | AIMS-2005 | where a test should begin | Maybe a test is missing",
                "(holds(IN_SCOPE) | 1 | AIMS-2005 | does not close a parenthesis | Maybe add one",
                "holds(IN_SCOPE)) | 16 | AIMS-2005 | closes a parenthesis that was not opened | Maybe leave it out",
            })
    void what_is_wrong_is_told_where_it_stands(String text, int column, String code, String message, String advice) {
        Parsed parsed = parse(text);

        assertThat(parsed.faults().toList()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.message())
                    .startsWith("Duty (ART_9, law.yaml:7:" + column + ") ")
                    .contains(message);
            assertThat(fault.advice()).contains(advice);
        });
    }

    @Test
    void all_wrong_words_of_a_condition_are_told_at_once() {
        assertThat(parse("holds(IN) and not (soldOn before END or profiling = MAYBE) and asOf reaches NEVER")
                        .faults()
                        .toList())
                .extracting(fault -> fault.place().orElseThrow().column())
                .containsExactly(7, 34, 53, 77);
    }

    @Test
    void negations_and_parentheses_are_nested_only_so_deep() {
        int deepest = ConditionLimits.standard().depth();

        assertThat(parse("not ".repeat(deepest) + "always").condition()).isPresent();
        assertThat(parse("not ".repeat(deepest + 1) + "always").faults().toList())
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .contains("deeper than 64");
        assertThat(parse("not (".repeat(deepest) + "always" + ")".repeat(deepest))
                        .faults()
                        .toList())
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .contains("deeper than 64");
    }

    @Test
    @Timeout(20)
    void a_condition_of_nothing_but_wrong_ids_is_told_within_limits() {
        List<String> ids = IntStream.range(0, 300)
                .mapToObj(i -> "A_LONG_NAME_THAT_TAKES_TIME_TO_COMPARE_WITH_OTHERS_OF_ITS_LENGTH_" + i)
                .toList();
        LegalConditionParser parser = new LegalConditionParser(VOCABULARY, ids, List.of());
        Faults faults = new Faults();
        String wrong =
                "holds(Z)" + " or holds(ANOTHER_NAME_THAT_TAKES_TIME_TO_COMPARE_WITH_OTHERS_OF_ITS_KIND)".repeat(50);

        long began = System.nanoTime();
        for (int i = 0; i < 30; i++) {
            assertThat(parser.parse(wrong, "Duty", "ART_9", offset -> new Place("law.yaml", 1, 1), faults))
                    .isEmpty();
        }

        assertThat(faults.toList())
                .hasSize(1_000)
                .allSatisfy(fault -> assertThat(fault.advice()).hasSizeLessThan(200));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void foreign_text_is_escaped_and_cut() {
        Fault fault = parse("profiling\u202e" + "x".repeat(100) + " = YES")
                .faults()
                .toList()
                .get(0);

        assertThat(fault.message()).doesNotContain("\u202e").doesNotContain("x".repeat(61));
    }

    private record Parsed(Optional<LegalCondition> condition, Faults faults) {}

    private static Parsed parse(String text) {
        Faults faults = new Faults();
        Optional<LegalCondition> condition =
                PARSER.parse(text, "Duty", "ART_9", offset -> new Place("law.yaml", 7, offset + 1), faults);
        assertThat(condition.isPresent()).isEqualTo(faults.isEmpty());
        return new Parsed(condition, faults);
    }
}
