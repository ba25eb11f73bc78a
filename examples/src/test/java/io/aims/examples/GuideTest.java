package io.aims.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the guide shows is what runs: a block of code behind a link to an example stands in that example, and the block of
 * text behind it is what the example prints.
 */
class GuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "guide");

    private static final Pattern SHOWN = Pattern.compile(
            "\\]\\(\\.\\./\\.\\./examples/src/main/java/(?<example>[\\w/]+)\\.java\\)"
                    + "[^`]*```java\\n(?<code>.*?)```(?:[^`]*```text\\n(?<printed>.*?)```)?",
            Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> what_the_guide_to_reasons_shows_is_what_runs() throws IOException {
        return shown("reasoning.md", 6);
    }

    @TestFactory
    Stream<DynamicTest> what_the_guide_to_treatment_shows_is_what_runs() throws IOException {
        return shown("treatment.md", 3);
    }

    @TestFactory
    Stream<DynamicTest> what_the_guide_to_the_class_of_a_law_shows_is_what_runs() throws IOException {
        return shown("classification.md", 1);
    }

    private static Stream<DynamicTest> shown(String page, int least) throws IOException {
        List<MatchResult> shown =
                SHOWN.matcher(Files.readString(GUIDE.resolve(page))).results().toList();
        assertThat(shown).as("examples that " + page + " shows").hasSizeGreaterThanOrEqualTo(least);
        return shown.stream().map(match -> dynamicTest(match.group(1), () -> check(match)));
    }

    private static void check(MatchResult match) throws Exception {
        String source = Files.readString(Path.of("src/main/java", match.group(1) + ".java"));
        assertThat(unindented(source)).contains(unindented(match.group(2)));
        if (match.group(3) != null) {
            assertThat(printed(match.group(1).replace('/', '.'))).contains(match.group(3));
        }
    }

    private static String unindented(String text) {
        return text.replaceAll("(?m)^ +", "");
    }

    private static String printed(String example) throws Exception {
        PrintStream screen = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream caught = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            System.setOut(caught);
            Class.forName(example).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(screen);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
