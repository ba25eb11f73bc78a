package io.aims.cli;

import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers in columns under short headings, each row beginning with a label that is cut if it is too long. Columns are as wide
 * as they need to be; a heading may have several lines. Not thread-safe.
 */
final class Table {

    private static final int GAP = 2;
    private static final int NARROWEST_LABEL = 8;

    private final String label;
    private final List<String> headings;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String label, List<String> cells) {}

    Table(String label, List<String> headings) {
        this.label = label;
        this.headings = List.copyOf(headings);
    }

    /** Adds a row with as many cells as there are headings. */
    Table row(String rowLabel, List<String> cells) {
        if (cells.size() != headings.size()) {
            throw new IllegalArgumentException("A row has one cell for each of " + headings + ", not " + cells);
        }
        rows.add(new Row(Quoted.whole(rowLabel), List.copyOf(cells)));
        return this;
    }

    /** Writes the table on a page. */
    void write(Page page, int indent, int width) {
        int[] widths = new int[headings.size()];
        int numbers = 0;
        for (int column = 0; column < widths.length; column++) {
            widths[column] =
                    headings.get(column).lines().mapToInt(Page::columns).max().orElse(0);
            for (Row row : rows) {
                widths[column] =
                        Math.max(widths[column], Page.columns(row.cells().get(column)));
            }
            numbers += GAP + widths[column];
        }
        int longest =
                rows.stream().mapToInt(row -> Page.columns(row.label())).max().orElse(0);
        int labels = Math.max(NARROWEST_LABEL, Math.min(longest, width - indent - numbers));
        int lines = (int) headings.stream()
                .mapToLong(heading -> heading.lines().count())
                .max()
                .orElse(1);
        for (int above = lines - 1; above >= 0; above--) {
            int height = above;
            List<String> cells = headings.stream()
                    .map(heading -> fromBelow(heading.lines().toList(), height))
                    .toList();
            line(page, indent, Style.QUIET, labels, above == 0 ? label : "", widths, cells);
        }
        rows.forEach(row -> line(page, indent, Style.PLAIN, labels, row.label(), widths, row.cells()));
    }

    private static String fromBelow(List<String> lines, int height) {
        return height < lines.size() ? lines.get(lines.size() - 1 - height) : "";
    }

    private static void line(
            Page page, int indent, Style style, int labels, String label, int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder(cut(label, labels));
        line.append(" ".repeat(labels - Page.columns(line.toString())));
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            line.append(" ".repeat(GAP + widths[column] - Page.columns(cell))).append(cell);
        }
        page.text(indent, new Span(line.toString().stripTrailing().replace(" ", Page.NO_BREAK), style));
    }

    private static String cut(String text, int columns) {
        if (Page.columns(text) <= columns) {
            return text;
        }
        StringBuilder shorter = new StringBuilder();
        int used = 0;
        for (int c : text.codePoints().toArray()) {
            String next = Character.toString(c);
            used += Page.columns(next);
            if (used > columns - 3) {
                break;
            }
            shorter.append(next);
        }
        return shorter.toString().stripTrailing() + "...";
    }
}
