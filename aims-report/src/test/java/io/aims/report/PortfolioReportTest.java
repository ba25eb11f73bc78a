package io.aims.report;

import static io.aims.report.Inputs.AIMS;
import static io.aims.report.Inputs.DAY;
import static io.aims.system.identity.Jurisdiction.EU;
import static io.aims.system.regulation.ProhibitedPractice.ART_5_1_C;
import static io.aims.system.vocabulary.Characteristics.JURISDICTIONS;
import static io.aims.system.vocabulary.Characteristics.PROHIBITED_PRACTICE_FLAGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.report.internal.sheet.Hostile;
import io.aims.system.AiSystem;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.portfolio.Portfolio;
import io.aims.treatment.portfolio.PortfolioCollector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortfolioReportTest {

    private static final int FIVE_MEGABYTES = 5_000_000;

    @Test
    void what_must_stop_stands_first() throws Exception {
        AiSystem scoring = AiSystem.named("scoring")
                .name("Neighbour scoring")
                .containing(JURISDICTIONS, EU)
                .containing(PROHIBITED_PRACTICE_FLAGS, ART_5_1_C)
                .build();
        List<ResidualProfile> systems = new ArrayList<>(Inputs.systems());
        systems.add(AIMS.residual(AIMS.evaluate(scoring, DAY), ControlStates.unknown(), DAY));
        PortfolioReport report = report(systems);

        String page = Inputs.parsed(report.html()).getDocumentElement().getTextContent();
        assertThat(page.indexOf("Neighbour scoring")).isPositive().isLessThan(page.indexOf("Systems by overall level"));
        assertThat(page).contains("1 system is prohibited as described.");
        assertThat(report.markdown()).contains("## Must not be used as described\n\n| System | Rules |");
        assertThat(report(Inputs.systems()).html()).doesNotContain("Must not be used as described");
    }

    @Test
    void every_number_of_a_bar_stands_in_a_table_too() throws Exception {
        Portfolio portfolio = portfolio(Inputs.systems());
        String text = PortfolioReport.of(portfolio, AIMS.criteria()).markdown();

        portfolio
                .objectives()
                .forEach(objective -> assertThat(text)
                        .contains("| " + objective.objective().title() + " ("
                                + objective.objective().id() + ") |"));
        portfolio
                .controls()
                .forEach(reach -> assertThat(text)
                        .contains(
                                "| " + reach.control() + " | " + reach.safeguarded() + " | " + reach.inPlace() + " |"));
    }

    @Test
    void systems_link_to_their_pages_if_they_have_one() {
        PortfolioReport report =
                report(Inputs.systems()).linking(Map.of("loans", "loans.html", "pumps", "javascript:alert(1)"));

        assertThat(report.html())
                .contains("<a href=\"loans.html\">Loans</a>")
                .doesNotContain("href=\"javascript")
                .doesNotContain("href=\"doors");
    }

    @Test
    void hostile_names_are_text() throws Exception {
        List<ResidualProfile> systems = new ArrayList<>();
        for (int at = 0; at < Hostile.TEXTS.size(); at++) {
            AiSystem system = AiSystem.named("s" + at)
                    .name(Hostile.TEXTS.get(at))
                    .suppliers("<script>alert(1)</script>")
                    .build();
            systems.add(AIMS.residual(AIMS.evaluate(system, DAY), ControlStates.unknown(), DAY));
        }
        PortfolioReport report = report(systems);

        String page = report.html();
        assertThat(Inputs.parsed(page).getElementsByTagName("script").getLength())
                .isZero();
        assertThat(Inputs.parsed(page).getElementsByTagName("img").getLength()).isZero();
        assertThat(page).contains("&lt;script&gt;").doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]");
        assertThat(report.markdown())
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n]]")
                .doesNotContainPattern("(?<!\\\\)<(?!br>)");
    }

    @Test
    void a_thousand_systems_make_a_page_of_less_than_five_megabytes() {
        ResidualProfile first = Inputs.profile("s", "A system of which the name is as long as such names are");
        Portfolio one = Portfolio.of(first, 1_000);
        PortfolioCollector collector = Portfolio.collect(1_000);
        IntStream.range(0, 1_000).forEach(number -> collector.add(one));
        PortfolioReport report = PortfolioReport.of(collector.portfolio(), AIMS.criteria());

        assertThat(report.html().getBytes(StandardCharsets.UTF_8).length).isBetween(100_000, FIVE_MEGABYTES);
        assertThat(report.html()).contains("1,000 AI systems", "The next 950");
    }

    @Test
    void without_systems_it_says_so() throws Exception {
        PortfolioReport report = report(List.of());

        Inputs.parsed(report.html());
        assertThat(report.markdown()).contains("There is no system in this portfolio.");
    }

    @Test
    void equal_portfolios_give_equal_bytes() {
        List<ResidualProfile> systems = Inputs.systems();
        List<ResidualProfile> others = List.of(systems.get(2), systems.get(0), systems.get(1));

        assertThat(report(others).html()).isEqualTo(report(systems).html());
        assertThat(report(others).markdown()).isEqualTo(report(systems).markdown());
    }

    private static PortfolioReport report(List<ResidualProfile> systems) {
        return PortfolioReport.of(portfolio(systems), AIMS.criteria());
    }

    private static Portfolio portfolio(List<ResidualProfile> systems) {
        PortfolioCollector collector = Portfolio.collect(20);
        systems.forEach(collector::add);
        return collector.portfolio();
    }

    @Test
    void systems_without_a_word_about_controls_are_not_taken_for_safe() {
        PortfolioReport told = report(List.of(Inputs.profile("loans", "Loans")));
        assertThat(told.markdown()).doesNotContain("nothing is said about any control");

        AiSystem silent = AiSystem.named("silent").build();
        PortfolioReport report =
                report(List.of(AIMS.residual(AIMS.evaluate(silent, DAY), ControlStates.unknown(), DAY)));

        assertThat(report.markdown()).contains("Of 1 system nothing is said about any control: what is certain");
        assertThat(report.html()).contains("nothing is said about any control");
    }
}
