package io.aims.report.internal.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void white_space_of_any_kind_is_one_blank() {
        assertThat(Line.of("  a\r\n\tb\u2028c\u0085d\u00a0 e\n")).isEqualTo("a b c d e");
    }

    @Test
    void what_cannot_be_seen_is_made_visible() {
        assertThat(Line.of("a\u202eb\u0007\u200b\ud800")).isEqualTo("a\\u202eb\\u0007\\u200b\\ud800");
    }

    @Test
    void a_line_without_end_is_cut_and_counted() {
        assertThat(Line.of("x".repeat(6_000))).endsWith("xxx... (1000 more characters)");
    }

    @Test
    void letters_of_every_script_stay_as_they_are() {
        assertThat(Line.of("Prüfung 審査 отчёт 😀")).isEqualTo("Prüfung 審査 отчёт 😀");
    }

    @Test
    void no_hostile_text_keeps_a_control_character() {
        assertThat(Hostile.TEXTS)
                .allSatisfy(text -> assertThat(Line.of(text)).matches("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]*"));
    }
}
