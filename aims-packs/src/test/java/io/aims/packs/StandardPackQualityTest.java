package io.aims.packs;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.packs.coverage.PackCoverage;
import io.aims.packs.coverage.Tally;
import io.aims.packs.mutation.MutationKind;
import io.aims.packs.mutation.PackMutation;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rules.RulePacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The standard pack is held to what its tools can tell. */
class StandardPackQualityTest {

    private static final double LEAST_SCORE = 0.95;

    private static final PackUnderTest TESTED = TestPacks.standard();
    private static final PackMutation MUTATION = PackMutation.of(TESTED);

    @Test
    void every_example_and_every_conclusion_comes_out_as_entered() {
        List<CaseResult> results = PackTests.run(TESTED);

        assertThat(results)
                .hasSizeGreaterThan(1_400)
                .allSatisfy(result -> assertThat(result.status())
                        .as(() -> result.name() + "\n" + result.message() + "\n" + result.details())
                        .isEqualTo(CaseResult.Status.PASSED));
    }

    @Test
    void the_conclusion_of_every_rule_is_entered_once_more() {
        assertThat(TESTED.cases().stream().flatMap(each -> each.concludes().keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        RulePacks.standard().rules().stream().map(Rule::id).toList());
    }

    @Test
    void rules_branches_and_thresholds_are_covered() {
        PackCoverage coverage = PackCoverage.of(TESTED);

        assertThat(coverage.diagnostics()).isEmpty();
        assertThat(coverage.rules()).isEqualTo(new Tally(898, 898));
        assertThat(coverage.branches()).isEqualTo(new Tally(1_026, 1_026));
        assertThat(coverage.thresholds()).isEqualTo(new Tally(660, 660));
    }

    @Test
    void changes_of_rules_are_noticed() {
        assertThat(MUTATION.count()).isGreaterThan(3_900);
        assertThat(MUTATION.score()).isGreaterThanOrEqualTo(LEAST_SCORE);
        assertThat(MUTATION.unexplained()).as("survivors without a reason").isEmpty();
        assertThat(MUTATION.diagnostics()).isEmpty();
        assertThat(MutationKind.values())
                .as("every kind of change is tried")
                .allSatisfy(
                        kind -> assertThat(MUTATION.count(kind)).as(kind.name()).isPositive());
    }

    @Test
    void the_guide_tells_the_number_of_mutants() throws IOException {
        Path guide = Path.of(Objects.requireNonNull(System.getProperty("aims.root")), "docs", "guide", "pack-tests.md");

        assertThat(Files.readString(guide)).contains(String.format(Locale.ROOT, "%,d mutants", MUTATION.count()));
    }

    @Test
    void what_is_entered_twice_differs_if_the_pack_does() {
        PackUnderTest without = PackUnderTest.of(TESTED.pack(), TESTED.base()).withTests("wrong.yaml", """
                        tests: A control less
                        cases:
                          - title: AI policy exists
                            answers: {}
                            concludes: {BASE-01: {threatens: [C.2.1]}}
                        """);

        assertThat(PackTests.run(without))
                .filteredOn(result -> result.status() == CaseResult.Status.FAILED)
                .extracting(CaseResult::message)
                .containsExactly("Rule (BASE-01): requires A.2.2 is too much.");
        assertThat(without.cases().get(0).concludes()).containsOnlyKeys(new RuleId("BASE-01"));
    }
}
