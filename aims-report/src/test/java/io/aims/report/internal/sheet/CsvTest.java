package io.aims.report.internal.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    private static final Csv GUARDED = new Csv(false, true);
    private static final Csv PLAIN = new Csv(false, false);

    @Test
    void lines_end_with_cr_and_lf_and_quotation_marks_are_doubled() {
        assertThat(GUARDED.write(sheet(Cell.of("say \"no\"", "twice"), Cell.of("a,b"))))
                .isEqualTo("\"A\",\"B\"\r\n\"say \"\"no\"\"\ntwice\",\"a,b\"\r\n");
    }

    @Test
    void a_byte_order_mark_stands_first_if_wanted() {
        assertThat(new Csv(true, true).write(sheet(Cell.of("a"), Cell.of()))).startsWith("\ufeff\"A\"");
        assertThat(GUARDED.write(sheet(Cell.of("a"), Cell.of()))).startsWith("\"A\"");
    }

    @Test
    void what_would_be_a_formula_gets_an_apostrophe() {
        for (String begin : List.of("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")) {
            assertThat(GUARDED.write(sheet(Cell.of(begin + "1", "and", begin + "2"), Cell.of("x;" + begin + "3"))))
                    .contains("\"'" + begin + "1\nand\n'" + begin + "2\",\"x;'" + begin + "3\"");
        }
        assertThat(PLAIN.write(sheet(Cell.of("=1"), Cell.of("x;=2")))).contains("\"=1\",\"x;=2\"");
    }

    @Test
    void ordinary_text_stays_as_it_is() {
        String text = "a - b, +49 30, mail a@b, x = y; then 5";

        assertThat(GUARDED.write(sheet(Cell.of(text), Cell.of()))).contains('"' + text + '"');
    }

    @Test
    void no_hostile_text_begins_a_formula_wherever_cells_are_split() {
        for (String hostile : Hostile.TEXTS) {
            String csv = GUARDED.write(sheet(Cell.of(hostile), Cell.of("x", hostile)));

            assertThat(csv.split("[;\r\n]|,(?=\")"))
                    .as(hostile)
                    .allSatisfy(piece -> assertThat(piece.replaceAll("^[\" ]+", ""))
                            .doesNotContainPattern("^[=+\\-@\uff1d\uff0b\uff0d\uff20\t]"));
        }
    }

    private static Sheet sheet(Cell first, Cell second) {
        return new Sheet(
                "Test", List.of(new Sheet.Column("A", 10), new Sheet.Column("B", 10)), List.of(List.of(first, second)));
    }
}
