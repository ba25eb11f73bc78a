package io.aims.rules.internal.files;

import io.aims.catalog.document.Node;
import io.aims.error.Place;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A YAML file of a pack.
 *
 * @param root its root
 * @param lines its lines
 */
public record PackDocument(Node root, List<String> lines) {

    /** Copies the lines. */
    public PackDocument {
        lines = List.copyOf(lines);
    }

    /**
     * Finds where the characters of a scalar stand.
     *
     * @param scalar a scalar of this document
     * @return the place of a character by its offset in the text of the scalar
     */
    public IntFunction<Place> places(Node.Scalar scalar) {
        return new ScalarPlaces(lines, scalar);
    }
}
