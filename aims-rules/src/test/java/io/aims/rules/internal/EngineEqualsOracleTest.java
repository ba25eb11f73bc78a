package io.aims.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.evaluation.Outcomes;
import io.aims.evaluation.PlainEngine;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** The engine gives what the plain evaluator gives. */
class EngineEqualsOracleTest {

    private static final int PACKS = 200;
    private static final Map<Truth, Long> SEEN = new EnumMap<>(Truth.class);

    @Property(tries = PACKS, seed = "42001")
    void on_random_packs_the_engine_equals_the_oracle(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBase base = RandomPacks.next(random);
        RandomSystems systems = RandomSystems.of(base);
        PlainEngine oracle = new PlainEngine(base);
        try (DroolsEngine engine = new DroolsEngine(base)) {
            int count = Math.max(1, RandomSystems.count() / PACKS);
            for (int i = 0; i < count; i++) {
                AiSystem system = i % 4 == 0 ? systems.nextComplete(random) : systems.next(random);
                Outcomes expected = oracle.run(system);
                Outcomes found = engine.run(system);
                if (!found.equals(expected)) {
                    AiSystem smallest = RandomSystems.smallest(
                            system, smaller -> !engine.run(smaller).equals(oracle.run(smaller)));
                    assertThat(found)
                            .describedAs("pack of seed %d on %s", seed, RandomSystems.describe(smallest))
                            .isEqualTo(expected);
                }
                for (int rule = 0; rule < base.rules().size(); rule++) {
                    SEEN.merge(expected.of(rule), 1L, Long::sum);
                }
            }
        }
    }

    @AfterContainer
    static void rules_came_out_in_every_way() {
        long all = SEEN.values().stream().mapToLong(Long::longValue).sum();
        assertThat(SEEN).hasSize(Truth.values().length);
        assertThat(SEEN.values()).allSatisfy(count -> assertThat(count).isGreaterThan(all / 20));
    }
}
