package io.aims.rules.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.law.LegalPack;
import io.aims.source.Confidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide says of the pack is what the pack says. */
class EuAiActGuideTest {

    private static final LegalPack PACK = LegalPacks.euAiAct();
    private static final Path ROOT = Path.of(System.getProperty("aims.root"));
    private static final Path CHAPTERS = ROOT.resolve("aims-rules/src/main/resources/io/aims/rules/law/eu-ai-act");
    private static final Path CASES = ROOT.resolve("aims-rules/src/test/resources/legal/eu-ai-act/cases");
    private static final Pattern DAY = Pattern.compile("\\| (\\d{4}-\\d\\d-\\d\\d) \\|[^|]+\\| (HIGH|MEDIUM|LOW) \\|");
    private static final Pattern PROVISIONS = Pattern.compile("(?m)^\\| ([^|:]+): ");

    private final String guide;

    EuAiActGuideTest() throws IOException {
        guide = Files.readString(ROOT.resolve("docs/guide/eu-ai-act.md"));
    }

    private String section(String heading) {
        String rest = guide.substring(guide.indexOf("\n## " + heading + "\n") + 1);
        int end = rest.indexOf("\n## ");
        return end < 0 ? rest : rest.substring(0, end);
    }

    @Test
    void it_tells_every_day_with_its_confidence() {
        List<String> told = DAY.matcher(section("Days"))
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(told)
                .containsExactlyElementsOf(PACK.dates().stream()
                        .map(each -> each.day() + " " + each.confidence())
                        .toList());
    }

    @Test
    void it_tells_every_provision_that_is_uncertain() {
        Stream<String> facts = PACK.facts().stream()
                .filter(each -> each.confidence() != Confidence.HIGH)
                .map(each -> each.article());
        Stream<String> propositions = PACK.propositions().stream()
                .filter(each -> each.confidence() != Confidence.HIGH)
                .map(each -> each.article());
        Stream<String> duties = PACK.duties().stream()
                .filter(each -> each.confidence() == Confidence.LOW)
                .map(each -> each.article());
        List<String> told = PROVISIONS
                .matcher(section("What is uncertain"))
                .results()
                .flatMap(row -> Stream.of(row.group(1).split(", ")))
                .toList();

        assertThat(Stream.of(facts, propositions, duties).flatMap(each -> each).distinct())
                .hasSizeGreaterThan(10)
                .map(article -> article.split(", ")[0])
                .allSatisfy(article ->
                        assertThat(told).anyMatch(each -> each.equals(article) || each.startsWith(article + "(")));
    }

    @Test
    void it_leads_to_every_chapter() throws IOException {
        List<String> chapters;
        try (Stream<Path> files = Files.list(CHAPTERS)) {
            chapters = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("pack.yaml"))
                    .toList();
        }

        assertThat(chapters)
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(section("What it covers"))
                        .contains("(../../aims-rules/src/main/resources/io/aims/rules/law/eu-ai-act/" + name + ")"));
    }

    @Test
    void it_counts_the_cases() throws IOException {
        long added = cases("derived.yaml") + cases("obligations.yaml");
        long all = 0;
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.toList()) {
                all += cases(file.getFileName().toString());
            }
        }

        assertThat(section("How it is checked"))
                .contains("[" + (all - added) + " cases]")
                .contains(added + " more were added");
    }

    private static long cases(String file) throws IOException {
        return Pattern.compile("(?m)^  - id: ")
                .matcher(Files.readString(CASES.resolve(file)))
                .results()
                .map(MatchResult::start)
                .count();
    }
}
