package io.aims.catalog.document;

/**
 * How large one document may be.
 *
 * @param bytes the most bytes, at least 1
 * @param depth the most levels of lists and maps in one another, 1 to {@value #DEEPEST}
 * @param parts the most lists, maps, keys and values, at least 1
 * @param textLength the longest key or value, in characters, at least 1
 * @since 0.1
 */
public record DocumentLimits(int bytes, int depth, int parts, int textLength) {

    /** The deepest nesting that can be allowed: each level takes room on the stack. */
    public static final int DEEPEST = 64;

    private static final DocumentLimits STANDARD =
            new DocumentLimits(Documents.MOST_BYTES, Documents.DEEPEST, Documents.MOST_NODES, Documents.MOST_BYTES);

    /** Checks the limits. */
    public DocumentLimits {
        if (bytes < 1 || bytes == Integer.MAX_VALUE || parts < 1 || textLength < 1) {
            throw new IllegalArgumentException("A document must be allowed to hold something, and not everything: "
                    + bytes + " bytes, " + parts + " parts, texts of " + textLength);
        }
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("The depth must be 1 to " + DEEPEST + ", not " + depth);
        }
    }

    /**
     * Returns the limits of every document of which nothing else is said.
     *
     * @return {@value Documents#MOST_BYTES} bytes, {@value Documents#DEEPEST} levels and {@value Documents#MOST_NODES} parts
     */
    public static DocumentLimits standard() {
        return STANDARD;
    }
}
