package io.aims.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void runs_of_digits_are_ordered_by_their_number() {
        assertThat(sorted("A.10.2", "A.9.4", "A.2.2")).containsExactly("A.2.2", "A.9.4", "A.10.2");
        assertThat(sorted("ADM-10", "ADM-2")).containsExactly("ADM-2", "ADM-10");
    }

    @Test
    void what_is_no_digit_is_ordered_by_code_unit() {
        assertThat(sorted("a-1", "B-1", "A-1")).containsExactly("A-1", "B-1", "a-1");
    }

    @Test
    void a_beginning_stands_before_the_whole() {
        assertThat(sorted("A.5.2", "A.5", "A")).containsExactly("A", "A.5", "A.5.2");
    }

    @Test
    void a_number_with_more_digits_is_greater_however_long_it_is() {
        String longer = "1" + "0".repeat(400);

        assertThat(NaturalOrder.compare("9" + "9".repeat(398), longer)).isNegative();
    }

    @Test
    void leading_zeros_do_not_change_the_number_but_keep_ids_apart() {
        assertThat(sorted("R-2", "R-010", "R-10", "R-002")).containsExactly("R-002", "R-2", "R-010", "R-10");
    }

    @Test
    void zero_stands_before_one_with_and_without_leading_zeros() {
        assertThat(sorted("R-1", "R-0", "R-01", "R-00")).containsExactly("R-0", "R-00", "R-01", "R-1");
    }

    @Test
    void digits_of_other_scripts_are_no_numbers() {
        assertThat(NaturalOrder.compare("\u0661", "\u0660\u0660")).isPositive();
    }

    @Test
    void a_later_part_decides_where_numbers_are_equal() {
        assertThat(NaturalOrder.compare("A01b", "A1a")).isPositive();
        assertThat(NaturalOrder.compare("A1a", "A01b")).isNegative();
    }

    @Test
    void the_comparator_is_the_order() {
        assertThat(NaturalOrder.comparator().compare("A.9", "A.10")).isNegative();
    }

    @Property(tries = 500)
    void the_order_is_antisymmetric(@ForAll("ids") String left, @ForAll("ids") String right) {
        assertThat(Integer.signum(NaturalOrder.compare(left, right)))
                .isEqualTo(-Integer.signum(NaturalOrder.compare(right, left)));
    }

    @Property(tries = 500)
    void only_equal_ids_compare_as_equal(@ForAll("ids") String left, @ForAll("ids") String right) {
        assertThat(NaturalOrder.compare(left, right) == 0).isEqualTo(left.equals(right));
        assertThat(NaturalOrder.compare(left, left)).isZero();
    }

    @Property(tries = 1000)
    void the_order_is_transitive(@ForAll("ids") String a, @ForAll("ids") String b, @ForAll("ids") String c) {
        List<String> ascending = new ArrayList<>(List.of(a, b, c));
        ascending.sort(NaturalOrder.comparator());

        assertThat(NaturalOrder.compare(ascending.get(0), ascending.get(1))).isNotPositive();
        assertThat(NaturalOrder.compare(ascending.get(1), ascending.get(2))).isNotPositive();
        assertThat(NaturalOrder.compare(ascending.get(0), ascending.get(2))).isNotPositive();
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings().withChars("aB.-/:0019").ofMaxLength(6);
    }

    private static List<String> sorted(String... ids) {
        List<String> list = new ArrayList<>(List.of(ids));
        list.sort(NaturalOrder.comparator());
        return list;
    }
}
