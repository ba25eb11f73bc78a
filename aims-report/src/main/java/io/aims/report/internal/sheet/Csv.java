package io.aims.report.internal.sheet;

import io.aims.text.CsvText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a table as comma-separated values: RFC 4180, lines end with CR and LF, every cell in quotation marks.
 *
 * @param byteOrderMark whether the text begins with a byte order mark, by which Excel knows that it is UTF-8
 * @param guarded whether an apostrophe stands before text that a spreadsheet would take for a formula
 */
public record Csv(boolean byteOrderMark, boolean guarded) {

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
                        .map(column -> CsvText.cell(column.title()))
                        .collect(Collectors.joining(",")))
                .append(CsvText.ROW_END);
        for (List<Cell> row : sheet.rows()) {
            out.append(row.stream()
                            .map(cell -> CsvText.cell(cell.text(guarded ? CsvText::guarded : line -> line)))
                            .collect(Collectors.joining(",")))
                    .append(CsvText.ROW_END);
        }
        return out.toString();
    }
}
