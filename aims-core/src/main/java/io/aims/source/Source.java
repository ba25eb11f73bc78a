package io.aims.source;

/**
 * A citation: the document and, where it is known, the place in it, for example {@code ISO/IEC 42001:2023 A.9.2}.
 *
 * @param citation the citation, never the text of the document
 * @since 0.1
 */
public record Source(String citation) {

    /** Checks that the citation says something. */
    public Source {
        if (citation.isBlank()) {
            throw new IllegalArgumentException("A citation must not be blank");
        }
    }

    @Override
    public String toString() {
        return citation;
    }
}
