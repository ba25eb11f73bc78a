package io.aims.catalog.document;

import java.util.List;

/**
 * A record of a CSV file.
 *
 * @param number its number, from 1, the header and blank lines not counted
 * @param line the line at which it begins, from 1
 * @param cells the cells as they stand, without the quotation marks around them
 * @param stray whether quotation marks stood where none belong
 * @since 0.1
 */
public record CsvRecord(long number, int line, List<String> cells, boolean stray) {

    /** Copies the list of cells. */
    public CsvRecord {
        cells = List.copyOf(cells);
    }
}
