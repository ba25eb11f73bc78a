package com.example.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.aims.Aims;
import io.aims.interchange.SystemDocument;
import io.aims.system.AiSystem;
import io.aims.system.automation.HumanOversightMode;
import io.aims.system.vocabulary.Characteristics;
import io.aims.testing.AssertionsByRules;
import io.aims.testing.baseline.EvaluationBaseline;
import io.aims.testing.junit.AimsSystem;
import io.aims.testing.junit.UsingAims;
import io.aims.treatment.ControlStates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the guide shows is what stands in this module and what its failures say. */
@UsingAims(CreditRules.class)
class GuideTest {

    private static final Path GUIDE = Path.of("..", "..", "docs", "guide", "testing.md");
    private static final Path BASELINE = Path.of("src/test/resources/com/example/credit/baseline.yaml");
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final int LEAST = 9;

    @TestFactory
    Stream<DynamicTest> what_the_guide_shows_is_here(
            @AimsSystem("portfolio/credit.yaml") AiSystem credit, AssertionsByRules rules, Aims aims)
            throws IOException {
        List<MatchResult> blocks =
                BLOCK.matcher(Files.readString(GUIDE)).results().toList();
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(LEAST);
        List<String> messages = messages(credit, rules, aims);
        return blocks.stream()
                .map(block -> dynamicTest(block.group(2).lines().findFirst().orElse(""), () -> {
                    List<String> shown = block.group(1).equals("text") ? messages : files();
                    assertThat(shown)
                            .anyMatch(text -> unindented(text)
                                    .contains(unindented(block.group(2)).strip()));
                }));
    }

    @Test
    void this_runs_under_junit_6() {
        assertThat(TestFactory.class.getPackage().getImplementationVersion()).startsWith("6.");
    }

    private static List<String> messages(AiSystem credit, AssertionsByRules rules, Aims aims) {
        AiSystem unreviewed = credit.with(Characteristics.HUMAN_OVERSIGHT_MODE, HumanOversightMode.NONE);
        return List.of(
                message(() -> rules.assertThat(credit).requires("A.10.4")),
                message(() -> rules.assertThat(credit).finds("CR-1")),
                message(() -> rules.assertThat(credit).doesNotRequire("A.9.22")),
                EvaluationBaseline.in(BASELINE, aims)
                        .check(
                                List.of(new SystemDocument(unreviewed, ControlStates.unknown())),
                                LocalDate.of(2027, 7, 1))
                        .text());
    }

    private static String message(Runnable assertion) {
        return Objects.requireNonNull(catchThrowable(assertion::run)).getMessage();
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test"))) {
            List<Path> all = Stream.concat(files.filter(Files::isRegularFile), Stream.of(Path.of("pom.xml")))
                    .toList();
            List<String> texts = new java.util.ArrayList<>();
            for (Path file : all) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    private static String unindented(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}
