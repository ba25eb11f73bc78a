package com.example.grc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuideTest {

    private static final Path GUIDE = Path.of("..", "..", "docs", "guide", "packs.md");
    private static final Path DESK = Path.of("src/main/java/com/example/grc/TenantDesk.java");
    private static final String MARK = "        // guide";

    @ParameterizedTest
    @ValueSource(strings = {"vendor", "tenant"})
    void the_guide_on_packs_shows_code_that_runs_here(String part) throws IOException {
        String source = Files.readString(DESK);
        String begin = MARK + ": " + part + "\n";
        int from = source.indexOf(begin);
        assertThat(from).as("mark " + part).isPositive();
        String shown = source.substring(from + begin.length(), source.indexOf(MARK + "\n", from));

        assertThat(Files.readString(GUIDE))
                .contains("```java\n" + shown.indent(-8).strip() + "\n```");
    }
}
