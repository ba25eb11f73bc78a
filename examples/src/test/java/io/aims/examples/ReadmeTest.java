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
    private static final Path CONSUMER = Path.of("../consumer/src/main/java/com/example/consumer/Consumer.java");
    private static final String MARK = "        // README\n";

    @Test
    void the_readme_shows_the_code_of_quick_start() throws IOException {
        assertThat(Files.readString(README)).contains("```java\n" + marked(QUICK_START) + "\n```");
    }

    @Test
    void the_consumer_of_the_installed_library_runs_the_same_code() throws IOException {
        assertThat(marked(CONSUMER)).isEqualTo(marked(QUICK_START));
    }

    private static String marked(Path file) throws IOException {
        String source = Files.readString(file);
        int first = source.indexOf(MARK);
        int second = source.indexOf(MARK, first + 1);
        assertThat(first).as("first mark in %s", file).isPositive();
        assertThat(second).as("second mark in %s", file).isGreaterThan(first);
        return source.substring(first + MARK.length(), second).indent(-8).strip();
    }
}
