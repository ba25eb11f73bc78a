package io.aims.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write_a_file() throws IOException {
        file = Files.write(
                folder.resolve("limits.properties"), List.of("# A note", "bytes.one = 1_200", "never = a.b. c.d."));
    }

    @Test
    void what_is_within_a_limit_passes_and_what_is_beyond_fails() {
        Limits limits = Limits.of(file, false);

        limits.check("bytes.one", 1_200, 10);
        assertThatThrownBy(() -> limits.check("bytes.one", 1_201, 10))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("bytes.one of " + file);
    }

    @Test
    void what_has_no_limit_fails() {
        assertThatThrownBy(() -> Limits.of(file, false).check("bytes.two", 1, 10))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("No limit (bytes.two)");
    }

    @Test
    void what_is_measured_is_written_with_its_margin_and_nothing_else_changes() throws IOException {
        Limits limits = Limits.of(file, true);
        limits.check("bytes.one", 2_000, 10);
        limits.check("bytes.two", 10, 0);

        assertThat(file).hasContent("# A note\nbytes.one = 2_200\nnever = a.b. c.d.\nbytes.two = 10\n");
        Limits.of(file, false).check("bytes.one", 2_200, 0);
    }

    @Test
    void words_are_separated_by_blanks() {
        assertThat(Limits.of(file, false).words("never")).containsExactly("a.b.", "c.d.");
    }
}
