package io.aims.rules.properties;

import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The guarantees of the language, for any rules that it can express: nested conditions, several strata, characteristics and
 * results, odd ids.
 */
class RandomPackPropertiesTest {

    private static final int SYSTEMS_FOR_EACH_PACK = 10;

    @Property(tries = 150)
    void more_hazard_lowers_nothing(@ForAll long seed) {
        forSystems(
                seed,
                (evaluator, systems, system, random) -> Laws.nothingFalls(
                        evaluator.evaluate(system, null), evaluator.evaluate(systems.worsened(system, random), null)));
    }

    @Property(tries = 150)
    void more_knowledge_changes_nothing_that_was_settled(@ForAll long seed) {
        forSystems(seed, (evaluator, systems, system, random) -> {
            AiSystem better = systems.narrowed(system, random);
            Laws.nothingSettledChanges(evaluator.evaluate(system, null), evaluator.evaluate(better, null));
            Laws.nothingSettledChanges(
                    evaluator.evaluate(better, null), evaluator.evaluate(systems.completed(better, random), null));
        });
    }

    @Property(tries = 150)
    void one_more_rule_lowers_nothing(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBase base = RandomPacks.next(random);
        RuleBase more = RandomPacks.with(base, List.of(RandomPacks.rule(base, "ADDED-1", random)));
        Evaluator before = new Evaluator(base, new PlainEngine(base));
        Evaluator after = new Evaluator(more, new PlainEngine(more));
        RandomSystems systems = RandomSystems.of(more);
        for (int n = 0; n < SYSTEMS_FOR_EACH_PACK; n++) {
            AiSystem system = systems.next(random);
            Laws.nothingFalls(before.evaluate(system, null), after.evaluate(system, null));
        }
    }

    @Property(tries = 100)
    void the_order_of_rules_changes_nothing(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBase base = RandomPacks.next(random);
        List<Rule> rules = new ArrayList<>(base.rules());
        Collections.shuffle(rules, new Random(seed));
        RuleBase shuffled = new RuleBase(
                base.vocabulary(),
                base.catalogue(),
                base.criteria(),
                List.of(RandomPacks.pack(base.packs().get(0).id(), rules)));
        AiSystem system = RandomSystems.of(base).next(random);

        Laws.everythingIsEqual(
                new Evaluator(base, new PlainEngine(base)).evaluate(system, null),
                new Evaluator(shuffled, new PlainEngine(shuffled)).evaluate(system, null));
    }

    private interface Law {
        void check(Evaluator evaluator, RandomSystems systems, AiSystem system, SplittableRandom random);
    }

    private static void forSystems(long seed, Law law) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBase base = RandomPacks.next(random);
        Evaluator evaluator = new Evaluator(base, new PlainEngine(base));
        RandomSystems systems = RandomSystems.of(base);
        for (int n = 0; n < SYSTEMS_FOR_EACH_PACK; n++) {
            law.check(evaluator, systems, systems.next(random), random);
        }
    }
}
