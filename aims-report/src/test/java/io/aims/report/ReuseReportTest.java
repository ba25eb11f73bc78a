package io.aims.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Catalogues;
import io.aims.catalog.CrosswalkFiles;
import io.aims.catalog.ReuseGuides;
import io.aims.control.Catalogue;
import io.aims.crosswalk.Crosswalk;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.FrameworkId;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.MappingBasis;
import io.aims.crosswalk.Relation;
import io.aims.crosswalk.ReuseSurvey;
import io.aims.report.internal.sheet.Hostile;
import io.aims.source.Confidence;
import io.aims.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class ReuseReportTest {

    private static final Catalogue CATALOGUE = Catalogues.iso42001();
    private static final Crosswalks CROSSWALKS = CrosswalkFiles.standard();
    private static final Path COMMITTED =
            Path.of(System.getProperty("aims.root"), "docs", "crosswalk", "iso-27001-to-iso-42001.md");

    private static final ReuseSurvey SURVEY = ReuseSurvey.of(CATALOGUE, CROSSWALKS, ReuseGuides.iso27001());
    private static final ReuseReport REPORT = ReuseReport.of(SURVEY, CATALOGUE);

    @Test
    void the_text_in_the_documentation_is_what_is_written_now() throws IOException {
        assertThat(Files.readString(COMMITTED))
                .as("aims crosswalk 27001 42001 --out docs/crosswalk/iso-27001-to-iso-42001.md writes it")
                .isEqualTo(REPORT.markdown());
    }

    @Test
    void every_control_stands_in_page_and_text_with_all_that_is_said_of_it() {
        Document page = Reported.parsed(REPORT.html());
        String text = REPORT.markdown();

        for (ReuseSurvey.Row row : SURVEY.controls()) {
            String control = Reported.elements(page, "article").stream()
                    .filter(article ->
                            article.getAttribute("id").equals("id-" + row.id().replace('.', '-')))
                    .findFirst()
                    .orElseThrow()
                    .getTextContent();
            assertThat(control).contains(row.title(), row.purpose());
            assertThat(text).contains("### " + row.id() + " " + row.title());
            row.judgement()
                    .orElseThrow()
                    .remains()
                    .forEach(item -> assertThat(control).contains(item));
            row.judgement()
                    .orElseThrow()
                    .bring()
                    .forEach(item -> assertThat(control).contains(item));
            assertThat(control).contains(row.judgement().orElseThrow().caution());
            row.counterparts().forEach(counterpart -> {
                assertThat(control)
                        .contains(
                                counterpart.element().id().value(),
                                counterpart.element().label())
                        .contains(counterpart.mapping().relation().words());
                assertThat(text).contains("| " + counterpart.element() + " | ");
            });
        }
    }

    @Test
    void controls_without_evidence_are_named_first_and_say_so() {
        String page = Reported.parsed(REPORT.html()).getDocumentElement().getTextContent();

        assertThat(page)
                .contains(
                        "ISO/IEC 27001:2022 gives no evidence for A.5.5 Assessing societal impacts of AI systems, A.7.4")
                .contains("Nothing. ISO/IEC 27001:2022 gives no evidence for it.");
        assertThat(REPORT.markdown()).contains("**What is there:** Nothing. ISO/IEC 27001:2022 gives no evidence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-27701-2019", "iso-27701-2025", "iso-9001-2015", "nist-ai-rmf-1.0", "hitrust-ai-risk"})
    void without_a_guide_the_page_claims_no_more_than_the_mappings(String framework) {
        ReuseSurvey mapped = ReuseSurvey.of(CATALOGUE, CROSSWALKS, new FrameworkId(framework));
        ReuseReport told = ReuseReport.of(mapped, CATALOGUE);
        String page = Reported.parsed(told.html()).getDocumentElement().getTextContent();

        assertThat(page).contains("Nobody judged these one by one").doesNotContain("Order of work", "Records to bring");
        mapped.controls().forEach(row -> assertThat(page).contains(row.title()));
        assertThat(told.markdown()).contains("Nobody judged these one by one").doesNotContain("remains to be built");
    }

    @Test
    void hostile_texts_of_own_crosswalks_are_text() {
        ReuseReport told = ReuseReport.of(hostile(), CATALOGUE);
        String page = told.html();

        Document parsed = Reported.parsed(page);
        assertThat(Reported.elements(parsed, "script")).isEmpty();
        assertThat(Reported.elements(parsed, "img")).isEmpty();
        assertThat(page).contains("&lt;script&gt;").doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]");
        assertThat(told.markdown())
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]")
                .doesNotContainPattern("(?<!\\\\)<(?!br>)");
    }

    private static ReuseSurvey hostile() {
        String all = String.join(" ", Hostile.TEXTS);
        FrameworkId id = new FrameworkId("own");
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < Hostile.TEXTS.size(); at++) {
            elements.add(Element.resolved(new ElementId(id, "E." + at), "label " + Hostile.TEXTS.get(at), all));
        }
        Framework own = new Framework(id, all, "1", all, Framework.Extent.COMPLETE, elements);
        ElementId control = new ElementId(CROSSWALKS.home().id(), "A.2.2");
        Mapping mapping = Mapping.stated(
                elements.get(0).id(),
                control,
                Relation.INTERSECTS_WITH,
                MappingBasis.EXPERT,
                new Source(all),
                Confidence.LOW,
                all);
        return ReuseSurvey.of(
                CATALOGUE,
                CROSSWALKS.with(new Crosswalk("own", List.of(own), List.of(new Crosswalk.Row(mapping, false, null)))),
                id);
    }
}
