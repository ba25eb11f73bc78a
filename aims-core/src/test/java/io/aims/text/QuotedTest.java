package io.aims.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedTest {

    @Test
    void harmless_text_stays_as_it_is() {
        assertThat(Quoted.of("Kreditprüfung (v2) \u4fe1\u7528 \ud83d\ude00"))
                .isEqualTo("Kreditprüfung (v2) \u4fe1\u7528 \ud83d\ude00");
    }

    @Test
    void line_ends_and_tabs_are_escaped() {
        assertThat(Quoted.of("a\nb\rc\td")).isEqualTo("a\\nb\\rc\\td");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "escape of a terminal,      1b",
        "nul,                       00",
        "delete,                    7f",
        "next line,                 85",
        "right-to-left override,    202e",
        "right-to-left isolate,     2067",
        "zero width joiner,         200d",
        "byte order mark,           feff",
        "line separator,            2028",
        "paragraph separator,       2029",
        "private use,               e000",
        "unassigned,                0378"
    })
    void a_character_that_is_not_shown_is_escaped(String name, String hex) {
        char unsafe = (char) Integer.parseInt(hex, 16);

        assertThat(Quoted.of("a" + unsafe + "b")).isEqualTo("a\\u" + "0".repeat(4 - hex.length()) + hex + "b");
    }

    @Test
    void half_of_a_surrogate_pair_is_escaped() {
        assertThat(Quoted.of("a\ud83db")).isEqualTo("a\\ud83db");
        assertThat(Quoted.of("\ude00\ud83d")).isEqualTo("\\ude00\\ud83d");
    }

    @Test
    void an_unsafe_character_beyond_the_basic_plane_is_escaped_as_a_pair() {
        String tag = Character.toString(0xE0041);

        assertThat(Quoted.of(tag + "1")).isEqualTo("\\udb40\\udc411");
    }

    @Test
    void sixty_characters_are_shown_and_the_rest_is_cut() {
        assertThat(Quoted.of("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(Quoted.of("x".repeat(61))).isEqualTo("x".repeat(60) + "...");
    }

    @Test
    void a_character_of_two_code_units_is_not_cut_apart() {
        String smile = "\ud83d\ude00";

        assertThat(Quoted.of(smile.repeat(61))).isEqualTo(smile.repeat(60) + "...");
    }

    @Test
    void the_end_of_a_long_text_is_kept_where_the_end_says_most() {
        assertThat(Quoted.end("/data/" + "x".repeat(50) + "/loan.yaml"))
                .startsWith("...xx")
                .endsWith("x/loan.yaml")
                .hasSize(63);
        assertThat(Quoted.end("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(Quoted.end("loan\n.yaml")).isEqualTo("loan\\n.yaml");
        assertThat(Quoted.end("")).isEmpty();
    }

    @Test
    void the_end_does_not_cut_a_character_apart() {
        String smile = "\ud83d\ude00";

        assertThat(Quoted.end(smile.repeat(61))).isEqualTo("..." + smile.repeat(60));
    }

    @Test
    void the_whole_text_is_escaped_and_not_cut() {
        assertThat(Quoted.whole("x".repeat(100) + "\u202e\n")).isEqualTo("x".repeat(100) + "\\u202e\\n");
    }

    @Property(tries = 300)
    void no_text_moves_the_cursor_or_turns_the_line(@ForAll String text) {
        for (String shown : new String[] {Quoted.of(text), Quoted.end(text), Quoted.whole(text)}) {
            assertThat(shown.codePoints().map(Character::getType))
                    .doesNotContain(
                            (int) Character.CONTROL,
                            (int) Character.FORMAT,
                            (int) Character.SURROGATE,
                            (int) Character.LINE_SEPARATOR,
                            (int) Character.PARAGRAPH_SEPARATOR);
        }
    }
}
