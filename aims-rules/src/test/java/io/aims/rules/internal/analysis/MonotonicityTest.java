package io.aims.rules.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.rule.Condition;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.NominalCharacteristic;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * More hazard never makes a condition false, and what is unknown never does. The language is closed: a new kind of
 * condition has to be added here, and has to be monotone.
 */
class MonotonicityTest {

    @Test
    void every_kind_of_test_is_looked_at() {
        Set<Class<?>> kinds = new HashSet<>();
        collect(Condition.class, kinds);
        kinds.removeAll(Set.of(Condition.Always.class, Condition.AllOf.class, Condition.AnyOf.class));

        Set<Class<?>> lookedAt = new HashSet<>();
        SmallWorld.everyTest().values().forEach(tests -> tests.forEach(test -> lookedAt.add(test.getClass())));
        assertThat(lookedAt).isEqualTo(kinds);
    }

    /** Nominals have no order: their test holds for some values and fails for others, and no value is more hazardous. */
    @Test
    void a_test_that_holds_still_holds_with_more_hazard() {
        SmallWorld.everyTest().forEach((dimension, tests) -> {
            if (dimension instanceof NominalCharacteristic<?>) {
                return;
            }
            List<?> values = SmallWorld.values(dimension);
            for (Condition.Test test : tests) {
                for (int less = 0; less < values.size(); less++) {
                    for (int more = less; more < values.size(); more++) {
                        if (isMoreHazardous(values.get(more), values.get(less))) {
                            assertThat(truth(test, dimension, values.get(more)))
                                    .as("%s for %s, after %s", test, values.get(more), values.get(less))
                                    .isGreaterThanOrEqualTo(truth(test, dimension, values.get(less)));
                        }
                    }
                }
            }
        });
    }

    @Test
    void an_unknown_fact_never_makes_a_test_false_that_can_hold() {
        SmallWorld.everyTest()
                .forEach((dimension, tests) -> tests.forEach(test -> {
                    Truth unknown = test.evaluate(new SmallWorld.Situation(Map.of()));

                    SmallWorld.values(dimension)
                            .forEach(value -> assertThat(unknown)
                                    .as("%s unknown, and for %s", test, value)
                                    .isIn(Truth.UNDETERMINED, truth(test, dimension, value)));
                }));
    }

    @Test
    void joining_parts_keeps_the_order_of_truth() {
        for (Truth less : Truth.values()) {
            for (Truth more : Truth.values()) {
                for (Truth other : Truth.values()) {
                    if (less.compareTo(more) <= 0) {
                        assertThat(more.and(other)).isGreaterThanOrEqualTo(less.and(other));
                        assertThat(more.or(other)).isGreaterThanOrEqualTo(less.or(other));
                    }
                }
            }
        }
    }

    private static void collect(Class<?> type, Set<Class<?>> kinds) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted == null) {
            kinds.add(type);
            return;
        }
        for (Class<?> kind : permitted) {
            collect(kind, kinds);
        }
    }

    /** Of sets, one with more members is the more hazardous one; of the rest, the later value. */
    private static boolean isMoreHazardous(Object more, Object less) {
        return !(more instanceof Bounds.Members many && less instanceof Bounds.Members few)
                || (few.known() & ~many.known()) == 0;
    }

    private static Truth truth(Condition.Test test, Object dimension, Object value) {
        return test.evaluate(new SmallWorld.Situation(Map.of(dimension, value)));
    }
}
