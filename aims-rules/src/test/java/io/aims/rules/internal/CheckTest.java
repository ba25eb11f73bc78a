package io.aims.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.system.Bounds;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.testkit.RandomPacks;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckTest {

    @Test
    void two_checks_are_equal_exactly_if_they_have_one_text() {
        int shared = 0;
        for (long seed = 0; seed < 300; seed++) {
            RuleBase base = RandomPacks.ofSeed(seed);
            Layout layout = new Layout(base);
            Map<String, Check> byText = new HashMap<>();
            Set<Check> different = new HashSet<>();
            for (Rule rule : base.rules()) {
                for (Check check : new Checks(layout, End.HIGH).conjuncts(rule.condition())) {
                    Check other = byText.put(check.toString(), check);
                    assertThat(other).isIn(null, check);
                    shared += other == null ? 0 : 1;
                    different.add(check);
                }
            }
            assertThat(byText).hasSize(different.size());
        }
        assertThat(shared).isGreaterThan(100);
    }

    @Test
    void checks_that_differ_in_anything_differ() {
        List<Check> checks = List.of(
                Check.reaches(0, 1),
                Check.reaches(0, 2),
                Check.reaches(1, 1),
                Check.staysWithin(0, 1),
                Check.hasAny(0, 5),
                Check.hasOnly(0, 1),
                Check.reachesNumber(0, BigDecimal.ONE),
                Check.reachesNumber(0, BigDecimal.TEN),
                Check.all(List.of(Check.reaches(0, 1))),
                Check.any(List.of(Check.reaches(0, 1))),
                Check.any(List.of(Check.reaches(0, 1), Check.reaches(0, 2))));
        assertThat(new HashSet<>(checks)).hasSameSizeAs(checks);
        assertThat(Check.reaches(0, 1)).isEqualTo(checks.get(0)).hasSameHashCodeAs(checks.get(0));
    }

    @Test
    void the_last_value_that_an_ordinal_may_have_is_reached_by_itself_alone() {
        int last = EnumeratedCharacteristic.MOST_VALUES - 1;
        Readings readings = new Readings(1, 0);
        readings.put(0, new Bounds.Ranks(last - 1, last));

        assertThat(Check.reaches(0, last).test(readings.high())).isTrue();
        assertThat(Check.reaches(0, last).test(readings.low())).isFalse();
        assertThat(Check.reaches(0, last - 1).test(readings.low())).isTrue();
        assertThat(Check.reaches(0, 0).test(readings.low())).isTrue();
    }
}
