package io.aims.rules.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.rule.RuleBase;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import io.aims.testkit.RandomSystems;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A law that cannot be broken would prove nothing. */
class LawsTest {

    private static final RuleBase BASE = new RuleBase(
            Vocabularies.standard(), Catalogues.iso42001(), Criteria.standard(), List.of(RulePacks.standard()));
    private static final Evaluator EVALUATOR = new Evaluator(BASE, new PlainEngine(BASE));
    private static final RandomSystems SYSTEMS = RandomSystems.of(BASE);

    @Test
    void the_laws_notice_when_the_order_is_reversed() {
        SplittableRandom random = new SplittableRandom(7);
        int falls = 0;
        int changes = 0;
        for (int n = 0; n < 50; n++) {
            AiSystem system = SYSTEMS.next(random);
            Evaluation before = EVALUATOR.evaluate(system, null);
            Evaluation worse = EVALUATOR.evaluate(SYSTEMS.worsened(system, random), null);
            Evaluation better = EVALUATOR.evaluate(SYSTEMS.narrowed(system, random), null);
            falls += isBroken(() -> Laws.nothingFalls(worse, before));
            changes += isBroken(() -> Laws.nothingSettledChanges(better, before));
        }

        assertThat(falls).isGreaterThan(20);
        assertThat(changes).isGreaterThan(20);
    }

    @Test
    void evaluations_of_different_systems_are_not_equal() {
        Evaluation one = EVALUATOR.evaluate(AiSystem.named("one").build(), null);
        Evaluation other = EVALUATOR.evaluate(AiSystem.named("other").build(), null);

        assertThatThrownBy(() -> Laws.everythingIsEqual(one, other)).isInstanceOf(AssertionError.class);
    }

    private static int isBroken(Runnable law) {
        try {
            law.run();
            return 0;
        } catch (AssertionError e) {
            return 1;
        }
    }
}
