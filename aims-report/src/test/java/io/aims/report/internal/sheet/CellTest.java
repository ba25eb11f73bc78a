package io.aims.report.internal.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellTest {

    @Test
    void blank_lines_are_left_out() {
        assertThat(Cell.of("a", " \n ", "", "b").lines()).containsExactly("a", "b");
        assertThat(Cell.of().text(UnaryOperator.identity())).isEmpty();
    }

    @Test
    void a_text_that_fits_is_whole() {
        List<String> longest = Collections.nCopies(Cell.LONGEST / 8, "x".repeat(7));

        assertThat(new Cell(longest).text(UnaryOperator.identity())).isEqualTo(String.join("\n", longest));
    }

    @Test
    void lines_too_many_are_counted() {
        Cell cell = new Cell(Collections.nCopies(1_000, "y".repeat(99)));

        String text = cell.text(UnaryOperator.identity());

        assertThat(text.length()).isLessThanOrEqualTo(Cell.LONGEST);
        long shown = text.lines().filter(line -> line.startsWith("y")).count();
        assertThat(text).endsWith("\n(and " + (1_000 - shown) + " more lines)");
        assertThat(shown).isGreaterThan(300);
    }

    @Test
    void what_a_form_adds_counts_too() {
        Cell cell = new Cell(Collections.nCopies(20_000, "="));

        assertThat(cell.text(line -> "'" + line).length()).isLessThanOrEqualTo(Cell.LONGEST);
    }

    @Test
    void a_list_is_kept_up_to_a_limit_with_the_number_of_the_rest() {
        List<String> five = IntStream.range(0, 5).mapToObj(Integer::toString).toList();

        assertThat(Cell.atMost(5, five, "system", "systems")).isEqualTo(five);
        assertThat(Cell.atMost(4, five, "system", "systems")).containsExactly("0", "1", "2", "3", "and 1 more system");
        assertThat(Cell.atMost(1, five, "system", "systems")).containsExactly("0", "and 4 more systems");
    }
}
