package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The commands of guides are run, one after the other, and end and print as the guide shows. A line of three dots stands for
 * lines that a guide leaves out. A block of YAML that begins with the name of a file is that file.
 */
class GuideCommandsTest {

    private static final Path ROOT = Path.of(System.getProperty("aims.root"));
    private static final List<String> GUIDES =
            List.of("statement-of-applicability.md", "crosswalks.md", "classification.md");

    /** Where the guides' files are written; relative, so that messages show it as short as in the guide. */
    private static final String FILES = "target/guide/";

    private static final Pattern SHOWN = Pattern.compile(
            "```console\\n\\$ \\./aims (?<command>(?:[^\\n]*\\\\\\n)*[^\\n]*)\\n(?<printed>.*?)```\\n"
                    + "(?:\\s*<!-- ends with (?<status>\\d) -->)?",
            Pattern.DOTALL);
    private static final Pattern FILE =
            Pattern.compile("```yaml\\n# (?<name>[\\w-]+\\.yaml)\\n.*?```\\n", Pattern.DOTALL);
    private static final String LEFT_OUT = "...";

    @TestFactory
    Stream<DynamicTest> guides_show_what_their_commands_print() throws IOException {
        Files.createDirectories(Path.of(FILES));
        List<DynamicTest> tests = new ArrayList<>();
        for (String guide : GUIDES) {
            List<DynamicTest> shown =
                    tests(Files.readString(ROOT.resolve("docs/guide").resolve(guide)));
            assertThat(shown).as("commands in " + guide).hasSizeGreaterThan(3);
            tests.addAll(shown);
        }
        return tests.stream();
    }

    private static List<DynamicTest> tests(String guide) throws IOException {
        for (MatchResult file : FILE.matcher(guide).results().toList()) {
            Files.writeString(
                    Path.of(FILES + file.group(1)),
                    file.group().lines().filter(GuideCommandsTest::isContent).collect(Collectors.joining("\n")));
        }
        return SHOWN.matcher(guide)
                .results()
                .map(match -> dynamicTest(oneLine(match.group(1)), () -> check(match)))
                .toList();
    }

    private static boolean isContent(String line) {
        return !line.startsWith("```");
    }

    private static String oneLine(String command) {
        return command.replaceAll("\\s*\\\\\\n\\s*", " ").strip();
    }

    private static void check(MatchResult match) {
        Run run = Run.of(words(oneLine(match.group(1))));

        String printed = (run.err() + run.out())
                .replace(ROOT + "/", "")
                .replace(FILES, "")
                .replace("\r\n", "\n");
        assertThat(printed).matches(pattern(match.group(2)));
        assertThat(run.status()).isEqualTo(match.group(3) == null ? 0 : Integer.parseInt(match.group(3)));
    }

    /** Everything literally, but for the lines left out. */
    private static Pattern pattern(String shown) {
        String text = shown.lines()
                .map(line -> line.equals(LEFT_OUT) ? "(?:.*\\n)*?" : Pattern.quote(line) + "\\n")
                .collect(Collectors.joining());
        return Pattern.compile(text);
    }

    /** Splits a command as a shell does, and lets its files be found and written from here. */
    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(command);
        while (word.find()) {
            String text = word.group(1) == null ? word.group(2) : word.group(1);
            boolean isFile = text.matches("[\\w-]+\\.(html|md|csv|xlsx|json|yaml)");
            words.add(text.startsWith("examples/") ? ROOT.resolve(text).toString() : isFile ? FILES + text : text);
        }
        return words.toArray(String[]::new);
    }
}
