package io.aims.rules.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\n", "a\nb", "a\r\nb\r\n", "a\rb", "\n\n", "\r\n\r\nx", "a\n\nb\n"})
    void lines_are_those_that_java_finds(String text) {
        Lines lines = new Lines(text);
        List<String> found = IntStream.range(0, lines.count())
                .mapToObj(line -> IntStream.range(0, lines.length(line))
                        .mapToObj(column -> String.valueOf(lines.charAt(line, column)))
                        .reduce("", String::concat))
                .toList();

        assertThat(found).isEqualTo(text.lines().toList());
    }
}
