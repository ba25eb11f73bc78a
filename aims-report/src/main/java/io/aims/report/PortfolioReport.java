package io.aims.report;

import io.aims.report.internal.page.Frame;
import io.aims.report.internal.page.PageOutput;
import io.aims.report.internal.template.JteportfolioGenerated;
import io.aims.report.internal.view.PortfolioView;
import io.aims.risk.RiskCriteria;
import io.aims.treatment.portfolio.Portfolio;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio as a page or a text: what must stop, how many systems are at which level, which deserve attention first, what
 * they share, which controls reach how far, what is amiss, and which questions would settle most.
 *
 * <p>A page lists all systems that the portfolio keeps; its limit is what bounds the page. The same input gives the same
 * bytes. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.2, 6.1.3, 8.2
 * @since 0.1
 */
public final class PortfolioReport {

    private final Portfolio portfolio;
    private final List<String> limits;
    private final @Nullable String title;
    private final Map<String, String> pages;
    private final List<ClassCounts> classes;

    private PortfolioReport(
            Portfolio portfolio,
            List<String> limits,
            @Nullable String title,
            Map<String, String> pages,
            List<ClassCounts> classes) {
        this.portfolio = portfolio;
        this.limits = limits;
        this.title = title;
        this.pages = Map.copyOf(pages);
        this.classes = List.copyOf(classes);
    }

    /**
     * Prepares a report. Its title is the number of systems.
     *
     * @param portfolio the portfolio
     * @param criteria the criteria on which it rests, which say what the method cannot do
     * @return the report
     */
    public static PortfolioReport of(Portfolio portfolio, RiskCriteria criteria) {
        return new PortfolioReport(portfolio, criteria.limits(), null, Map.of(), List.of());
    }

    /**
     * Returns the same report with another title.
     *
     * @param organisation what the portfolio is about: an organisation, a part of it, a scope
     * @return the report
     */
    public PortfolioReport titled(String organisation) {
        return new PortfolioReport(portfolio, limits, organisation, pages, classes);
    }

    /**
     * Returns the same report with links to the pages of systems.
     *
     * @param addresses the addresses of pages by the ids of systems, relative to this page; who has none gets no link
     * @return the report
     */
    public PortfolioReport linking(Map<String, String> addresses) {
        return new PortfolioReport(portfolio, limits, title, addresses, classes);
    }

    /**
     * Returns the same report with how many systems are in which class of a law.
     *
     * @param counts counts over the same systems
     * @return the report
     */
    public PortfolioReport with(ClassCounts counts) {
        return new PortfolioReport(
                portfolio,
                limits,
                title,
                pages,
                Stream.concat(classes.stream(), Stream.of(counts)).toList());
    }

    /**
     * Writes one page that needs nothing beside itself: no script, no request.
     *
     * @return HTML that is well-formed XML too
     */
    public String html() {
        PortfolioView view = view();
        Frame frame = new Frame("AI risk portfolio", view.title(), "", view.facts(), view.contents(), limits);
        return PageOutput.of(out -> JteportfolioGenerated.render(out, null, frame, view));
    }

    /**
     * Writes a text with the same tables.
     *
     * @return Markdown with tables, as many programs show it
     */
    public String markdown() {
        return new PortfolioMarkdown(view(), limits).text();
    }

    private static PortfolioView.ClassTable table(ClassCounts counts) {
        return new PortfolioView.ClassTable(
                "law-" + counts.law().id(),
                counts.title(),
                counts.systems(),
                counts.stopped(),
                counts.undecided(),
                counts.rows().stream()
                        .map(row ->
                                new PortfolioView.ClassRow(row.title(), row.decided(), row.possible() - row.decided()))
                        .toList());
    }

    private PortfolioView view() {
        return PortfolioView.of(
                title,
                portfolio,
                pages,
                classes.stream().map(PortfolioReport::table).toList());
    }
}
