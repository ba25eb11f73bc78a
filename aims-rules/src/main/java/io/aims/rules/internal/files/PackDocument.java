package io.aims.rules.internal.files;

import io.aims.catalog.document.Node;
import io.aims.error.Place;
import java.util.function.IntFunction;

/** A YAML file of a pack. Immutable and thread-safe. */
public final class PackDocument {

    private final Node root;
    private final Lines lines;

    /**
     * Creates the document.
     *
     * @param root its root
     * @param text the text from which it was read
     */
    public PackDocument(Node root, String text) {
        this(root, new Lines(text));
    }

    private PackDocument(Node root, Lines lines) {
        this.root = root;
        this.lines = lines;
    }

    /**
     * Returns a part of this document as a document.
     *
     * @param part a node in it
     * @return the document, at the same places
     */
    public PackDocument part(Node part) {
        return new PackDocument(part, lines);
    }

    /**
     * Returns the root of the document.
     *
     * @return the root
     */
    public Node root() {
        return root;
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
