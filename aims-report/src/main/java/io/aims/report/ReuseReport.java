package io.aims.report;

import io.aims.control.Catalogue;
import io.aims.crosswalk.ReuseSurvey;
import io.aims.report.internal.page.Frame;
import io.aims.report.internal.page.PageOutput;
import io.aims.report.internal.template.JtereuseGenerated;
import io.aims.report.internal.view.ReuseView;

/**
 * What an organisation that runs one framework can reuse for the catalogue, as a page or a text: in brief, what has to hold,
 * an order of work, the clauses, and every control with what is there, what remains to be built and on whose word.
 *
 * <pre>{@code
 * ReuseSurvey survey = ReuseSurvey.of(aims.catalogue(), crosswalks, ReuseGuides.iso27001());
 * Files.writeString(Path.of("reuse.html"), ReuseReport.of(survey, aims.catalogue()).html());
 * }</pre>
 *
 * <p>It compares frameworks and says nothing about an organisation. The same input gives the same bytes. Immutable and
 * thread-safe.
 *
 * @clause ISO/IEC 42001:2023 4 to 10, Annex A
 * @since 0.1
 */
public final class ReuseReport {

    private final ReuseView view;

    private ReuseReport(ReuseView view) {
        this.view = view;
    }

    /**
     * Prepares a report.
     *
     * @param survey what can be reused
     * @param catalogue the catalogue of its controls
     * @return the report
     */
    public static ReuseReport of(ReuseSurvey survey, Catalogue catalogue) {
        return new ReuseReport(ReuseView.of(survey, catalogue));
    }

    /**
     * Writes one page that needs nothing beside itself: no script, no request.
     *
     * @return HTML that is well-formed XML too
     */
    public String html() {
        Frame frame = new Frame(
                "Reuse of a management system",
                view.title(),
                view.lead(),
                view.facts(),
                view.contents(),
                view.limits());
        return PageOutput.of(out -> JtereuseGenerated.render(out, null, frame, view));
    }

    /**
     * Writes a text that says the same.
     *
     * @return Markdown with tables, as many programs show it
     */
    public String markdown() {
        return new ReuseMarkdown(view).text();
    }
}
