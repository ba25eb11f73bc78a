package io.aims.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.evaluation.Outcomes;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.RuleEngine;
import io.aims.rule.Condition;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** The engine gives what the plain evaluator gives. */
class EngineEqualsOracleTest {

    private static final int PACKS = 200;
    private static final int BLOCKS = 100;

    private static final DroolsEngine STANDARD_ENGINE = new DroolsEngine(StandardBase.get());
    private static final Map<Truth, Long> SEEN = new EnumMap<>(Truth.class);
    private static final BitSet STANDARD_TRUE = new BitSet();
    private static final BitSet STANDARD_UNDETERMINED = new BitSet();
    private static final BitSet STANDARD_FALSE = new BitSet();

    @Property(tries = BLOCKS, seed = "42001")
    void on_the_standard_pack_the_engine_equals_the_oracle(@ForAll long seed) {
        RuleBase base = StandardBase.get();
        for (Outcomes outcomes : agreed(base, STANDARD_ENGINE, new SplittableRandom(seed), perBlock(BLOCKS))) {
            STANDARD_TRUE.or(outcomes.certain());
            BitSet undetermined = outcomes.possible();
            undetermined.andNot(outcomes.certain());
            STANDARD_UNDETERMINED.or(undetermined);
            BitSet notPossible = outcomes.possible();
            notPossible.flip(0, base.rules().size());
            STANDARD_FALSE.or(notPossible);
        }
    }

    @Property(tries = PACKS, seed = "42001")
    void on_random_packs_the_engine_equals_the_oracle(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBase base = RandomPacks.next(random);
        try (DroolsEngine engine = new DroolsEngine(base)) {
            for (Outcomes outcomes : agreed(base, engine, random, perBlock(PACKS))) {
                for (int rule = 0; rule < base.rules().size(); rule++) {
                    SEEN.merge(outcomes.of(rule), 1L, Long::sum);
                }
            }
        }
    }

    private static int perBlock(int blocks) {
        return (RandomSystems.count() + blocks - 1) / blocks;
    }

    private static List<Outcomes> agreed(RuleBase base, RuleEngine engine, SplittableRandom random, int count) {
        RandomSystems systems = RandomSystems.of(base);
        PlainEngine oracle = new PlainEngine(base);
        List<Outcomes> agreed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            AiSystem system = i % 4 == 0 ? systems.nextComplete(random) : systems.next(random);
            Outcomes expected = oracle.run(system);
            if (!engine.run(system).equals(expected)) {
                AiSystem smallest = RandomSystems.smallest(
                        system, smaller -> !engine.run(smaller).equals(oracle.run(smaller)));
                assertThat(engine.run(smallest))
                        .describedAs(RandomSystems.describe(smallest))
                        .isEqualTo(oracle.run(smallest));
            }
            agreed.add(expected);
        }
        return agreed;
    }

    @AfterContainer
    static void close() {
        STANDARD_ENGINE.close();
    }

    /** An agreement on rules that never fire would mean nothing. */
    @AfterContainer
    static void rules_came_out_in_every_way() {
        long all = SEEN.values().stream().mapToLong(Long::longValue).sum();
        assertThat(SEEN).hasSize(Truth.values().length);
        assertThat(SEEN.values()).allSatisfy(count -> assertThat(count).isGreaterThan(all / 20));
        RuleBase base = StandardBase.get();
        for (int i = 0; i < base.rules().size(); i++) {
            boolean always = base.rules().get(i).condition() instanceof Condition.Always;
            assertThat(STANDARD_TRUE.get(i))
                    .describedAs("%s true", base.rules().get(i).id())
                    .isTrue();
            assertThat(STANDARD_UNDETERMINED.get(i) && STANDARD_FALSE.get(i))
                    .describedAs(
                            "%s undetermined and false", base.rules().get(i).id())
                    .isEqualTo(!always);
        }
    }
}
