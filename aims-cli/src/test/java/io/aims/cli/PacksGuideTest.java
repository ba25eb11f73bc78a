package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever follows the guide on packs from an empty folder, block by block, gets what it shows. A block of YAML that begins with
 * the name of a file is that file; a line of three dots stands for lines that the guide leaves out.
 */
class PacksGuideTest {

    private static final Path GUIDE = Path.of(System.getProperty("aims.root"), "docs", "guide", "packs.md");
    private static final Pattern STEP = Pattern.compile(
            "```yaml\\n# (?<file>[\\w/-]+\\.yaml)\\n(?<content>.*?)```\\n"
                    + "|```console\\n\\$ \\./aims (?<command>[^\\n]*)\\n(?<printed>.*?)```\\n"
                    + "(?:\\s*<!-- ends with (?<status>\\d) -->)?",
            Pattern.DOTALL);
    private static final String LEFT_OUT = "...";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_stranger_comes_from_an_empty_folder_to_a_pack_with_controls_of_its_own() throws IOException {
        int files = 0;
        int commands = 0;

        for (MatchResult step : STEP.matcher(Files.readString(GUIDE)).results().toList()) {
            if (step.group(1) != null) {
                write(step.group(1), step.group(2));
                files++;
            } else {
                run(step.group(3), step.group(4), step.group(5));
                commands++;
            }
        }

        assertThat(files).as("files in the guide").isGreaterThanOrEqualTo(9);
        assertThat(commands).as("commands in the guide").isGreaterThanOrEqualTo(6);
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void run(String command, String shown, String status) {
        Run run = Run.of(Arrays.stream(command.split(" ")).map(this::found).toArray(String[]::new));

        String printed = (run.err() + run.out()).replace(folder + "/", "").replace("\r\n", "\n");
        assertThat(printed).as(command).matches(pattern(shown));
        assertThat(run.status()).as(command).isEqualTo(status == null ? 0 : Integer.parseInt(status));
    }

    /** What lies in the folder is named as if the command ran there. */
    private String found(String word) {
        Path file = folder.resolve(word);
        return Files.exists(file) ? file.toString() : word;
    }

    /** Everything literally, but for the lines left out. */
    private static Pattern pattern(String shown) {
        return Pattern.compile(shown.lines()
                .map(line -> line.equals(LEFT_OUT) ? "(?:.*\\n)*?" : Pattern.quote(line) + "\\n")
                .collect(Collectors.joining()));
    }
}
