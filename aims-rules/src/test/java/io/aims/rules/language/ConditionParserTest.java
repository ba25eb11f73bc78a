package io.aims.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Vocabularies;
import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.rule.Condition;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionParserTest {

    private static final ConditionParser PARSER = new ConditionParser(Vocabularies.standard(), Catalogues.iso42001());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "always",
                "automationLevel >= PARTIAL_AUTOMATION",
                "automationLevel >= PARTIAL_AUTOMATION and decisionEffect >= MATERIAL",
                "automationLevel >= PARTIAL_AUTOMATION or decisionEffect >= MATERIAL and profiling = YES",
                "(automationLevel >= PARTIAL_AUTOMATION or profiling = YES) and decisionEffect >= MATERIAL",
                "technologyReadinessLevel <= 6",
                "trainingComputeFlops >= 1E+25",
                "lifecycleStage in {DEPLOYMENT, OPERATION_AND_MONITORING}",
                "vulnerableGroups contains CHILDREN",
                "vulnerableGroups containsAny {CHILDREN, WORKERS}",
                "biometricFunctions notEmpty",
                "annexThreeUses containsAny {2, 5b}",
                "riskSources contains C.3.3",
                "needed contains A.6.2.8",
                "level(C.2.5) >= HIGH",
            })
    void a_condition_is_printed_as_it_is_written(String text) {
        assertThat(parse(text).condition()).get().hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profiling=YES|profiling = YES",
                "  ( ( profiling = YES ) ) | profiling = YES",
                "(profiling = YES and safetyComponent = YES) and profiling = YES"
                        + "|profiling = YES and safetyComponent = YES and profiling = YES",
                "profiling = YES or (safetyComponent = YES or profiling = YES)"
                        + "|profiling = YES or safetyComponent = YES or profiling = YES",
                "vulnerableGroups containsAny{WORKERS,CHILDREN}|vulnerableGroups containsAny {CHILDREN, WORKERS}",
                "trainingComputeFlops >= 10000000000000000000000000|trainingComputeFlops >= 1E+25",
                "level ( C.2.5 )>=HIGH|level(C.2.5) >= HIGH",
            })
    void blanks_and_needless_parentheses_do_not_matter(String text, String printed) {
        assertThat(parse(text).condition()).get().hasToString(printed);
    }

    @Test
    void and_binds_tighter_than_or() {
        assertThat(parse("profiling = YES or safetyComponent = YES and biometricFunctions notEmpty")
                        .condition())
                .get()
                .isInstanceOfSatisfying(
                        Condition.AnyOf.class,
                        any -> assertThat(any.parts().get(1)).isInstanceOf(Condition.AllOf.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // words that are not known
                "automatonLevel >= ASSISTANCE | 1 | AIMS-2006 | (automatonLevel), absent from vocabulary (aims) | (automationLevel)",
                "riskSource contains C.3.3 | 1 | AIMS-2006 | (riskSource), absent from vocabulary | (riskSources)",
                "fooBarBaz >= ASSISTANCE | 1 | AIMS-2006 | absent from vocabulary | characteristics of the pack",
                "automationLevel >= HIGH_AUTOMATON | 20 | AIMS-2006 | must be one of NOT_AUTOMATED, | (HIGH_AUTOMATION)",
                "automationLevel >= high_automation | 20 | AIMS-2006 | must be one of NOT_AUTOMATED, | (HIGH_AUTOMATION)",
                "AutomationLevel >= ASSISTANCE | 1 | AIMS-2006 | absent from vocabulary | (automationLevel)",
                "vulnerableGroups containsAny {CHILDREN, WORKER} | 41 | AIMS-2006 | (WORKER) | (WORKERS)",
                "riskSources contains C.3.9 | 22 | AIMS-2006 | (C.3.9), absent from catalogue (iso-42001:2023) | C.3",
                "needed contains A.9.7 | 17 | AIMS-2006 | reads control (A.9.7) | (A.9.",
                "level(C.2.99) >= HIGH | 7 | AIMS-2006 | level of objective (C.2.99) | C.2.",
                "level(C.2.5) >= HIGHT | 17 | AIMS-2006 | compares with level (HIGHT) | (HIGH)",
                // comparisons that a type does not have
                "vulnerableGroups >= WORKERS | 18 | AIMS-2006 | with (>=), which a SET characteristic does not have | contains WORKERS, vulnerableGroups containsAny {WORKERS} or vulnerableGroups notEmpty",
                "automationLevel <= ASSISTANCE | 17 | AIMS-2006 | (<=), which an ORDINAL | less hazard",
                "automationLevel = ASSISTANCE | 17 | AIMS-2006 | (=), which an ORDINAL | Write automationLevel >= ASSISTANCE.",
                "automationLevel in {ASSISTANCE} | 17 | AIMS-2006 | (in) | Write automationLevel >= ASSISTANCE.",
                "lifecycleStage = DEPLOYMENT | 16 | AIMS-2006 | (=), which a NOMINAL | Write lifecycleStage in {DEPLOYMENT}.",
                "technologyReadinessLevel >= 6 | 26 | AIMS-2006 | (>=), which a SCALE | Write technologyReadinessLevel <= 6.",
                "trainingComputeFlops <= 1e25 | 22 | AIMS-2006 | (<=), which a DECIMAL | less hazard",
                "profiling >= YES | 11 | AIMS-2006 | (>=), which a BOOLEAN | Write profiling = YES.",
                // values out of range
                "profiling = NO | 13 | AIMS-2006 | which must be YES | There is no negation",
                "profiling = yes | 13 | AIMS-2006 | which must be YES | (YES)",
                "technologyReadinessLevel <= 12 | 29 | AIMS-2006 | must be 1 to 9 | more severe",
                "trainingComputeFlops >= 1e999999 | 25 | AIMS-2006 | from 0 to below 1e100 | 1e25",
                "trainingComputeFlops >= -1 | 25 | AIMS-2006 | from 0 to below 1e100 | 1e25",
                "vulnerableGroups containsAny {CHILDREN, CHILDREN} | 41 | AIMS-2006 | (CHILDREN) of vulnerableGroups twice | another value",
                // no negation, no other comparison
                "not profiling = YES | 1 | AIMS-2005 | negates with (not) | There is no negation",
                "profiling != YES | 11 | AIMS-2005 | negates with (!=) | There is no negation",
                "!profiling = YES | 1 | AIMS-2005 | negates with (!) | There is no negation",
                "technologyReadinessLevel < 6 | 26 | AIMS-2005 | compares with (<) | write technologyReadinessLevel <= NUMBER",
                "automationLevel > ASSISTANCE | 17 | AIMS-2005 | compares with (>) | Write automationLevel >= VALUE.",
                "profiling == YES | 11 | AIMS-2005 | compares with (==) | Write profiling = YES.",
                "profiling => YES | 11 | AIMS-2005 | has the sign (=>) | Comparisons are",
                // form
                "profiling | 10 | AIMS-2005 | its end where the comparison of (profiling) | Write profiling = YES.",
                "profiling = | 12 | AIMS-2005 | its end behind (=) | value was lost",
                "profiling = YES and | 20 | AIMS-2005 | its end where a test should begin | test is missing",
                "and profiling = YES | 1 | AIMS-2005 | (and) where a test should begin | test is missing",
                "profiling = YES AND safetyComponent = YES | 17 | AIMS-2005 | (AND) where a test has ended | Maybe you meant (and)",
                "profiling = YES && safetyComponent = YES | 17 | AIMS-2005 | (&&) where a test has ended | Write the word and.",
                "profiling = YES safetyComponent = YES | 17 | AIMS-2005 | where a test has ended | an or is missing",
                "(profiling = YES | 1 | AIMS-2005 | does not close a parenthesis | Maybe add one",
                "profiling = YES) | 16 | AIMS-2005 | closes a parenthesis that was not opened | open one before",
                "() | 2 | AIMS-2005 | ()) where a test should begin | test is missing",
                "profiling = YES and always | 21 | AIMS-2005 | joins always | holds for every system",
                "always or profiling = YES | 1 | AIMS-2005 | joins always | holds for every system",
                "vulnerableGroups containsAny {} | 30 | AIMS-2005 | empty braces | at least one value",
                "vulnerableGroups containsAny {CHILDREN WORKERS} | 40 | AIMS-2005 | (WORKERS) in braces where a comma | commas",
                "vulnerableGroups containsAny {CHILDREN, | 40 | AIMS-2005 | its end in braces where a value | commas",
                "vulnerableGroups containsAny {CHILDREN | 30 | AIMS-2005 | does not close a brace | Maybe add }",
                "vulnerableGroups containsAny CHILDREN | 30 | AIMS-2005 | no braces | Write containsAny {CHILDREN}.",
                "lifecycleStage in DEPLOYMENT | 19 | AIMS-2005 | no braces | Write in {DEPLOYMENT}.",
                "vulnerableGroups contains {CHILDREN} | 27 | AIMS-2005 | which takes one value | containsAny",
                "riskSources = C.3.3 | 13 | AIMS-2005 | tests riskSources with (=) | riskSources contains ID",
                "level C.2.5 >= HIGH | 7 | AIMS-2005 | where (() should stand | level(C.2.5) >= HIGH",
                "level(C.2.5) = HIGH | 14 | AIMS-2005 | where (>=) should stand | level(C.2.5) >= HIGH",
                "profiling = 'YES' | 13 | AIMS-2005 | the character (') | value was lost",
                "profiling ? YES | 11 | AIMS-2005 | the character (?) | Write profiling = YES.",
            })
    void what_is_wrong_is_told_with_its_column_and_the_way_out(
            String text, int column, String code, String message, String advice) {
        Parsed parsed = parse(text);

        assertThat(parsed.condition()).isEmpty();
        assertThat(parsed.faults().toList()).hasSize(1);
        Fault fault = parsed.faults().toList().get(0);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.message())
                .startsWith("Rule (ACME-1, acme.yaml:7:" + column + ") ")
                .contains(message);
        assertThat(fault.advice()).contains(advice).endsWith(".");
        assertThat(fault.place().orElseThrow().column()).isEqualTo(column);
    }

    @Test
    void an_empty_condition_is_told() {
        assertThat(parse("  ").faults().toList())
                .singleElement()
                .extracting(Fault::advice)
                .asString()
                .contains("always");
    }

    @Test
    void all_wrong_words_of_a_condition_are_told_at_once() {
        Parsed parsed = parse("automatonLevel >= ASSISTANCE and (vulnerableGroups >= WORKERS"
                + " or level(C.2.99) >= HIHG) and lifecycleStage in {DEPLOYED, RETIRED}");

        assertThat(parsed.condition()).isEmpty();
        assertThat(parsed.faults().toList())
                .extracting(fault -> fault.place().orElseThrow().column())
                .containsExactly(1, 52, 72, 83, 112, 122);
    }

    @Test
    void parentheses_are_nested_only_so_deep() {
        String deepest = "(".repeat(ConditionLimits.standard().depth()) + "profiling = YES"
                + ")".repeat(ConditionLimits.standard().depth());

        assertThat(parse(deepest).condition()).isPresent();
        assertThat(parse("(" + deepest + ")").faults().toList())
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .contains("nests parentheses deeper than 64");
    }

    @Test
    void a_condition_is_only_so_long() {
        String longest =
                "profiling = YES" + " ".repeat(ConditionLimits.standard().length() - 15);

        assertThat(parse(longest).condition()).isPresent();
        assertThat(parse(longest + " ").faults().toList())
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .contains("4001 characters");
    }

    @Test
    void foreign_text_is_escaped_and_cut() {
        Fault fault = parse("profiling\u202e" + "x".repeat(100) + " = YES")
                .faults()
                .toList()
                .get(0);

        assertThat(fault.message()).doesNotContain("\u202e").doesNotContain("x".repeat(61));
    }

    private record Parsed(Optional<Condition> condition, Faults faults) {}

    private static Parsed parse(String text) {
        Faults faults = new Faults();
        Optional<Condition> condition =
                PARSER.parse(text, "ACME-1", offset -> new Place("acme.yaml", 7, offset + 1), faults);
        assertThat(condition.isPresent()).isEqualTo(faults.isEmpty());
        return new Parsed(condition, faults);
    }
}
