package io.aims.packs.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.packs.PackUnderTest;
import io.aims.packs.RandomConditions;
import io.aims.packs.TestPacks;
import io.aims.packs.coverage.CoverageHole;
import io.aims.packs.coverage.PackCoverage;
import io.aims.packs.internal.Situation;
import io.aims.packs.internal.SituationSearch;
import io.aims.rule.Condition;
import io.aims.rule.RuleExample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;

/** Coverage and mutation of random conditions. */
class ToolPropertiesTest {

    private static final int SYSTEMS = 40;
    private static final int MOST_EXAMPLES = 1_000;

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void all_systems_as_examples_cover_everything_and_kill_every_mutant(@ForAll @LongRange(min = 0) long seed) {
        Condition condition = new RandomConditions(seed).shortCondition();
        PackUnderTest tested = tested(condition, allSituations(condition));

        assertThat(PackCoverage.of(tested).holes())
                .extracting(CoverageHole::reason)
                .as(condition.toString())
                .isEmpty();
        assertThat(PackMutation.of(tested).survivors())
                .extracting(Survivor::mutant)
                .filteredOn(mutant -> mutant.kind().isOfCondition())
                .extracting(Mutant::change)
                .as(condition.toString())
                .isEmpty();
    }

    /** Every answer that a test of the condition tells apart, or leaves unknown. */
    private static List<RuleExample> allSituations(Condition condition) {
        List<RuleExample> examples = new ArrayList<>();
        SituationSearch.search(List.of(condition), situation -> {
            examples.add(new RuleExample(condition.evaluate(situation), situation.answers()));
            return examples.size() == MOST_EXAMPLES;
        });
        Assume.that(examples.size() < MOST_EXAMPLES);
        return examples;
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void what_is_proposed_closes_every_hole(@ForAll @LongRange(min = 0) long seed) {
        Condition condition = new RandomConditions(seed).condition();
        List<RuleExample> proposed = new ArrayList<>();
        for (CoverageHole hole : PackCoverage.of(tested(condition, List.of())).holes()) {
            proposed.add(hole.proposal().orElseThrow());
        }

        PackCoverage coverage = PackCoverage.of(tested(condition, proposed));

        assertThat(coverage.holes())
                .extracting(CoverageHole::reason)
                .as(condition + " " + proposed)
                .isEmpty();
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void what_is_idle_is_shown_by_no_system(@ForAll @LongRange(min = 0) long seed) {
        RandomConditions random = new RandomConditions(seed);
        Condition condition = random.condition();
        PackCoverage bare = PackCoverage.of(tested(condition, List.of()));
        List<RuleExample> examples = new ArrayList<>();
        for (int i = 0; i < SYSTEMS; i++) {
            Map<Object, Object> known = new LinkedHashMap<>();
            random.answers().forEach(answer -> known.put(answer.characteristic(), answer.bounds()));
            Situation situation = Situation.of(known);
            examples.add(new RuleExample(condition.evaluate(situation), situation.answers()));
        }

        PackCoverage covered = PackCoverage.of(tested(condition, examples));

        assertThat(covered.idle())
                .as(condition.toString())
                .extracting(part -> part.requirement() + part.subject())
                .containsExactlyElementsOf(bare.idle().stream()
                        .map(part -> part.requirement() + part.subject())
                        .toList());
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void mutants_that_do_not_count_agree_with_their_rule_and_the_others_differ(@ForAll @LongRange(min = 0) long seed) {
        RandomConditions random = new RandomConditions(seed);
        Condition condition = random.condition();
        PackMutation mutation = PackMutation.of(tested(condition, List.of()));

        for (int i = 0; i < SYSTEMS; i++) {
            Map<Object, Object> known = new LinkedHashMap<>();
            random.answers().forEach(answer -> known.put(answer.characteristic(), answer.bounds()));
            Situation situation = Situation.of(known);
            for (Mutant mutant : mutation.equivalent()) {
                assertThat(mutant.mutated().condition().evaluate(situation))
                        .as(mutant + " in " + situation)
                        .isEqualTo(condition.evaluate(situation));
            }
        }
        assertThat(mutation.survivors())
                .filteredOn(survivor -> survivor.mutant().kind().isOfCondition())
                .allSatisfy(survivor -> assertThat(survivor.proposal())
                        .as(survivor.mutant().toString())
                        .isPresent());
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void no_two_mutants_of_a_rule_have_one_name(@ForAll @LongRange(min = 0) long seed) {
        assertThat(PackMutation.mutants(TestPacks.rule(new RandomConditions(seed).condition(), List.of())))
                .extracting(Mutant::change)
                .doesNotHaveDuplicates();
    }

    private static PackUnderTest tested(Condition condition, List<RuleExample> examples) {
        return TestPacks.ofRule(TestPacks.rule(condition, examples), RandomConditions.CHARACTERISTICS);
    }
}
