package io.aims.report.internal.sheet;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a table as comma-separated values: RFC 4180, lines end with CR and LF, every cell in quotation marks.
 *
 * @param byteOrderMark whether the text begins with a byte order mark, by which Excel knows that it is UTF-8
 * @param guarded whether an apostrophe stands before text that a spreadsheet would take for a formula
 */
public record Csv(boolean byteOrderMark, boolean guarded) {

    private static final String LINE_END = "\r\n";
    private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

    /**
     * Writes a table.
     *
     * @param sheet a table
     * @return the text
     */
    public String write(Sheet sheet) {
        StringBuilder out = new StringBuilder();
        if (byteOrderMark) {
            out.append('\ufeff');
        }
        out.append(sheet.columns().stream()
                        .map(column -> quoted(column.title()))
                        .collect(Collectors.joining(",")))
                .append(LINE_END);
        for (List<Cell> row : sheet.rows()) {
            out.append(row.stream()
                            .map(cell -> quoted(cell.text(guarded ? Csv::guard : line -> line)))
                            .collect(Collectors.joining(",")))
                    .append(LINE_END);
        }
        return out.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /**
     * Puts an apostrophe before what would be a formula at the beginning of a cell. Where the list separator is a semicolon,
     * a spreadsheet that opens the file begins a cell behind each semicolon and line end as well.
     */
    static String guard(String line) {
        StringBuilder out = new StringBuilder(line.length() + 1);
        boolean begins = true;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (begins && FORMULA.indexOf(c) >= 0) {
                out.append('\'');
            }
            out.append(c);
            begins = c == ';' || begins && (c == ' ' || c == '"');
        }
        return out.toString();
    }
}
