package io.aims.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {

    @Test
    void ends_must_not_cross() {
        assertThatThrownBy(() -> new Bounds.Ranks(2, 1)).hasMessageContaining("must not cross: 2 to 1");
        assertThatThrownBy(() -> new Bounds.Ranks(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> numbers("2", "1")).hasMessageContaining("must not cross: 2 to 1");
    }

    @Test
    void one_value_at_least_must_be_possible() {
        assertThatThrownBy(() -> new Bounds.OneOf(0)).hasMessageContaining("At least one value");
    }

    @Test
    void equal_numbers_make_equal_bounds_however_they_are_written() {
        assertThat(numbers("1.50", "100")).isEqualTo(numbers("1.5", "1e2"));
        assertThat(numbers("0.000", null)).isEqualTo(numbers("0", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000", "1e2000000000", "1e-1001", "1e-2000000000", "1e2147483647", "1e-2147483647"})
    void a_number_of_more_than_a_thousand_digits_is_refused(String number) {
        assertThatThrownBy(() -> numbers(number, null)).hasMessageContaining("at most 1000 digits");
        assertThatThrownBy(() -> numbers("0", number)).hasMessageContaining("at most 1000 digits");
    }

    @Test
    void a_number_of_a_thousand_digits_is_allowed() {
        assertThat(numbers("1e999", null).low()).isEqualTo(new BigDecimal("1e999"));
        assertThat(numbers("1e-1000", null).low()).isEqualTo(new BigDecimal("1e-1000"));
    }

    @Test
    void bounds_are_exact_if_one_value_is_left() {
        assertThat(new Bounds.Ranks(2, 2).isExact()).isTrue();
        assertThat(new Bounds.Ranks(2, 3).isExact()).isFalse();
        assertThat(numbers("5", "5.0").isExact()).isTrue();
        assertThat(numbers("5", "6").isExact()).isFalse();
        assertThat(numbers("5", null).isExact()).isFalse();
        assertThat(new Bounds.Members(0, true).isExact()).isTrue();
        assertThat(new Bounds.Members(5, false).isExact()).isFalse();
        assertThat(new Bounds.OneOf(4).isExact()).isTrue();
        assertThat(new Bounds.OneOf(5).isExact()).isFalse();
    }

    @Test
    void a_range_lies_within_a_wider_one() {
        Bounds range = new Bounds.Ranks(1, 3);

        assertThat(range.isWithin(new Bounds.Ranks(1, 3))).isTrue();
        assertThat(range.isWithin(new Bounds.Ranks(0, 4))).isTrue();
        assertThat(range.isWithin(new Bounds.Ranks(2, 4))).isFalse();
        assertThat(range.isWithin(new Bounds.Ranks(0, 2))).isFalse();
    }

    @Test
    void numbers_without_a_limit_lie_only_within_numbers_without_a_limit() {
        assertThat(numbers("1", null).isWithin(numbers("1", null))).isTrue();
        assertThat(numbers("1", "2").isWithin(numbers("1", null))).isTrue();
        assertThat(numbers("1", null).isWithin(numbers("1", "2"))).isFalse();
        assertThat(numbers("0", "2").isWithin(numbers("1", null))).isFalse();
        assertThat(numbers("1", "3").isWithin(numbers("1", "2"))).isFalse();
    }

    @Test
    void a_complete_set_has_only_itself_within() {
        Bounds complete = new Bounds.Members(5, true);

        assertThat(new Bounds.Members(5, true).isWithin(complete)).isTrue();
        assertThat(new Bounds.Members(5, false).isWithin(complete)).isFalse();
        assertThat(new Bounds.Members(7, true).isWithin(complete)).isFalse();
    }

    @Test
    void a_set_that_may_hold_more_has_every_larger_set_within() {
        Bounds open = new Bounds.Members(5, false);

        assertThat(new Bounds.Members(7, true).isWithin(open)).isTrue();
        assertThat(new Bounds.Members(7, false).isWithin(open)).isTrue();
        assertThat(new Bounds.Members(4, true).isWithin(open)).isFalse();
    }

    @Test
    void fewer_possible_values_lie_within_more() {
        assertThat(new Bounds.OneOf(1).isWithin(new Bounds.OneOf(3))).isTrue();
        assertThat(new Bounds.OneOf(3).isWithin(new Bounds.OneOf(1))).isFalse();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void bounds_of_different_kinds_never_lie_within_one_another(
            @ForAll("bounds") Bounds a, @ForAll("bounds") Bounds b) {
        if (a.getClass() != b.getClass()) {
            assertThat(a.isWithin(b)).isFalse();
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void bounds_lie_within_themselves(@ForAll("bounds") Bounds bounds) {
        assertThat(bounds.isWithin(bounds)).isTrue();
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void bounds_within_one_another_are_equal(@ForAll("bounds") Bounds a, @ForAll("bounds") Bounds b) {
        if (a.isWithin(b) && b.isWithin(a)) {
            assertThat(a).isEqualTo(b);
        }
    }

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void lying_within_is_transitive(
            @ForAll("bounds") Bounds a, @ForAll("bounds") Bounds b, @ForAll("bounds") Bounds c) {
        if (a.isWithin(b) && b.isWithin(c)) {
            assertThat(a.isWithin(c)).isTrue();
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void within_exact_bounds_there_is_nothing_narrower(@ForAll("bounds") Bounds a, @ForAll("bounds") Bounds b) {
        if (b.isExact() && a.isWithin(b)) {
            assertThat(a).isEqualTo(b);
        }
    }

    @Provide
    Arbitrary<Bounds> bounds() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 3);
        return Arbitraries.oneOf(
                Combinators.combine(small, small).as((a, b) -> new Bounds.Ranks(Math.min(a, b), Math.max(a, b))),
                Combinators.combine(small, small.injectNull(0.3))
                        .as((a, b) -> new Bounds.Numbers(
                                BigDecimal.valueOf(b == null ? a : Math.min(a, b)),
                                b == null ? null : BigDecimal.valueOf(Math.max(a, b)))),
                Combinators.combine(small, Arbitraries.of(true, false))
                        .as((known, complete) -> new Bounds.Members(known, complete)),
                small.map(possible -> new Bounds.OneOf(possible + 1L)));
    }

    private static Bounds.Numbers numbers(String low, String high) {
        return new Bounds.Numbers(new BigDecimal(low), high == null ? null : new BigDecimal(high));
    }
}
