package io.aims.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.rule.RulePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_pack_in_the_guide_on_rules_is_right() throws IOException {
        Path guide = Path.of(Objects.requireNonNull(System.getProperty("aims.root")), "docs", "guide", "rules.md");
        String[] parts = Files.readString(guide).split("```");
        String rule = parts[1].substring("yaml\n".length());
        String pack = parts[3].substring("yaml\n".length());
        Files.writeString(folder.resolve("pack.yaml"), pack);
        Files.writeString(
                folder.resolve("night.yaml"),
                "chapter: Night\nscope: SYSTEM\nrules:\n"
                        + rule.lines().map(line -> "  " + line).collect(Collectors.joining("\n")));

        RulePack read = RulePacks.read(folder);

        assertThat(read.rules())
                .singleElement()
                .satisfies(only -> assertThat(only.examples()).hasSize(3));
        assertThat(read.characteristics()).hasSize(1);
    }
}
