package io.aims.crosswalk;

import io.aims.error.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows that belong together, with the frameworks they bring along: the content of one file.
 *
 * @param name the name, for messages
 * @param frameworks frameworks that are described here
 * @param rows the rows, in the order in which they stand
 * @since 0.1
 */
public record Crosswalk(String name, List<Framework> frameworks, List<Row> rows) {

    /** Copies the lists. */
    public Crosswalk {
        frameworks = List.copyOf(frameworks);
        rows = List.copyOf(rows);
    }

    /**
     * A stated mapping and what is to happen if another crosswalk has its pair of elements already.
     *
     * @param mapping what is stated
     * @param replaces whether it takes the place of a row on the same two elements; there has to be one
     * @param where where it stands, or {@code null}
     * @since 0.1
     */
    public record Row(
            Mapping mapping, boolean replaces, @Nullable Place where) {

        /** Checks that the mapping is stated. */
        public Row {
            if (!mapping.isStated()) {
                throw new IllegalArgumentException("What follows from others is no row: " + mapping);
            }
        }

        /**
         * Returns where the row stands.
         *
         * @return the place, if there is one
         */
        public Optional<Place> place() {
            return Optional.ofNullable(where);
        }
    }
}
