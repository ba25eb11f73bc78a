package io.aims.interchange.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {

    @Test
    void blanks_of_every_kind_become_one() {
        assertThat(CellText.tidy(" \u00a0Rights-\n Impacting\t\u202f ")).isEqualTo("Rights- Impacting");
    }

    @Test
    void invisible_characters_vanish() {
        assertThat(CellText.tidy("Yes\u200b\ufeff")).isEqualTo("Yes");
    }

    @Test
    void a_cell_of_blanks_is_empty() {
        assertThat(CellText.tidy(" \u00a0\u2009\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"No – not public, no - not public", "agency’s, agency's", "Yes—both, yes-both", "ﬁle, file"})
    void dashes_quotes_and_case_make_no_difference(String written, String folded) {
        assertThat(CellText.folded(written)).isEqualTo(folded);
    }
}
