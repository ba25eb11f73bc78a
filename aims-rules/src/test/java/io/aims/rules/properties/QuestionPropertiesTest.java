package io.aims.rules.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.control.AiRole;
import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.OpenQuestion;
import io.aims.evaluation.Outcomes;
import io.aims.evaluation.PlainEngine;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.testkit.PlainQuestions;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** The open questions, their order and their numbers are those that trying one answer after the other gives. */
class QuestionPropertiesTest {

    private static final Compared STANDARD = new Compared(StandardBase.get());
    private static final int SYSTEMS_FOR_EACH_PACK = 4;
    private static final int MANY_RULES = 150;

    @Property(tries = 40)
    void questions_are_those_of_plain_trial(@ForAll long seed) {
        STANDARD.check(RandomSystems.of(STANDARD.base).ofSeed(seed));
    }

    @Property(tries = 60)
    void questions_are_those_of_plain_trial_for_any_pack(@ForAll long seed) {
        checkPack(new SplittableRandom(seed));
    }

    @Example
    void questions_are_those_of_plain_trial_where_nothing_is_known() {
        STANDARD.check(AiSystem.named("empty").build());
    }

    @Tag("slow")
    @Property(tries = 2_000)
    void questions_are_those_of_plain_trial_for_many_systems(@ForAll long seed) {
        STANDARD.check(RandomSystems.of(STANDARD.base).ofSeed(seed));
    }

    @Tag("slow")
    @Property(tries = 2_000)
    void questions_are_those_of_plain_trial_for_many_packs(@ForAll long seed) {
        checkPack(new SplittableRandom(seed));
    }

    private static void checkPack(SplittableRandom random) {
        RuleBase drawn = random.nextInt(8) == 0 ? RandomPacks.next(random, MANY_RULES) : RandomPacks.next(random);
        Compared compared = new Compared(withRoles(drawn, random));
        RandomSystems systems = RandomSystems.of(compared.base);
        for (int n = 0; n < SYSTEMS_FOR_EACH_PACK; n++) {
            compared.check(systems.next(random));
        }
        compared.check(AiSystem.named("empty").build());
    }

    /** Random packs do not say for whom a control is: here roles that are not known may leave open who sees to it. */
    private static RuleBase withRoles(RuleBase base, SplittableRandom random) {
        Catalogue all = base.catalogue();
        List<Control> controls = all.controls().stream()
                .map(control -> withRoles(control, random))
                .toList();
        Catalogue catalogue = new Catalogue(
                all.id(),
                all.title(),
                all.notes(),
                all.areas(),
                controls,
                all.objectives(),
                all.riskSources(),
                all.clauses());
        return new RuleBase(base.vocabulary(), catalogue, base.criteria(), base.packs());
    }

    private static Control withRoles(Control control, SplittableRandom random) {
        Set<AiRole> roles = EnumSet.of(AiRole.values()[random.nextInt(AiRole.values().length)]);
        return random.nextInt(3) == 0
                ? control
                : new Control(
                        control.id(),
                        control.area(),
                        control.title(),
                        control.purpose(),
                        control.guidance(),
                        control.stages(),
                        control.scope(),
                        roles,
                        ControlStatus.ROLE_EXCLUDED,
                        control.effect(),
                        control.function(),
                        control.evidence(),
                        control.sources());
    }

    /** What evaluations say beside what plain trial says. */
    private static final class Compared {

        private final RuleBase base;
        private final PlainEngine engine;
        private final Evaluator evaluator;
        private final PlainQuestions plain;

        Compared(RuleBase base) {
            this.base = base;
            this.engine = new PlainEngine(base);
            this.evaluator = new Evaluator(base, engine);
            this.plain = new PlainQuestions(base);
        }

        void check(AiSystem system) {
            Outcomes outcomes = engine.run(system);
            List<OpenQuestion> expected = plain.about(system, outcomes);

            assertThat(evaluator.evaluate(system, null).openQuestions())
                    .as(() -> RandomSystems.describe(system))
                    .isEqualTo(expected);
        }
    }
}
