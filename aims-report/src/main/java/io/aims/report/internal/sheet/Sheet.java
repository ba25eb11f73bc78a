package io.aims.report.internal.sheet;

import java.util.List;

/**
 * A table: columns and rows, whatever format it is written in.
 *
 * @param name what the table is called, at most 31 characters
 * @param columns the columns
 * @param rows the rows, each with one cell a column
 */
public record Sheet(String name, List<Column> columns, List<List<Cell>> rows) {

    /**
     * A column.
     *
     * @param title what stands above it
     * @param width how wide it is, in characters
     */
    public record Column(String title, int width) {}

    /** Copies the lists and checks that they fit. */
    public Sheet {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row of " + row.size() + " cells does not fit " + columns.size() + " columns");
            }
        }
    }
}
