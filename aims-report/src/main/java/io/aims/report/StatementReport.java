package io.aims.report;

import io.aims.control.Catalogue;
import io.aims.error.AimsException;
import io.aims.report.internal.page.Frame;
import io.aims.report.internal.page.PageOutput;
import io.aims.report.internal.sheet.Csv;
import io.aims.report.internal.sheet.Xlsx;
import io.aims.report.internal.template.JtestatementGenerated;
import io.aims.report.internal.view.StatementLines;
import io.aims.report.internal.view.StatementView;
import io.aims.risk.RiskCriteria;
import io.aims.treatment.statement.StatementDiff;
import io.aims.treatment.statement.StatementOfApplicability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Statement of Applicability as a page, a text, a table or a workbook. Every format has a row for every control, with the
 * same words in it; what is said by others stands in it as text, whatever it looks like.
 *
 * <pre>{@code
 * StatementReport report = StatementReport.of(statement, aims.catalogue(), aims.criteria()).titled("Savings bank");
 * Files.writeString(Path.of("statement.html"), report.html());
 * Files.write(Path.of("statement.xlsx"), report.xlsx());
 * }</pre>
 *
 * <p>The same input gives the same bytes. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public final class StatementReport {

    private static final String KIND = "Statement of Applicability";

    private final StatementOfApplicability statement;
    private final Catalogue catalogue;
    private final List<String> limits;
    private final @Nullable String title;
    private final @Nullable StatementOfApplicability earlier;

    private StatementReport(
            StatementOfApplicability statement,
            Catalogue catalogue,
            List<String> limits,
            @Nullable String title,
            @Nullable StatementOfApplicability earlier) {
        this.statement = statement;
        this.catalogue = catalogue;
        this.limits = limits;
        this.title = title;
        this.earlier = earlier;
    }

    /**
     * Prepares a report. Its title is the name of the one system in scope, or the number of systems.
     *
     * @param statement the statement
     * @param catalogue the catalogue of its controls
     * @param criteria the criteria on which it rests, which say what the method cannot do
     * @return the report
     */
    public static StatementReport of(StatementOfApplicability statement, Catalogue catalogue, RiskCriteria criteria) {
        return new StatementReport(statement, catalogue, criteria.limits(), null, null);
    }

    /**
     * Returns the same report with another title.
     *
     * @param organisation what the statement is about: an organisation, a part of it, a scope
     * @return the report
     */
    public StatementReport titled(String organisation) {
        return new StatementReport(statement, catalogue, limits, organisation, earlier);
    }

    /**
     * Returns the same report with what changed since an earlier statement: in the page, the text and the workbook.
     *
     * @param former the earlier statement, derived or read from a file
     * @return the report
     */
    public StatementReport since(StatementOfApplicability former) {
        return new StatementReport(statement, catalogue, limits, title, former);
    }

    /**
     * Writes one page that needs nothing beside itself: no script, no request.
     *
     * @return HTML that is well-formed XML too
     */
    public String html() {
        StatementView view = view();
        Frame frame = new Frame(KIND, view.title(), "", view.facts(), view.contents(), limits);
        return PageOutput.of(out -> JtestatementGenerated.render(out, null, frame, view));
    }

    /**
     * Writes a text: first in brief, then every control with its reasons.
     *
     * @return Markdown with tables, as many programs show it
     */
    public String markdown() {
        return new StatementMarkdown(view(), limits).text();
    }

    /**
     * Writes the rows as comma-separated values.
     *
     * @param form in which form
     * @return the text; write it as UTF-8
     */
    public String csv(CsvForm form) {
        return new Csv(form.byteOrderMark(), form.formulasGuarded()).write(table().controls());
    }

    /**
     * Writes a workbook: the rows on one sheet; basis, decisions, refusals and limits on another. Every cell is text. The
     * time of creation in it is the day of the statement, or absent if it has none.
     *
     * @return the bytes of an {@code .xlsx} file
     * @throws AimsException AIMS-6001, if the library that writes workbooks, {@code org.dhatim:fastexcel}, is absent
     */
    public byte[] xlsx() {
        StatementTable table = table();
        return Xlsx.write(
                KIND + ": " + view().title(), statement.asOf().orElse(null), List.of(table.controls(), table.basis()));
    }

    private StatementTable table() {
        return new StatementTable(statement, lines(), limits);
    }

    private StatementView view() {
        return StatementView.of(title, lines(), earlier != null, catalogue);
    }

    private StatementLines lines() {
        StatementOfApplicability former = earlier;
        return former == null
                ? StatementLines.of(statement)
                : StatementLines.of(StatementDiff.between(former, statement));
    }
}
