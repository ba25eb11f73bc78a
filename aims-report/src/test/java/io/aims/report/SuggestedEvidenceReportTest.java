package io.aims.report;

import static io.aims.report.Inputs.AIMS;
import static io.aims.report.Inputs.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.CrosswalkFiles;
import io.aims.crosswalk.Crosswalk;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.Framework.Extent;
import io.aims.crosswalk.FrameworkId;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.MappingBasis;
import io.aims.crosswalk.Relation;
import io.aims.report.internal.sheet.Hostile;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.reuse.Elsewhere;
import io.aims.treatment.reuse.EvidenceReuse;
import io.aims.treatment.reuse.EvidenceSuggestion;
import io.aims.treatment.reuse.OperatedSystem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be reused of other frameworks, on pages, in texts and in tables. */
class SuggestedEvidenceReportTest {

    private static final FrameworkId SECURITY = new FrameworkId("iso-27001-2022");
    private static final EvidenceReuse REUSE = EvidenceReuse.of(
            CrosswalkFiles.standard(), Elsewhere.nothing().operating(SECURITY, OperatedSystem.UNDATED), DAY);
    private static final ResidualProfile LOANS = Inputs.profile("loans", "Loans");
    private static final String POLICIES = "May be reused, where it is in place: ISO/IEC 27001:2022 A.5.1 Policies for"
            + " information security (intersects, expert judgement that a second mapping shares, high confidence);"
            + " check its scope.";

    private static StatementReport statement(EvidenceReuse reuse) {
        return StatementReport.of(
                AIMS.statement(List.of(LOANS), ControlStates.unknown(), List.of(), reuse, DAY),
                AIMS.catalogue(),
                AIMS.criteria());
    }

    private static SystemReport system() {
        return SystemReport.of(AIMS.explain(LOANS.evaluation()), LOANS);
    }

    @Test
    void every_format_of_a_statement_tells_the_same() {
        StatementReport report = statement(REUSE);
        List<String> row = Csvs.records(report.csv(CsvForm.standard())).stream()
                .filter(each -> each.get(0).equals("A.2.3"))
                .findFirst()
                .orElseThrow();

        assertThat(row.get(8)).contains(POLICIES);
        assertThat(report.html()).contains(POLICIES, "both sides map to a common control");
        assertThat(report.markdown())
                .contains(
                        "check its scope.", "## Rows behind what may be reused", "both sides map to a common control");
    }

    @Test
    void the_page_of_a_system_tells_it_behind_the_gaps_and_without_it_nothing() {
        String page = system().with(REUSE).html();

        assertThat(page).contains("What other frameworks may have in place", EvidenceSuggestion.CAUTION, POLICIES);
        assertThat(Reported.parsed(page)).isNotNull();
        assertThat(system().html())
                .doesNotContain("What other frameworks may have in place")
                .isEqualTo(system().with(EvidenceReuse.none()).html());
    }

    @Test
    void texts_of_crosswalks_and_evidence_of_others_stay_text() throws Exception {
        EvidenceReuse hostile = hostile();
        StatementReport report = statement(hostile);

        for (String page : List.of(report.html(), system().with(hostile).html())) {
            assertThat(Inputs.parsed(page).getElementsByTagName("script").getLength())
                    .isZero();
            assertThat(Inputs.parsed(page).getElementsByTagName("img").getLength())
                    .isZero();
            assertThat(page).contains("&lt;script&gt;").doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]");
        }
        assertThat(report.markdown())
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]")
                .doesNotContainPattern("(?<!\\\\)<(?!br>)");
        assertThat(Csvs.records(report.csv(CsvForm.standard())).stream()
                        .flatMap(List::stream)
                        .flatMap(String::lines))
                .noneMatch(line -> line.matches("(?s)[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20].*"));
        assertThat(report.xlsx()).isNotEmpty();
    }

    /** A framework with an element for each hostile text, which is its label, and the note and source of its row. */
    private static EvidenceReuse hostile() {
        Crosswalks crosswalks = CrosswalkFiles.standard();
        FrameworkId own = new FrameworkId("own-1");
        List<String> texts =
                Hostile.TEXTS.stream().filter(text -> !text.isBlank()).toList();
        List<ElementId> ids = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            ids.add(new ElementId(own, "X" + i));
        }
        List<Element> elements = ids.stream()
                .map(id -> Element.resolved(id, texts.get(ids.indexOf(id)), ""))
                .toList();
        Framework framework = new Framework(own, String.join(" ", texts), texts.get(0), "", Extent.COMPLETE, elements);
        List<Crosswalk.Row> rows = ids.stream()
                .map(id -> new Crosswalk.Row(
                        Mapping.stated(
                                new ElementId(crosswalks.home().id(), "A.2.3"),
                                id,
                                Relation.INTERSECTS_WITH,
                                MappingBasis.EXPERT,
                                new Source(texts.get(ids.indexOf(id))),
                                Confidence.LOW,
                                texts.get(ids.indexOf(id))),
                        false,
                        null))
                .toList();
        Elsewhere elsewhere = Elsewhere.nothing();
        for (ElementId id : ids) {
            elsewhere = elsewhere.with(id, ControlState.of(Stage.IMPLEMENTED).shownBy(texts.get(ids.indexOf(id))));
        }
        return EvidenceReuse.of(crosswalks.with(new Crosswalk("own", List.of(framework), rows)), elsewhere, DAY);
    }
}
