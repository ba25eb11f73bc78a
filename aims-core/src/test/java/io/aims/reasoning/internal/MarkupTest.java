package io.aims.reasoning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void markdown_shows_punctuation_as_it_is() {
        assertThat(Markup.markdown("a *bold* [link](x) `code` <b> & _x_ | ~y~ #z"))
                .isEqualTo("a \\*bold\\* \\[link\\](x) \\`code\\` \\<b\\> \\& \\_x\\_ \\| \\~y\\~ \\#z");
        assertThat(Markup.markdown("back\\slash")).isEqualTo("back\\\\slash");
    }

    @Test
    void markdown_begins_no_list_and_no_heading() {
        assertThat(Markup.markdown("- item")).isEqualTo("\\- item");
        assertThat(Markup.markdown("+ item")).isEqualTo("\\+ item");
        assertThat(Markup.markdown("12. item")).isEqualTo("12\\. item");
        assertThat(Markup.markdown("12) item")).isEqualTo("12\\) item");
        assertThat(Markup.markdown("well-known (A.9.3). End!")).isEqualTo("well-known (A.9.3). End!");
    }

    @Test
    void a_text_stays_on_one_line() {
        assertThat(Markup.markdown("a\n# b")).isEqualTo("a\\\\n\\# b");
        assertThat(Markup.dot("a\nb")).isEqualTo("\"a\\\\nb\"");
        assertThat(Markup.mermaid("a\nb")).isEqualTo("\"a#92;nb\"");
    }

    @Test
    void a_quotation_mark_ends_no_label() {
        assertThat(Markup.dot("a\"]; b [label=\"c\\")).isEqualTo("\"a\\\"]; b [label=\\\"c\\\\\"");
        assertThat(Markup.mermaid("a\"] --> b[<script>")).isEqualTo("\"a#34;#93; --#62; b#91;#60;script#62;\"");
        assertThat(Markup.mermaid("Safety (C.2.9): a, b? x=1/2 ü")).isEqualTo("\"Safety (C.2.9): a, b? x=1/2 ü\"");
    }
}
