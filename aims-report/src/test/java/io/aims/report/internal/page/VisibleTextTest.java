package io.aims.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Retail loan scoring",
                "Größe, 20 €",
                "日本語",
                "عربي",
                "a & b < c > \"d\"",
                "one\ntwo",
                "e\u0301te\u0301"
            })
    void what_can_be_seen_stays(String text) {
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "202e, right to left",
        "2066, isolate",
        "200b, zero width space",
        "200d, joiner",
        "feff, byte order mark",
        "00ad, soft hyphen",
        "061c, Arabic letter mark",
        "0000, null",
        "001b, escape",
        "0085, next line",
        "2028, line separator",
        "e000, private use",
        "d800, half a character",
        "fffe, no character",
        "3164, Hangul filler",
        "fe0f, variation selector"
    })
    void what_cannot_be_seen_is_written_out(String hex, String what) {
        String text = "a" + (char) Integer.parseInt(hex, 16) + "b";

        assertThat(VisibleText.of(text)).as(what).isEqualTo("a\\u" + hex + "b");
    }

    @Test
    void characters_of_other_planes_are_written_out_too() {
        assertThat(VisibleText.of(Character.toString(0xE0041))).isEqualTo("\\udb40\\udc41");
    }

    @Test
    void marks_do_not_pile_up_over_other_lines() {
        assertThat(VisibleText.of("Z" + "\u0300".repeat(6))).isEqualTo("Z" + "\u0300".repeat(4) + "\\u0300\\u0300");
    }

    @Test
    void a_text_without_end_is_cut_and_says_by_how_much() {
        assertThat(VisibleText.of("W".repeat(3_000), 1_000))
                .isEqualTo("W".repeat(1_000) + "... (2000 more characters)");
    }

    @Property
    void whatever_comes_in_what_goes_out_may_stand_in_a_page(@ForAll String text) {
        String shown = VisibleText.of(text);

        assertThat(shown.codePoints())
                .allMatch(c -> c == '\n' || c >= ' ' && Character.getType(c) != Character.CONTROL)
                .allMatch(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE);
        assertThat(VisibleText.of(shown)).isEqualTo(shown);
    }
}
