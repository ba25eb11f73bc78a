package io.aims.report.internal.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    @Test
    void markup_is_text() {
        assertThat(MarkdownText.escaped("a | <b> [c](d) `e` *f* _g_ # & \\"))
                .isEqualTo("a \\| \\<b\\> \\[c\\](d) \\`e\\` \\*f\\* \\_g\\_ \\# \\& \\\\");
    }

    @Test
    void what_begins_a_block_is_text() {
        assertThat(MarkdownText.escaped("- a")).isEqualTo("\\- a");
        assertThat(MarkdownText.escaped("+ a")).isEqualTo("\\+ a");
        assertThat(MarkdownText.escaped("===")).isEqualTo("\\===");
        assertThat(MarkdownText.escaped("12. a")).isEqualTo("12\\. a");
        assertThat(MarkdownText.escaped("12) a")).isEqualTo("12\\) a");
        assertThat(MarkdownText.escaped("A.9.2 - well-known (yes)")).isEqualTo("A.9.2 - well-known (yes)");
    }

    @Test
    void addresses_are_no_links() {
        assertThat(MarkdownText.escaped("https://example.org www.example.org mailto:a@b"))
                .isEqualTo("https\\://example.org www\\.example.org mailto\\:a@b");
    }

    @Test
    void a_table_keeps_its_cells() {
        String table = new MarkdownText()
                .table(List.of("A|", "B"), List.of(List.of(Cell.of("x|y", "z"), Cell.of())))
                .toString();

        assertThat(table).isEqualTo("| A\\| | B |\n| --- | --- |\n| x\\|y<br>z | |\n");
    }

    @Test
    void no_hostile_text_leaves_its_line_or_opens_markup() {
        for (String hostile : Hostile.TEXTS) {
            String text = new MarkdownText().paragraph(hostile).toString();

            assertThat(text.lines()).as(hostile).hasSize(1);
            assertThat(text.strip())
                    .as(hostile)
                    .doesNotContainPattern("(?<!\\\\)[<>|`*_\\[\\]#]")
                    .doesNotContainPattern("^[-+=]")
                    .doesNotContainPattern("(?<!\\\\):(?=//)");
        }
    }

    @Test
    void one_line_stands_beside_its_label_and_several_below() {
        assertThat(new MarkdownText()
                        .labelled("Owner", List.of("risk office"))
                        .labelled("None", List.of())
                        .labelled("Evidence", List.of("a", "b"))
                        .toString())
                .isEqualTo("**Owner:** risk office\n\n**Evidence:**\n\n- a\n- b\n");
    }
}
