package io.aims.report;

import static io.aims.system.vocabulary.Characteristics.JURISDICTIONS;
import static io.aims.system.vocabulary.Characteristics.LOGIC_ORIGIN;
import static io.aims.system.vocabulary.Characteristics.PROHIBITED_PRACTICE_FLAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.Aims;
import io.aims.law.Classification;
import io.aims.system.AiSystem;
import io.aims.system.identity.Jurisdiction;
import io.aims.system.regulation.ProhibitedPractice;
import io.aims.system.technique.LogicOrigin;
import io.aims.treatment.ControlStates;
import io.aims.treatment.portfolio.Portfolio;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class LawReportTest {

    private static final Aims AIMS = Aims.standard();
    private static final String LAW = "eu-ai-act";
    private static final AiSystem EMPTY = AiSystem.named("empty").build();
    private static final AiSystem ABROAD =
            AiSystem.named("abroad").exactly(JURISDICTIONS, Jurisdiction.US).build();
    private static final AiSystem MOOD = AiSystem.named("mood")
            .exactly(JURISDICTIONS, Jurisdiction.EU)
            .answer(LOGIC_ORIGIN, LogicOrigin.MACHINE_LEARNED)
            .exactly(PROHIBITED_PRACTICE_FLAGS, ProhibitedPractice.ART_5_1_F)
            .build();

    @AfterAll
    static void close() {
        AIMS.close();
    }

    private static Document page(AiSystem system) {
        return Reported.parsed(
                Reported.report(AIMS, system, ControlStates.unknown()).html());
    }

    private static String text(Document page, String section) {
        return page.getElementById(section) == null
                ? Reported.elements(page, "section").stream()
                        .filter(each -> each.getAttribute("id").equals(section))
                        .map(Element::getTextContent)
                        .findFirst()
                        .orElse("")
                : page.getElementById(section).getTextContent();
    }

    @Test
    void a_prohibited_practice_that_stands_is_said_before_everything_else() {
        Document page = page(MOOD);
        Element first = Reported.elements(page, "div").stream()
                .filter(each -> each.getAttribute("class").equals("verdict stop"))
                .findFirst()
                .orElseThrow();

        assertThat(first.getTextContent())
                .contains("Stop", "must not be used as described", "Art. 5(1)(f)", "prohibited practice flags: 5_1_f")
                .contains("It stands until it is shown that the system is outside the law.");
        assertThat(text(page(ABROAD), "brief")).doesNotContain("must not be used as described");
    }

    @Test
    void the_section_tells_classes_reasons_duties_and_questions_and_what_it_is_not() {
        String open = text(page(EMPTY), "law-eu-ai-act");

        assertThat(open)
                .contains("Not decided yet", "no legal advice", "sources read up to", "Not known whether owed")
                .contains("infersBeyondRules")
                .doesNotContainIgnoringCase("compliant");
        assertThat(text(page(ABROAD), "law-eu-ai-act"))
                .contains("Outside the law.", "jurisdictions: US", "Nothing that this law asks");
    }

    @Test
    void a_classification_of_another_system_and_a_second_one_by_the_same_law_are_refused() {
        SystemReport report = Reported.report(AIMS, MOOD, ControlStates.unknown());
        Classification same = AIMS.classify(MOOD, LAW);
        Classification other = AIMS.classify(ABROAD, LAW);

        assertThatThrownBy(() -> report.with(same)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> report.with(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void systems_are_counted_by_class_in_any_order() {
        ClassCounts one = ClassCounts.of(AIMS.classify(EMPTY, LAW));
        ClassCounts two = ClassCounts.of(AIMS.classify(ABROAD, LAW));
        ClassCounts three = ClassCounts.of(AIMS.classify(MOOD, LAW));
        ClassCounts all =
                ClassCounts.none(AIMS.laws().get(0)).plus(one).plus(two).plus(three);

        assertThat(all).isEqualTo(three.plus(two.plus(one)));
        assertThat(all.systems()).isEqualTo(3);
        assertThat(all.stopped()).isEqualTo(1);
        assertThat(all.undecided()).isEqualTo(2);
        assertThat(all.rows().stream().map(ClassCounts.Row::decided)).containsExactly(0L, 0L, 0L, 1L);
        assertThat(all.rows().stream().map(ClassCounts.Row::possible)).containsExactly(2L, 1L, 1L, 3L);
    }

    @Test
    void the_page_and_the_text_about_all_systems_show_the_counts() {
        ClassCounts counts = ClassCounts.of(AIMS.classify(ABROAD, LAW));
        Portfolio portfolio = Portfolio.of(AIMS.residual(AIMS.evaluate(ABROAD), ControlStates.unknown()), 10);
        PortfolioReport report = PortfolioReport.of(portfolio, AIMS.criteria());

        assertThat(List.of(
                        report.with(counts).html().contains("Outside the law"),
                        report.with(counts).markdown().contains("| Outside the law | 1 | 0 |"),
                        report.html().contains("Outside the law")))
                .containsExactly(true, true, false);
    }
}
