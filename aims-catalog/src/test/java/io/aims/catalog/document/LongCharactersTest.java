package io.aims.catalog.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters of two halves, wherever the parser's buffer cuts them. */
class LongCharactersTest {

    private static final String FACE = "\uD83D\uDE00";

    @ParameterizedTest
    @ValueSource(ints = {1, 1020, 1021, 1022, 1023, 1024, 1025, 2046, 2047, 2048, 2049, 2050, 4096})
    void a_character_may_stand_anywhere(int before) {
        String text = "x".repeat(before) + FACE + "y";

        Node root = Documents.yaml("faces.yaml", "\"" + text + "\"\n");

        assertThat(((Node.Scalar) root).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void a_text_of_nothing_else_is_read_whole(int shift) {
        String text = "x".repeat(shift) + FACE.repeat(5_000);

        Node root = Documents.yaml("faces.yaml", "\"" + text + "\"\n");

        assertThat(((Node.Scalar) root).text()).isEqualTo(text);
    }
}
