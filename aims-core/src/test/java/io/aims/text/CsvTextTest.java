package io.aims.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    @Test
    void quotation_marks_are_doubled() {
        assertThat(CsvText.cell("a \"b\", c")).isEqualTo("\"a \"\"b\"\", c\"");
        assertThat(CsvText.cell("")).isEqualTo("\"\"");
    }

    @Test
    void what_would_begin_a_formula_does_not() {
        for (String text : List.of("=1+1", "+1", "-1", "@A1", "\uff1d1", " =1", "\"=1", "\t=1")) {
            assertThat(CsvText.guarded(text)).as(text).isEqualTo(text.replaceFirst("([=+@\uff1d-])", "'$1"));
        }
        assertThat(CsvText.guarded("a;=1")).isEqualTo("a;'=1");
        assertThat(CsvText.guarded("a\n=1")).isEqualTo("a\n'=1");
        assertThat(CsvText.guarded("loan-scoring = 1")).isEqualTo("loan-scoring = 1");
    }
}
