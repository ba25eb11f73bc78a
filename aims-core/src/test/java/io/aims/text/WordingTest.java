package io.aims.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\t\n", "\u00a0", "\u2003", "\u3000", "\u200b", "\u00ad \u2060", "\u3164", "\u2800"})
    void blanks_and_characters_that_nobody_sees_say_nothing(String text) {
        assertThat(Wording.saysNothing(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00a0a", ".", "\u4e2d", "\ud83d\ude80"})
    void everything_else_says_something(String text) {
        assertThat(Wording.saysNothing(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000", "\n", "\u001b", "\u007f", "\u0085", "\u00ad", "\u034f", "\u115f", "\u1160", "\u17b4",
                "\u200b", "\u200e", "\u2028", "\u2029", "\u202e", "\u2066", "\u2800", "\u3164", "\ue000", "\ufeff",
                "\uffa0"
            })
    void characters_that_nobody_sees_are_found(String character) {
        assertThat(Wording.hiddenCharacter("be" + character + "fore").orElse(-1))
                .isEqualTo(character.codePointAt(0));
    }

    @Test
    void half_a_character_is_found() {
        assertThat(Wording.hiddenCharacter("a\ud83d").orElse(-1)).isEqualTo(0xd83d);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Many calls",
                "\u00a0",
                "Gr\u00fc\u00dfe",
                "e\u0301",
                "\u05e9\u05dc\u05d5\u05dd",
                "\ud83d\ude80"
            })
    void letters_marks_blanks_and_signs_of_any_script_are_not(String text) {
        assertThat(Wording.hiddenCharacter(text)).isEmpty();
    }
}
