package io.aims.rules.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.rule.Condition;
import io.aims.rule.Truth;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the analysis says of a condition is what trying every complete system says. */
class ConditionAnalysisPropertiesTest {

    private final ConditionAnalysis analysis = new ConditionAnalysis(Effort.ofPack());

    @Property(tries = 200)
    void a_condition_can_hold_and_fail_if_it_does_for_some_system(@ForAll long seed) {
        SmallWorld world = new SmallWorld(seed);
        List<SmallWorld.Situation> all = world.situations();
        Condition condition = world.condition();

        assertThat(analysis.canHold(condition))
                .as("can hold: %s", condition)
                .isEqualTo(all.stream().anyMatch(system -> holds(condition, system)));
        assertThat(analysis.canFail(condition))
                .as("can fail: %s", condition)
                .isEqualTo(all.stream().anyMatch(system -> !holds(condition, system)));
    }

    @Property(tries = 200)
    void a_condition_follows_from_another_if_no_system_says_otherwise(@ForAll long seed) {
        SmallWorld world = new SmallWorld(seed);
        List<SmallWorld.Situation> all = world.situations();
        Condition premise = world.condition();
        Condition conclusion = world.condition();

        assertThat(analysis.implies(premise, conclusion))
                .as("%s follows from %s", conclusion, premise)
                .isEqualTo(follows(premise, conclusion, all));
    }

    @Property(tries = 200)
    void parts_that_say_nothing_can_be_dropped_together(@ForAll long seed) {
        SmallWorld world = new SmallWorld(seed);
        List<SmallWorld.Situation> all = world.situations();
        Condition condition = world.condition();
        if (!analysis.canHold(condition) || !analysis.canFail(condition)) {
            return;
        }
        List<IdlePart> idle = IdlePart.of(condition, analysis);

        Part whole = Part.whole(condition);
        for (IdlePart part : idle) {
            drop(whole, part);
        }
        Condition rest = whole.condition().orElseThrow();
        assertThat(isSame(condition, rest, all))
                .as("%s without %s is %s", condition, idle, rest)
                .isTrue();
    }

    @Property(tries = 200)
    void where_a_part_can_be_dropped_one_is_found(@ForAll long seed) {
        SmallWorld world = new SmallWorld(seed);
        List<SmallWorld.Situation> all = world.situations();
        Condition condition = world.condition();
        if (!analysis.canHold(condition)
                || !analysis.canFail(condition)
                || !IdlePart.of(condition, analysis).isEmpty()) {
            return;
        }
        Part whole = Part.whole(condition);
        whole.forEach(part -> {
            if (part != whole) {
                part.drop();
                assertThat(isSame(condition, whole.condition().orElseThrow(), all))
                        .as("%s without %s", condition, part.written())
                        .isFalse();
                part.restore();
            }
            for (int value : part.listedValues()) {
                part.drop(value);
                assertThat(isSame(condition, whole.condition().orElseThrow(), all))
                        .as("%s without %s", condition, part.valueId(value))
                        .isFalse();
                part.restore(value);
            }
        });
    }

    @Property(tries = 200)
    void the_reason_why_a_part_says_nothing_is_right(@ForAll long seed) {
        SmallWorld world = new SmallWorld(seed);
        List<SmallWorld.Situation> all = world.situations();
        Condition condition = world.condition();
        if (!analysis.canHold(condition) || !analysis.canFail(condition)) {
            return;
        }
        for (IdlePart idle : IdlePart.of(condition, analysis)) {
            boolean always = all.stream().allMatch(system -> holds(idle.part(), system));
            boolean never = all.stream().noneMatch(system -> holds(idle.part(), system));
            if (idle.reason() == IdlePart.Reason.ALWAYS_HOLDS) {
                assertThat(always).as("%s always holds", idle.part()).isTrue();
            } else if (never) {
                assertThat(idle.reason()).as("%s never holds", idle.part()).isEqualTo(IdlePart.Reason.NEVER_HOLDS);
            }
        }
    }

    private static void drop(Part whole, IdlePart idle) {
        whole.forEach(part -> {
            if (part.firstTest() == idle.firstTest() && part.written().equals(idle.part())) {
                if (idle.value() == null) {
                    part.drop();
                } else {
                    part.listedValues().stream()
                            .filter(value -> part.valueId(value).equals(idle.value()))
                            .toList()
                            .forEach(part::drop);
                }
            }
        });
    }

    private static boolean isSame(Condition one, Condition other, List<SmallWorld.Situation> all) {
        return follows(one, other, all) && follows(other, one, all);
    }

    private static boolean follows(Condition premise, Condition conclusion, List<SmallWorld.Situation> all) {
        return all.stream().noneMatch(system -> holds(premise, system) && !holds(conclusion, system));
    }

    private static boolean holds(Condition condition, SmallWorld.Situation system) {
        return condition.evaluate(system) == Truth.TRUE;
    }
}
