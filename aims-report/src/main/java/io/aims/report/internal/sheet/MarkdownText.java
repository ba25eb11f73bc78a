package io.aims.report.internal.sheet;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts together Markdown in which foreign text stays text. Not thread-safe. */
public final class MarkdownText {

    private static final String ANYWHERE = "\\`*_[]<>#|~&";
    private static final Pattern AT_THE_BEGINNING = Pattern.compile("^([-+=]|[0-9]+(?=[.)]))");
    private static final Pattern LINK = Pattern.compile("(?i)(:(?=//)|(?<=www)\\.|(?<=mailto|xmpp):)");

    private final StringBuilder out = new StringBuilder();

    /** Begins an empty text. */
    public MarkdownText() {}

    /**
     * Returns foreign text that Markdown shows as it is: on one line, without markup and without links.
     *
     * @param text any text
     * @return the text, escaped
     */
    public static String escaped(String text) {
        String line = Line.of(text);
        StringBuilder out = new StringBuilder(line.length() + 16);
        line.chars().forEach(c -> {
            if (ANYWHERE.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append((char) c);
        });
        String unlinked = LINK.matcher(out).replaceAll("\\\\$1");
        return AT_THE_BEGINNING
                .matcher(unlinked)
                .replaceFirst(begin -> Character.isDigit(begin.group(1).charAt(0))
                        ? begin.group(1) + "\\\\"
                        : "\\\\" + begin.group(1));
    }

    /**
     * Adds a heading.
     *
     * @param level from 1, the title
     * @param text any text
     * @return this
     */
    public MarkdownText heading(int level, String text) {
        gap().append("#".repeat(level)).append(' ').append(escaped(text)).append('\n');
        return this;
    }

    /**
     * Adds a paragraph.
     *
     * @param text any text
     * @return this
     */
    public MarkdownText paragraph(String text) {
        gap().append(escaped(text)).append('\n');
        return this;
    }

    /**
     * Adds a list, or nothing if it has no items.
     *
     * @param items any texts
     * @return this
     */
    public MarkdownText list(List<String> items) {
        if (!items.isEmpty()) {
            gap();
            items.forEach(item -> out.append("- ").append(escaped(item)).append('\n'));
        }
        return this;
    }

    /**
     * Adds what is said under a label, or nothing if nothing is: one line beside the label, more as a list below.
     *
     * @param label the label
     * @param lines any texts
     * @return this
     */
    public MarkdownText labelled(String label, List<String> lines) {
        if (lines.stream().anyMatch(line -> !line.isBlank())) {
            gap().append("**").append(escaped(label)).append(":**");
            if (lines.size() == 1) {
                out.append(' ').append(escaped(lines.get(0))).append('\n');
            } else {
                out.append('\n');
                list(lines);
            }
        }
        return this;
    }

    /**
     * Adds a table, or nothing if it has no rows.
     *
     * @param columns what stands above the columns
     * @param rows the rows, each with one cell a column
     * @return this
     */
    public MarkdownText table(List<String> columns, List<List<Cell>> rows) {
        if (!rows.isEmpty()) {
            gap();
            row(columns.stream().map(MarkdownText::escaped).toList());
            out.append('|').append(" --- |".repeat(columns.size())).append('\n');
            rows.forEach(row -> row(row.stream().map(MarkdownText::inTable).toList()));
        }
        return this;
    }

    private static String inTable(Cell cell) {
        return cell.lines().stream().map(MarkdownText::escaped).collect(Collectors.joining("<br>"));
    }

    private void row(List<String> cells) {
        out.append('|');
        cells.forEach(cell -> out.append(' ').append(cell).append(cell.isEmpty() ? "|" : " |"));
        out.append('\n');
    }

    private StringBuilder gap() {
        return out.isEmpty() ? out : out.append('\n');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
