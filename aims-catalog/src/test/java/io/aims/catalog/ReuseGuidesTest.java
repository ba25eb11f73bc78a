package io.aims.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.catalog.document.Documents;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.FrameworkId;
import io.aims.crosswalk.ReuseDegree;
import io.aims.crosswalk.ReuseGuide;
import io.aims.crosswalk.ReuseSurvey;
import io.aims.error.AimsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReuseGuidesTest {

    private static final ReuseGuide GUIDE = ReuseGuides.iso27001();
    private static final Crosswalks CROSSWALKS = CrosswalkFiles.standard();
    private static final Set<ReuseDegree> JUDGED = EnumSet.complementOf(EnumSet.of(ReuseDegree.UNSTATED));

    @Test
    void every_control_and_every_clause_with_requirements_is_judged_in_words() {
        assertThat(GUIDE.controls())
                .extracting(ReuseGuide.Entry::id)
                .isEqualTo(Catalogues.iso42001().controls().stream()
                        .map(control -> control.id().value())
                        .toList());
        assertThat(GUIDE.clauses()).hasSize(32);
        assertThat(GUIDE.controls()).allSatisfy(entry -> {
            assertThat(entry.remains()).as(entry.id()).hasSizeBetween(3, 4);
            assertThat(entry.bring().isEmpty()).as(entry.id()).isEqualTo(entry.degree() == ReuseDegree.NONE);
        });
    }

    @Test
    void where_information_security_has_no_counterpart_the_guide_says_so_and_nowhere_else() {
        ReuseSurvey survey = ReuseSurvey.of(Catalogues.iso42001(), CROSSWALKS, GUIDE);

        assertThat(survey.controls(ReuseDegree.NONE))
                .extracting(ReuseSurvey.Row::id)
                .containsExactly("A.5.5", "A.7.4", "A.9.3");
        assertThat(survey.controls(ReuseDegree.NONE))
                .allMatch(
                        row -> row.counterparts().isEmpty() && row.exclusions().size() == 1);
        assertThat(survey.clauses(ReuseDegree.NONE))
                .extracting(ReuseSurvey.Row::id)
                .containsExactly("6.1.4", "8.4");
        assertThat(survey.controls())
                .filteredOn(row -> row.degree() != ReuseDegree.NONE)
                .noneMatch(row -> row.counterparts().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-27701-2019", "iso-27701-2025", "iso-9001-2015", "nist-ai-rmf-1.0", "eu-ai-act"})
    void without_a_guide_the_mappings_tell_and_what_nobody_states_stays_open(String framework) {
        FrameworkId id = new FrameworkId(framework);
        ReuseSurvey survey = ReuseSurvey.of(Catalogues.iso42001(), CROSSWALKS, id);

        assertThat(ReuseGuides.standard(id)).isEmpty();
        assertThat(survey.isJudged()).isFalse();
        assertThat(survey.controls()).hasSize(38);
        assertThat(survey.controls(ReuseDegree.STRONG)).isEmpty();
        assertThat(survey.controls())
                .allSatisfy(row -> assertThat(row.degree() == ReuseDegree.UNSTATED)
                        .as(row.id())
                        .isEqualTo(
                                row.counterparts().isEmpty() && row.exclusions().isEmpty()));
    }

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "framework: iso-27001-2022 | framework: iso-27001-2013 | AIMS-2087 | iso-27001-2022",
                "catalogue: iso-42001:2023 | catalogue: iso-42001:2024 | AIMS-2087 | iso-42001:2023",
                "control: A.2.2 | control: A.2.9 | AIMS-2087 | A.2",
                "control: A.2.2 | control: A.2.3 | AIMS-2086 | judged twice",
                "control: A.2.2 | control: A.2.3 | AIMS-2086 | The control (A.2.2) is not judged",
                "clause: \"4.1\" | clause: \"6.1\" | AIMS-2087 | 6.1",
                "reuse: WEAK | reuse: NONE | AIMS-2086 | says what carries over",
                "reuse: NONE | reuse: UNSTATED | AIMS-2086 | is not judged",
                "reuse: NONE | reuse: WEAK | AIMS-2086 | has no carries",
                "reuse: NONE | reuse: WEAK | AIMS-2088 | its mappings show (NONE)",
                "carries: >- | carry: >- | AIMS-2086 | carries",
                "remains: | remain: | AIMS-2086 | remains",
                "controls: [A.2.2, A.2.3 | controls: [A.2.2, A.2.2 | AIMS-2086 | stands in two steps",
                "controls: [A.2.2, A.2.3 | controls: [A.2.3 | AIMS-2086 | The control (A.2.2) has no step",
                "controls: [A.2.2, A.2.3 | controls: [A.2.22, A.2.3 | AIMS-2087 | A.2.2",
                "title: What | titles: What | AIMS-2086 | title"
            })
    void what_is_wrong_is_told_with_its_place(String right, String wrong, String code, String told) throws IOException {
        String text = ImpactGuidesTest.resource("crosswalk/reuse-iso-27001.yaml");
        assertThat(text).contains(right);
        int at = text.indexOf("\nguide:");
        String altered =
                text.substring(0, at) + text.substring(at).replaceFirst(java.util.regex.Pattern.quote(right), wrong);

        assertThatThrownBy(() ->
                        ReuseGuides.read(Documents.yaml("reuse.yaml", altered), Catalogues.iso42001(), CROSSWALKS))
                .isInstanceOfSatisfying(AimsException.class, e -> {
                    assertThat(ImpactGuidesTest.codes(e)).contains(code);
                    assertThat(e.getMessage()).contains(told).contains("reuse.yaml:");
                });
    }

    @Test
    void the_documentation_counts_what_the_guide_judges() throws IOException {
        ReuseSurvey survey = ReuseSurvey.of(Catalogues.iso42001(), CROSSWALKS, GUIDE);
        List<String> lines =
                Files.readAllLines(Path.of(System.getProperty("aims.root"), "docs", "guide", "crosswalks.md"));

        for (ReuseDegree degree : JUDGED) {
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("| " + degree.name().toLowerCase(Locale.ROOT) + " | "))
                    .singleElement()
                    .asString()
                    .endsWith(" | " + survey.controls(degree).size() + " | "
                            + survey.clauses(degree).size() + " |");
        }
    }

    @Test
    void a_guide_is_read_as_it_is_written(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("reuse.yaml"), ImpactGuidesTest.resource("crosswalk/reuse-iso-27001.yaml"));

        assertThat(ReuseGuides.read(file, Catalogues.iso42001(), CROSSWALKS)).isEqualTo(GUIDE);
    }
}
