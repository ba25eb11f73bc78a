package io.aims.rules.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.control.ControlStatus;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.PossibleResults;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is possible stays an envelope of everything that can come true, for any rules. */
class PossibleResultsPropertiesTest {

    private static final Evaluator STANDARD = evaluator(StandardBase.get());

    @Property(tries = 150)
    void every_completion_lies_inside_the_bounds(@ForAll long seed) {
        checkCompletions(STANDARD, seed, 3);
    }

    @Property(tries = 150)
    void every_completion_lies_inside_the_bounds_for_any_pack(@ForAll long seed) {
        checkCompletions(evaluator(RandomPacks.ofSeed(seed)), seed, 12);
    }

    @Property(tries = 100)
    void an_answer_decides_nothing_anew_and_only_narrows(@ForAll long seed) {
        checkNarrowing(STANDARD, seed);
        checkNarrowing(evaluator(RandomPacks.ofSeed(seed)), seed);
    }

    private static void checkCompletions(Evaluator evaluator, long seed, int completions) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomSystems systems = RandomSystems.of(evaluator.base());
        AiSystem system = systems.next(random);
        PossibleResults bounds = evaluator.evaluate(system, null).bounds();
        for (int n = 0; n < completions; n++) {
            Evaluation complete = evaluator.evaluate(systems.completed(system, random), null);

            assertThat(bounds.contains(complete))
                    .as(() -> RandomSystems.describe(system) + "\n" + RandomSystems.describe(complete.system()))
                    .isTrue();
            for (ControlResult result : complete.controls()) {
                if (result.status() != ControlStatus.UNDETERMINED) {
                    assertThat(bounds.statuses().get(result.control().id())).contains(result.status());
                }
            }
        }
    }

    private static void checkNarrowing(Evaluator evaluator, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomSystems systems = RandomSystems.of(evaluator.base());
        AiSystem system = systems.next(random);
        PossibleResults before = evaluator.evaluate(system, null).bounds();
        for (int n = 0; n < 4; n++) {
            system = systems.narrowed(system, random);
            PossibleResults after = evaluator.evaluate(system, null).bounds();

            assertThat(after.isWithin(before))
                    .as(RandomSystems.describe(system))
                    .isTrue();
            PossibleResults was = before;
            was.statuses().forEach((control, statuses) -> {
                if (statuses.size() == 1) {
                    assertThat(after.statuses().get(control)).isEqualTo(statuses);
                }
            });
            before = after;
        }
    }

    private static Evaluator evaluator(RuleBase base) {
        return new Evaluator(base, new PlainEngine(base));
    }
}
