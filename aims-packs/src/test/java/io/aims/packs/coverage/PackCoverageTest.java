package io.aims.packs.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.error.Diagnostic;
import io.aims.packs.ExampleText;
import io.aims.packs.PackUnderTest;
import io.aims.packs.TestPacks;
import io.aims.rule.Rule;
import io.aims.rule.RuleExample;
import io.aims.rule.Truth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackCoverageTest {

    @Test
    void a_pack_can_be_covered() {
        PackCoverage coverage = PackCoverage.of(TestPacks.bakery().tested());

        assertThat(coverage.isComplete()).isTrue();
        assertThat(coverage.diagnostics()).isEmpty();
        assertThat(coverage)
                .hasToString("rules 13 of 13 (100 %), branches 20 of 20 (100 %), thresholds 8 of 8 (100 %)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    baking   | '        - {ovenHeat: HIGH, bakingShift: EVENING}\n' | '' | DECIDES_TRUE bakingShift in {EVENING} {ovenHeat: HIGH, bakingShift: EVENING}
                    baking   | '[{ovenHeat: MEDIUM}, {bakingShift: DAY}]' | '[{bakingShift: DAY}]' | DECIDES_FALSE ovenHeat >= HIGH {ovenHeat: MEDIUM}; BESIDE_THRESHOLD ovenHeat >= HIGH {ovenHeat: MEDIUM}
                    baking   | '[{ovenHeat: MEDIUM}, {bakingShift: DAY}]' | '[{ovenHeat: LOW}, {bakingShift: DAY}]' | BESIDE_THRESHOLD ovenHeat >= HIGH {ovenHeat: MEDIUM}
                    baking   | '[{unattended: YES}, {flourKilos: 250}]' | '[{unattended: YES}, {flourKilos: 251}]' | AT_THRESHOLD flourKilos >= 250 {flourKilos: 250}
                    baking   | '249.5' | '224' | BESIDE_THRESHOLD flourKilos >= 250 {unattended: NO, flourKilos: 225}
                    baking   | 'trialStage: 3' | 'trialStage: 4' | BESIDE_THRESHOLD trialStage <= 2 {trialStage: 3}
                    baking   | '{allergens: [NUTS], trialStage: 2}' | '{allergens: [NUTS, MILK], trialStage: 2}' | DECIDES_TRUE allergens contains NUTS {allergens: [NUTS], trialStage: 2}
                    watching | ', {allergens: []}' | '' | DECIDES_FALSE level(C.2.9) >= HIGH {ovenHeat: LOW}; BESIDE_THRESHOLD level(C.2.9) >= HIGH {allergens: []}
                    watching | '{unattended: NO, flourKilos: 10}, ' | '' | DECIDES_FALSE needed contains A.6.2.6 {unattended: NO, flourKilos: 0}
                    """)
    void what_an_example_less_leaves_open_is_told_with_the_example_that_closes_it(
            String chapter, String find, String replace, String holes) {
        PackCoverage coverage = PackCoverage.of(TestPacks.bakery()
                .with(chapter + ".yaml", find, replace == null ? "" : replace)
                .tested());

        assertThat(coverage.holes().stream()
                        .map(hole -> hole.requirement() + " " + hole.subject() + " "
                                + ExampleText.of(hole.proposal().orElseThrow().answers())))
                .containsExactly(holes.split("; "));
        assertThat(coverage.isComplete()).isFalse();
    }

    @Test
    void a_hole_is_a_warning_at_its_rule_with_what_to_add() {
        List<Diagnostic> diagnostics = PackCoverage.of(TestPacks.bakery()
                        .with("baking.yaml", "[{ovenHeat: MEDIUM}, {bakingShift: DAY}]", "[{ovenHeat: LOW}]")
                        .tested())
                .diagnostics();

        assertThat(diagnostics.stream().map(diagnostic -> diagnostic.level() + " " + diagnostic.fault()))
                .containsExactly("""
                        WARNING AIMS-2165: No example shows that rule (BK-1, bakery/baking.yaml:6:5) fails because of \
                        (bakingShift in {EVENING}) alone.
                        Maybe add under silent: {bakingShift: DAY}""", """
                        WARNING AIMS-2165: No example shows that rule (BK-1, bakery/baking.yaml:6:5) fails because of \
                        (bakingShift in {NIGHT}) alone.
                        Maybe add under silent: {bakingShift: DAY}""", """
                        WARNING AIMS-2166: No example shows that rule (BK-1, bakery/baking.yaml:6:5) fails just beside \
                        the threshold of (ovenHeat >= HIGH).
                        Maybe add under silent: {ovenHeat: MEDIUM}""");
    }

    @Test
    void without_examples_nothing_is_covered_and_the_proposals_cover_everything() {
        PackUnderTest bare = TestPacks.ofCondition(
                "automationLevel >= HIGH_AUTOMATION and (profiling = YES or vulnerableGroups containsAny {CHILDREN, PATIENTS})");
        PackCoverage coverage = PackCoverage.of(bare);
        Rule rule = bare.pack().rules().get(0);
        List<RuleExample> examples = new ArrayList<>();
        coverage.holes().forEach(hole -> examples.add(hole.proposal().orElseThrow()));

        assertThat(coverage).hasToString("rules 0 of 3 (0 %), branches 0 of 8 (0 %), thresholds 0 of 2 (0 %)");
        assertThat(PackCoverage.of(TestPacks.ofRule(TestPacks.rule(rule.condition(), examples), List.of())))
                .hasToString("rules 3 of 3 (100 %), branches 8 of 8 (100 %), thresholds 2 of 2 (100 %)");
    }

    @Test
    void an_example_that_fails_shows_nothing() {
        RuleExample wrong = new RuleExample(Truth.TRUE, List.of());

        assertThat(PackCoverage.of(TestPacks.ofCondition("profiling = YES", wrong))
                        .rules())
                .isEqualTo(new Tally(0, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "automationLevel >= HIGH_AUTOMATION or automationLevel >= AUTONOMY",
                "profiling = YES and (profiling = YES or interactsWithPersons = YES)",
                "vulnerableGroups contains CHILDREN or vulnerableGroups notEmpty"
            })
    void what_never_decides_is_not_asked_for_but_told(String condition) {
        PackUnderTest bare = TestPacks.ofCondition(condition);
        List<RuleExample> examples = new ArrayList<>();
        PackCoverage.of(bare)
                .holes()
                .forEach(hole -> examples.add(hole.proposal().orElseThrow()));
        Rule rule = bare.pack().rules().get(0);

        PackCoverage coverage =
                PackCoverage.of(TestPacks.ofRule(TestPacks.rule(rule.condition(), examples), List.of()));

        assertThat(coverage.isComplete()).isTrue();
        assertThat(coverage.idle()).isNotEmpty();
        assertThat(coverage.diagnostics()).hasSameSizeAs(coverage.idle()).allSatisfy(diagnostic -> {
            assertThat(diagnostic.isError()).isFalse();
            assertThat(diagnostic.fault().code()).isEqualTo("AIMS-2167");
            assertThat(diagnostic.fault().message()).startsWith("No system is there in which rule (T-1)");
        });
    }

    @Test
    void a_condition_of_many_parts_gets_its_examples_too() {
        String condition = "automationLevel >= HIGH_AUTOMATION and decisionEffect >= MATERIAL and profiling = YES"
                + " and explainability >= OPAQUE and interactsWithPersons = YES and safetyHarm >= MINOR_INJURY"
                + " and vulnerableGroups contains CHILDREN and vulnerableGroups contains PATIENTS"
                + " and lifecycleStage in {DEPLOYMENT} and technologyReadinessLevel <= 6"
                + " and trainingComputeFlops >= 1e25 and affectedPopulation >= OVER_10_MILLION"
                + " and adversaryInterest >= MODERATE and agencyLevel >= TOOL_USE_WITH_APPROVAL";

        PackCoverage coverage = PackCoverage.of(TestPacks.ofCondition(condition));

        assertThat(coverage.holes())
                .hasSize(3 + 28 + 18)
                .allSatisfy(
                        hole -> assertThat(hole.proposal()).as(hole.reason()).isPresent());
    }

    @Test
    void a_rule_that_always_holds_needs_one_example() {
        assertThat(PackCoverage.of(TestPacks.ofCondition("always")))
                .hasToString("rules 0 of 1 (0 %), branches 0 of 0 (100 %), thresholds 0 of 0 (100 %)");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1.0", "7, 8, 0.875", "0, 3, 0.0"})
    void a_tally_tells_its_share(int covered, int total, double share) {
        assertThat(new Tally(covered, total).share()).isEqualTo(share);
        assertThat(new Tally(covered, total).isComplete()).isEqualTo(covered == total);
    }

    @Test
    void hundred_percent_is_said_of_what_is_complete_only() {
        assertThat(new Tally(1_999, 2_000)).hasToString("1999 of 2000 (99 %)");
    }
}
