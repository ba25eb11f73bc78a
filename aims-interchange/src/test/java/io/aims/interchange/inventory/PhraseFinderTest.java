package io.aims.interchange.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseFinderTest {

    @Test
    void words_side_by_side_are_found_whatever_stands_between_them() {
        assertThat(found("A risk-\nscore, please", "risk score")).containsExactly(Map.entry(0, "risk score"));
    }

    @Test
    void parts_of_words_are_not_found() {
        assertThat(found("asterisk scores", "risk", "score")).isEmpty();
    }

    @Test
    void a_star_stands_for_any_end_of_a_word() {
        assertThat(found("plates of licences", "licen*", "plate*", "plates of lic*"))
                .containsOnly(Map.entry(0, "licences"), Map.entry(1, "plates"), Map.entry(2, "plates of licences"));
    }

    @Test
    void case_makes_no_difference() {
        assertThat(found("LPR", "lpr")).hasSize(1);
    }

    @Test
    void a_phrase_at_the_end_that_goes_on_is_not_found() {
        assertThat(found("the risk", "risk score")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "a*", "risk* *", "ri*sk", "-", "a b c d e f g h i"})
    void what_is_no_phrase_is_refused(String text) {
        assertThat(Phrase.parse(text)).isEmpty();
    }

    @Test
    void a_text_made_to_go_astray_takes_no_time() {
        String[] phrases =
                Stream.iterate("aa*", phrase -> phrase + " aa*").limit(8).toArray(String[]::new);

        assertThat(found("aaaaaaaaaaaaaaaaaaaaaaaa ".repeat(20_000), phrases)).hasSize(8);
    }

    private static Map<Integer, String> found(String text, String... phrases) {
        List<Phrase> parsed = Stream.of(phrases)
                .map(phrase -> Phrase.parse(phrase).orElseThrow())
                .toList();
        return new PhraseFinder(parsed).in(Phrase.words(CellText.folded(text)));
    }
}
