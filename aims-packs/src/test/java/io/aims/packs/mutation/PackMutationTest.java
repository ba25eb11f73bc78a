package io.aims.packs.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.error.Diagnostic;
import io.aims.packs.PackUnderTest;
import io.aims.packs.TestPacks;
import io.aims.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackMutationTest {

    private static final String EXPLAINED = """

            survivors:
              - rule: %s
                mutant: "%s"
                why: Nobody here sets an oven so.
            """;

    @Test
    void every_change_of_a_tested_pack_is_noticed() {
        PackMutation mutation = PackMutation.of(TestPacks.bakery().tested());

        assertThat(mutation).hasToString("47 of 47 mutants killed (100 %), 0 survive, 0 of them explained");
        assertThat(mutation.score()).isEqualTo(1);
        assertThat(mutation.equivalent()).isEmpty();
        assertThat(mutation.diagnostics()).isEmpty();
    }

    @Test
    void a_rule_is_changed_in_every_way() {
        Rule rule = TestPacks.bakery().tested().pack().rules().get(0);

        assertThat(PackMutation.mutants(rule))
                .extracting(mutant -> mutant.kind() + " " + mutant.change())
                .containsExactly(
                        "THRESHOLD_LOWERED (ovenHeat >= MEDIUM) for (ovenHeat >= HIGH)",
                        "THRESHOLD_RAISED (ovenHeat >= EXTREME) for (ovenHeat >= HIGH)",
                        "CONJUNCT_DROPPED without (ovenHeat >= HIGH)",
                        "MEMBER_DROPPED without (bakingShift in {EVENING})",
                        "MEMBER_DROPPED without (bakingShift in {NIGHT})",
                        "CONJUNCT_DROPPED without (bakingShift in {EVENING, NIGHT})",
                        "AND_TO_OR (ovenHeat >= HIGH and bakingShift in {EVENING, NIGHT}) with or for and",
                        "RAISES_DROPPED without raises C.3.3",
                        "THREATENS_DROPPED without threatens C.2.9",
                        "LIKELIHOOD_DROPPED without likelihood HIGH",
                        "LIKELIHOOD_MOVED likelihood MODERATE for HIGH",
                        "LIKELIHOOD_MOVED likelihood VERY_HIGH for HIGH",
                        "FLOOR_DROPPED without severityFloor MODERATE",
                        "FLOOR_MOVED severityFloor MINOR for MODERATE",
                        "FLOOR_MOVED severityFloor MAJOR for MODERATE",
                        "REQUIRES_DROPPED without requires A.6.2.8",
                        "REQUIRES_DROPPED without requires A.9.2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    profiling = YES or technologyReadinessLevel <= 6 | DISJUNCT_DROPPED without (profiling = YES); THRESHOLD_LOWERED (technologyReadinessLevel <= 7) for (technologyReadinessLevel <= 6); THRESHOLD_RAISED (technologyReadinessLevel <= 5) for (technologyReadinessLevel <= 6); DISJUNCT_DROPPED without (technologyReadinessLevel <= 6); OR_TO_AND (profiling = YES or technologyReadinessLevel <= 6) with and for or
                    trainingComputeFlops >= 1e25 | THRESHOLD_LOWERED (trainingComputeFlops >= 9E+24) for (trainingComputeFlops >= 1E+25); THRESHOLD_RAISED (trainingComputeFlops >= 1.1E+25) for (trainingComputeFlops >= 1E+25)
                    level(C.2.9) >= VERY_HIGH | THRESHOLD_LOWERED (level(C.2.9) >= HIGH) for (level(C.2.9) >= VERY_HIGH)
                    vulnerableGroups containsAny {CHILDREN} | ''
                    """)
    void conditions_are_changed_in_every_way(String condition, String changes) {
        Rule rule = TestPacks.ofCondition(condition).pack().rules().get(0);

        assertThat(PackMutation.mutants(rule).stream()
                        .filter(mutant -> mutant.kind().isOfCondition())
                        .map(mutant -> mutant.kind() + " " + mutant.change()))
                .containsExactly(changes == null || changes.isEmpty() ? new String[0] : changes.split("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    baking   | '[{ovenHeat: MEDIUM}, {bakingShift: DAY}]' | '[{bakingShift: DAY}]' | (ovenHeat >= MEDIUM) for (ovenHeat >= HIGH) -> under silent: {ovenHeat: MEDIUM}
                    baking   | '249.5' | '100' | (flourKilos >= 225) for (flourKilos >= 250) -> under unknown: {flourKilos: 225}
                    watching | ', {allergens: []}' | '' | (level(C.2.9) >= MODERATE) for (level(C.2.9) >= HIGH) -> under silent: {allergens: []}
                    """)
    void a_change_of_a_condition_that_nobody_notices_comes_with_the_example_that_would(
            String chapter, String find, String replace, String survivor) {
        PackMutation mutation = PackMutation.of(TestPacks.bakery()
                .with(chapter + ".yaml", find, replace == null ? "" : replace)
                .tested());

        assertThat(mutation.survivors().stream()
                        .map(each -> each.mutant().change() + " -> "
                                + each.proposal().orElseThrow()))
                .contains(survivor);
        assertThat(mutation.score()).isLessThan(1);
    }

    @Test
    void a_change_of_a_conclusion_that_nobody_notices_comes_with_the_case_that_would() {
        PackMutation mutation = PackMutation.of(TestPacks.bakery()
                .with("outcomes.yaml", "requires: [A.6.2.6]}", "requires: [A.6.2.6]}\n    holds: [BK-2]")
                .with("outcomes.yaml", "    concludes:\n      BK-2: {raises: [C.3.3], threatens: [C.2.8],", "    #")
                .tested());

        assertThat(mutation.survivors())
                .extracting(survivor -> survivor.mutant().toString())
                .contains("BK-2 likelihood HIGH for MODERATE", "BK-2 likelihood LOW for MODERATE");
        Survivor survivor = mutation.survivors().get(0);
        assertThat(survivor.proposal())
                .contains("to a file of tests: {title: What BK-2 says, answers: {unattended: YES}, concludes: "
                        + "{BK-2: {raises: [C.3.3], threatens: [C.2.8], likelihood: MODERATE, requires: [A.6.2.6]}}}");
        assertThat(mutation.diagnostics()).hasSameSizeAs(mutation.survivors()).allSatisfy(diagnostic -> {
            assertThat(diagnostic.isError()).isFalse();
            assertThat(diagnostic.fault().code()).isEqualTo("AIMS-2168");
            assertThat(diagnostic.fault().place().orElseThrow()).hasToString("bakery/baking.yaml:23:5");
        });
    }

    @Test
    void cases_about_the_whole_pack_notice_changes_too() {
        PackMutation mutation = PackMutation.of(TestPacks.bakery()
                .with("outcomes.yaml", "    concludes:\n      BK-5: {requires: [A.8.4]}", "    requires: [A.8.4]")
                .tested());

        assertThat(mutation.survivors()).isEmpty();
    }

    @Test
    void a_change_without_a_meaning_does_not_count() {
        PackUnderTest tested = TestPacks.ofCondition(
                "automationLevel >= HIGH_AUTOMATION or automationLevel >= AUTONOMY and profiling = YES");

        PackMutation mutation = PackMutation.of(tested);

        assertThat(mutation.equivalent())
                .extracting(Mutant::change)
                .contains(
                        "without (profiling = YES)",
                        "without (automationLevel >= AUTONOMY and profiling = YES)",
                        "(automationLevel >= FULL_AUTOMATION) for (automationLevel >= AUTONOMY)");
        assertThat(mutation.survivors())
                .extracting(survivor -> survivor.mutant().change())
                .doesNotContain("without (profiling = YES)")
                .contains("without (automationLevel >= HIGH_AUTOMATION)");
    }

    @Test
    void a_threshold_moved_to_the_lowest_value_counts_once_as_a_part_left_out() {
        Rule rule = TestPacks.ofCondition("automationLevel >= ASSISTANCE and profiling = YES")
                .pack()
                .rules()
                .get(0);

        assertThat(PackMutation.mutants(rule))
                .extracting(Mutant::change)
                .contains("(automationLevel >= NOT_AUTOMATED) for (automationLevel >= ASSISTANCE)")
                .doesNotContain("without (automationLevel >= ASSISTANCE)");
    }

    @Test
    void a_survivor_may_be_explained_which_does_not_raise_the_score() {
        TestPacks.Bakery untested = TestPacks.bakery()
                .with("baking.yaml", "[{ovenHeat: MEDIUM}, {bakingShift: DAY}]", "[{bakingShift: DAY}]");
        PackMutation without = PackMutation.of(untested.tested());
        String change = without.unexplained().get(0).mutant().change();

        PackMutation with = PackMutation.of(
                untested.withTests(EXPLAINED.formatted("BK-1", change)).tested());

        assertThat(with.survivors()).hasSameSizeAs(without.survivors());
        assertThat(with.unexplained()).hasSize(without.unexplained().size() - 1);
        assertThat(with.survivors().get(0).isExplained()).isTrue();
        assertThat(with.score()).isEqualTo(without.score());
        assertThat(with.diagnostics()).hasSize(without.diagnostics().size() - 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BK-1 | without requires A.9.2 | does not survive: a test notices it.
                    BK-1 | without requires A.8.4 | is no mutant of it.
                    """)
    void an_explanation_of_what_does_not_survive_is_an_error(String rule, String change, String fate) {
        List<Diagnostic> diagnostics = PackMutation.of(TestPacks.bakery()
                        .withTests(EXPLAINED.formatted(rule, change))
                        .tested())
                .diagnostics();

        assertThat(diagnostics).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.isError()).isTrue();
            assertThat(diagnostic.fault().code()).isEqualTo("AIMS-2163");
            assertThat(diagnostic.fault().message())
                    .isEqualTo("The survivor (" + change + ") of rule (BK-1, bakery/outcomes.yaml:44:5) " + fate);
        });
    }

    @Test
    void numbers_by_kind_add_up() {
        PackMutation mutation = PackMutation.of(TestPacks.bakery().tested());

        int count = 0;
        for (MutationKind kind : MutationKind.values()) {
            count += mutation.count(kind);
            assertThat(mutation.killed(kind)).isEqualTo(mutation.count(kind));
        }
        assertThat(count).isEqualTo(mutation.count());
    }
}
