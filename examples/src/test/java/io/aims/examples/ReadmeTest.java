package io.aims.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows is what runs. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path QUICK_START = Path.of("src/main/java/io/aims/examples/QuickStart.java");
    private static final String MARK = "        // README\n";

    @Test
    void the_readme_shows_the_code_of_quick_start() throws IOException {
        String source = Files.readString(QUICK_START);
        int begin = source.indexOf(MARK) + MARK.length();
        int end = source.indexOf(MARK, begin);
        String code = source.substring(begin, end).indent(-8).strip();

        assertThat(begin).isGreaterThan(MARK.length());
        assertThat(end).isGreaterThan(begin);
        assertThat(Files.readString(README)).contains("```java\n" + code + "\n```");
    }
}
