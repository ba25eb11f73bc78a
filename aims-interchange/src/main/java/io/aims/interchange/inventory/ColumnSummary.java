package io.aims.interchange.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the cells of one column were taken. The four counts together are the number of records.
 *
 * @param column the id of the column in the mapping
 * @param title its header, or its position
 * @param present whether the file has the column
 * @param understood cells that told something
 * @param unknown cells that were filled and told nothing, as the mapping expects
 * @param blank cells without an answer
 * @param odd cells that the mapping does not know, taken as unknown
 * @param oddValues odd values with their counts, escaped and cut, in the order found; the first hundred
 * @since 0.1
 */
public record ColumnSummary(
        String column,
        String title,
        boolean present,
        long understood,
        long unknown,
        long blank,
        long odd,
        Map<String, Long> oddValues) {

    /** Copies the map. */
    public ColumnSummary {
        oddValues = Collections.unmodifiableMap(new LinkedHashMap<>(oddValues));
    }
}
