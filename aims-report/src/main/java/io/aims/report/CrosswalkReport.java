package io.aims.report;

import io.aims.crosswalk.Comparison;
import io.aims.crosswalk.Coverage;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.Relation;
import io.aims.report.internal.page.Frame;
import io.aims.report.internal.page.PageOutput;
import io.aims.report.internal.sheet.Cell;
import io.aims.report.internal.sheet.Csv;
import io.aims.report.internal.sheet.MarkdownText;
import io.aims.report.internal.sheet.Sheet;
import io.aims.report.internal.template.JtecrosswalkGenerated;
import io.aims.report.internal.view.CrosswalkView;
import io.aims.report.internal.view.ReuseView;
import io.aims.source.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * How two frameworks compare, as a page, a text or a table: every mapping with relation, basis, confidence and source, and what
 * is mapped of both.
 *
 * <p>The same input gives the same bytes. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 Annex D
 * @since 0.1
 */
public final class CrosswalkReport {

    private static final List<Sheet.Column> COLUMNS = List.of(
            new Sheet.Column("from_framework", 20),
            new Sheet.Column("from", 16),
            new Sheet.Column("from_label", 40),
            new Sheet.Column("relation", 18),
            new Sheet.Column("to_framework", 20),
            new Sheet.Column("to", 16),
            new Sheet.Column("to_label", 40),
            new Sheet.Column("source", 60),
            new Sheet.Column("basis", 22),
            new Sheet.Column("confidence", 12),
            new Sheet.Column("note", 60),
            new Sheet.Column("from_title", 24),
            new Sheet.Column("from_edition", 12),
            new Sheet.Column("to_title", 24),
            new Sheet.Column("to_edition", 12));

    private static final Sheet.Column VIA = new Sheet.Column("via", 24);

    private final Comparison comparison;

    private CrosswalkReport(Comparison comparison) {
        this.comparison = comparison;
    }

    /**
     * Prepares a report.
     *
     * @param comparison the comparison
     * @return the report
     */
    public static CrosswalkReport of(Comparison comparison) {
        return new CrosswalkReport(comparison);
    }

    /**
     * Writes one page that needs nothing beside itself: no script, no request.
     *
     * @return HTML that is well-formed XML too
     */
    public String html() {
        CrosswalkView view = new CrosswalkView(comparison);
        Frame frame = new Frame("Crosswalk", view.title(), "", view.facts(), view.contents(), view.limits());
        return PageOutput.of(out -> JtecrosswalkGenerated.render(out, null, frame, view));
    }

    /**
     * Writes a text with the same tables.
     *
     * @return Markdown with tables, as many programs show it
     */
    public String markdown() {
        CrosswalkView view = new CrosswalkView(comparison);
        MarkdownText page = new MarkdownText().heading(1, view.title());
        view.sentences().forEach(page::paragraph);
        List<String> columns = new ArrayList<>(List.of("Framework"));
        CrosswalkView.relations().forEach(relation -> columns.add(relation.words()));
        columns.add("not mapped");
        page.table(columns, view.sides().stream().map(CrosswalkReport::side).toList());
        page.heading(2, "Mappings");
        page.table(
                List.of("Element", "Relation", "Element", "Confidence", "Source"),
                comparison.mappings().stream()
                        .map(mapping -> List.of(
                                Cell.of(view.element(mapping.from())),
                                Cell.of(mapping.relation().words()),
                                Cell.of(view.element(mapping.to())),
                                Cell.of(ReuseView.support(mapping)),
                                new Cell(CrosswalkView.stated(mapping))))
                        .toList());
        page.heading(2, "Not mapped");
        for (Coverage.Side side : view.sides()) {
            page.heading(3, side.framework().toString());
            page.list(side.unmapped().stream().map(Element::toString).toList());
            if (side.unmapped().isEmpty()) {
                page.paragraph("Every element is mapped.");
            }
        }
        page.heading(2, "Limits of the method");
        page.list(view.limits());
        return page.toString();
    }

    private static List<Cell> side(Coverage.Side side) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(side.framework().toString()));
        for (Relation relation : Relation.values()) {
            cells.add(Cell.of(String.valueOf(side.count(relation))));
        }
        cells.add(Cell.of(String.valueOf(side.unmapped().size())));
        return cells;
    }

    /**
     * Writes the mappings as comma-separated values, in the form in which AIMS reads crosswalks of others. If some of them
     * follow from others, there is one more column with the elements through which they do; such a table is not read as a
     * crosswalk, because nobody states these.
     *
     * @param form in which form
     * @return the text; write it as UTF-8
     */
    public String csv(CsvForm form) {
        List<Sheet.Column> columns = new ArrayList<>(COLUMNS);
        if (comparison.composed() > 0) {
            columns.add(VIA);
        }
        Sheet sheet = new Sheet(
                "Crosswalk",
                columns,
                comparison.mappings().stream()
                        .map(mapping -> row(mapping).subList(0, columns.size()))
                        .toList());
        return new Csv(form.byteOrderMark(), form.formulasGuarded()).write(sheet);
    }

    private List<Cell> row(Mapping mapping) {
        return List.of(
                Cell.of(mapping.from().framework().value()),
                Cell.of(mapping.from().value()),
                Cell.of(label(mapping.from())),
                Cell.of(mapping.relation().name()),
                Cell.of(mapping.to().framework().value()),
                Cell.of(mapping.to().value()),
                Cell.of(label(mapping.to())),
                new Cell(mapping.sources().stream().map(Source::citation).toList()),
                Cell.of(mapping.basis().name()),
                Cell.of(mapping.confidence().name()),
                Cell.of(mapping.note()),
                Cell.of(comparison.from().title()),
                Cell.of(comparison.from().edition()),
                Cell.of(comparison.to().title()),
                Cell.of(comparison.to().edition()),
                Cell.of(CrosswalkView.passed(mapping)));
    }

    private String label(ElementId id) {
        return comparison.element(id).label();
    }
}
