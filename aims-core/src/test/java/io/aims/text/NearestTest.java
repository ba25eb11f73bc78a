package io.aims.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void a_slip_of_the_keyboard_finds_the_word_that_was_meant() {
        assertThat(Nearest.to("HIHG_AUTOMATION", List.of("HIGH_AUTOMATION", "FULL_AUTOMATION", "ASSISTANCE")))
                .contains("HIGH_AUTOMATION");
    }

    @Test
    void case_and_separators_are_no_differences() {
        assertThat(Nearest.to("high automation", List.of("HIGH_AUTOMATION"))).contains("HIGH_AUTOMATION");
        assertThat(Nearest.to("Automation-Level", List.of("automationLevel"))).contains("automationLevel");
        assertThat(Nearest.to("no", List.of("YES", "NO"))).contains("NO");
    }

    @Test
    void a_word_with_little_in_common_finds_nothing() {
        assertThat(Nearest.to("BANANA", List.of("HIGH_AUTOMATION", "NONE"))).isEmpty();
    }

    @Test
    void a_third_of_the_letters_may_differ_and_no_more() {
        assertThat(Nearest.to("abcdef", List.of("abcdXY"))).contains("abcdXY");
        assertThat(Nearest.to("abcdef", List.of("abcXYZ"))).isEmpty();
    }

    @Test
    void one_letter_of_a_word_of_two_may_differ() {
        assertThat(Nearest.to("ye", List.of("yes"))).contains("yes");
    }

    @Test
    void a_word_without_a_letter_in_common_is_not_offered() {
        assertThat(Nearest.to("x", List.of("y"))).isEmpty();
        assertThat(Nearest.to("", List.of("y"))).isEmpty();
        assertThat(Nearest.to("--", List.of("y"))).isEmpty();
    }

    @Test
    void the_closest_word_wins() {
        assertThat(Nearest.to("decisionRule", List.of("decisionRules2", "decisionRole")))
                .contains("decisionRole");
    }

    @Test
    void of_equally_close_words_the_first_in_natural_order_wins() {
        assertThat(Nearest.to("A.9.x", List.of("A.9.10", "A.9.4", "A.9.2"))).contains("A.9.2");
    }

    @Test
    void a_word_that_is_inserted_deleted_or_changed_counts_one() {
        assertThat(Nearest.to("cat", List.of("cart"))).contains("cart");
        assertThat(Nearest.to("cart", List.of("cat"))).contains("cat");
        assertThat(Nearest.to("cat", List.of("cut"))).contains("cut");
        assertThat(Nearest.to("cat", List.of("cuts"))).isEmpty();
    }

    @Test
    void two_letters_swapped_count_one() {
        assertThat(Nearest.to("titel", List.of("title"))).contains("title");
        assertThat(Nearest.to("ttile", List.of("title"))).contains("title");
        assertThat(Nearest.to("tilte", List.of("title"))).contains("title");
        assertThat(Nearest.to("eltit", List.of("title"))).isEmpty();
    }

    @Test
    void without_candidates_nothing_is_found() {
        assertThat(Nearest.to("word", List.of())).isEmpty();
    }

    @Test
    void a_word_nobody_types_is_not_compared() {
        String endless = "x".repeat(1_000_000);

        assertThat(Nearest.to(endless, Collections.nCopies(100, endless))).isEmpty();
        assertThat(Nearest.to("x".repeat(80), List.of("x".repeat(81)))).contains("x".repeat(81));
    }

    @Test
    void of_equally_close_words_the_one_that_begins_alike_is_taken() {
        assertThat(Nearest.to("A.9.22", List.of("A.2.2", "A.9.2"))).contains("A.9.2");
    }
}
