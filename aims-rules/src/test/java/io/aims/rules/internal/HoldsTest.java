package io.aims.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.testkit.RandomPacks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HoldsTest {

    @Test
    void two_constraints_have_one_id_exactly_if_they_are_the_same() {
        int shared = 0;
        for (long seed = 0; seed < 300; seed++) {
            RuleBase base = RandomPacks.ofSeed(seed);
            Layout layout = new Layout(base);
            Map<String, Object> byId = new HashMap<>();
            Set<Object> different = new HashSet<>();
            for (End end : End.values()) {
                for (Rule rule : base.rules()) {
                    for (Check check : new Checks(layout, end).conjuncts(rule.condition())) {
                        record Constraint(End end, Check check) {}
                        Constraint constraint = new Constraint(end, check);
                        Object other = byId.put(new Holds<View>(end, check).expressionId(), constraint);
                        assertThat(other).isIn(null, constraint);
                        shared += other == null ? 0 : 1;
                        different.add(constraint);
                    }
                }
            }
            assertThat(byId).hasSize(different.size());
        }
        assertThat(shared).isGreaterThan(100);
    }

    @Test
    void the_two_ends_never_share_a_constraint() {
        Check check = new Check.Reaches("automationLevel", 3, 2);
        assertThat(new Holds<View>(End.LOW, check).expressionId())
                .isNotEqualTo(new Holds<View>(End.HIGH, check).expressionId());
    }

    @Test
    void drools_compares_predicates_by_the_same_id() {
        Holds<View> holds = new Holds<>(End.LOW, new Check.HasAny("vulnerableGroups", 0, 5));
        assertThat(holds.getExpressionHash()).isEqualTo(holds.expressionId());
        assertThat(holds).hasToString(holds.expressionId());
    }
}
