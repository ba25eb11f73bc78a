package io.aims.reasoning.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiscrepancyTest {

    private static final String LONG = "An objective of use that nobody wrote down cannot be missed by anybody, ";

    @Test
    void short_texts_are_shown_whole() {
        Discrepancy discrepancy = changed("REQUIRED", "NOT_REQUIRED");

        assertThat(discrepancy).hasToString("here is (NOT_REQUIRED), must be (REQUIRED).\nBecause.");
    }

    @Test
    void long_texts_are_shown_where_they_part() {
        Discrepancy discrepancy = changed(LONG + "so write it.", LONG + "so leave it.");

        assertThat(discrepancy.foundPart()).isEqualTo("...ssed by anybody, so leave it.");
        assertThat(discrepancy.expectedPart()).isEqualTo("...ssed by anybody, so write it.");
    }

    @Test
    void a_character_of_two_halves_is_not_parted() {
        Discrepancy discrepancy = changed("\uD83D\uDE00".repeat(50), "\uD83D\uDE00".repeat(40));

        assertThat(discrepancy.foundPart()).isEqualTo("..." + "\uD83D\uDE00".repeat(20));
    }

    @Test
    void what_is_missing_is_shown_from_its_beginning() {
        assertThat(changed(LONG + LONG, "").expectedPart())
                .startsWith("An objective")
                .endsWith("...");
    }

    private static Discrepancy changed(String expected, String found) {
        return new Discrepancy("here", Discrepancy.Kind.CHANGED, expected, found, "Because.");
    }
}
