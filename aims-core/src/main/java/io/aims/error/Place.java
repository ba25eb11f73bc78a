package io.aims.error;

import io.aims.text.Quoted;
import java.io.Serializable;

/**
 * A place in a document.
 *
 * @param document the name of the document, for example a file name
 * @param line the line, from 1
 * @param column the column, from 1, in characters
 * @since 0.1
 */
public record Place(String document, int line, int column) implements Comparable<Place>, Serializable {

    /**
     * Returns the place as messages show it, for example {@code loan.yaml:14:29}.
     *
     * @return the text, with the name of the document escaped, and its beginning cut off if it is long
     */
    @Override
    public String toString() {
        return Quoted.end(document) + ':' + line + ':' + column;
    }

    @Override
    public int compareTo(Place other) {
        int order = document.compareTo(other.document);
        if (order == 0) {
            order = Integer.compare(line, other.line);
        }
        return order != 0 ? order : Integer.compare(column, other.column);
    }
}
