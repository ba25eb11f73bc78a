package io.aims.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.evaluation.Outcomes;
import io.aims.evaluation.PlainEngine;
import io.aims.rule.Condition;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TestkitTest {

    @Test
    void random_packs_hold_every_kind_of_test_in_several_strata() {
        Set<Class<?>> kinds = new HashSet<>();
        int highest = 0;
        for (long seed = 0; seed < 100; seed++) {
            RuleBase base = RandomPacks.ofSeed(seed);
            highest = Math.max(highest, base.stratumCount());
            base.rules().forEach(rule -> {
                kinds.add(rule.condition().getClass());
                rule.condition().tests().forEach(test -> kinds.add(test.getClass()));
            });
        }
        assertThat(kinds)
                .contains(Condition.Always.class, Condition.AllOf.class, Condition.AnyOf.class)
                .hasSize(3
                        + Condition.SystemTest.class.getPermittedSubclasses().length
                        + Condition.ResultTest.class.getPermittedSubclasses().length);
        assertThat(highest).isGreaterThanOrEqualTo(4);
    }

    @Test
    void most_random_rules_come_out_true_false_and_undetermined() {
        int rules = 0;
        int seenAll = 0;
        for (long seed = 0; seed < 50; seed++) {
            RuleBase base = RandomPacks.ofSeed(seed);
            RandomSystems systems = RandomSystems.of(base);
            PlainEngine engine = new PlainEngine(base);
            SplittableRandom random = new SplittableRandom(seed);
            @SuppressWarnings("unchecked")
            EnumSet<Truth>[] seen = new EnumSet[base.rules().size()];
            java.util.Arrays.setAll(seen, i -> EnumSet.noneOf(Truth.class));
            for (int n = 0; n < 200; n++) {
                Outcomes outcomes = engine.run(systems.next(random));
                for (int rule = 0; rule < seen.length; rule++) {
                    seen[rule].add(outcomes.of(rule));
                }
            }
            rules += seen.length;
            seenAll += (int) java.util.Arrays.stream(seen)
                    .filter(truths -> truths.size() == 3)
                    .count();
        }
        assertThat(seenAll).isGreaterThan(rules * 2 / 3);
    }

    @Test
    void narrowed_systems_stay_within_what_was_known() {
        RuleBase base = RandomPacks.ofSeed(7);
        RandomSystems systems = RandomSystems.of(base);
        SplittableRandom random = new SplittableRandom(7);
        int changes = 0;
        for (int n = 0; n < 500; n++) {
            AiSystem system = systems.next(random);
            AiSystem narrowed = systems.narrowed(system, random);
            AiSystem completed = systems.completed(narrowed, random);
            base.vocabulary().entries().forEach(entry -> {
                var characteristic = entry.characteristic();
                assertThat(narrowed.bounds(characteristic).isWithin(system.bounds(characteristic)))
                        .isTrue();
                assertThat(completed.bounds(characteristic).isWithin(narrowed.bounds(characteristic)))
                        .isTrue();
                assertThat(completed.bounds(characteristic).isExact()).isTrue();
            });
            changes += narrowed.equals(system) ? 0 : 1;
        }
        assertThat(changes).isGreaterThan(250);
    }

    @Test
    void worsened_systems_fire_no_less() {
        RuleBase base = RandomPacks.ofSeed(11);
        RandomSystems systems = RandomSystems.of(base);
        PlainEngine engine = new PlainEngine(base);
        SplittableRandom random = new SplittableRandom(11);
        int more = 0;
        for (int n = 0; n < 500; n++) {
            AiSystem system = systems.next(random);
            BitSet lost = engine.run(system).certain();
            BitSet after = engine.run(systems.worsened(system, random)).certain();
            more += after.equals(lost) ? 0 : 1;
            lost.andNot(after);
            assertThat(lost.isEmpty()).isTrue();
        }
        assertThat(more).isGreaterThan(100);
    }

    @Test
    void the_same_seed_gives_the_same_pack_and_system() {
        for (long seed = 0; seed < 20; seed++) {
            RuleBase base = RandomPacks.ofSeed(seed);
            assertThat(RandomPacks.ofSeed(seed).packs().get(0).reference())
                    .isEqualTo(base.packs().get(0).reference());
            assertThat(RandomSystems.of(RandomPacks.ofSeed(seed)).ofSeed(seed))
                    .isEqualTo(RandomSystems.of(base).ofSeed(seed));
        }
    }
}
