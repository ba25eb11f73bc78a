package io.aims.error;

import java.util.Comparator;
import java.util.Optional;

/**
 * Something that a check has to say about a document: a fault, and whether it forbids the use of the document.
 *
 * <p>Ordered by document, line, column, code and message; what has no place comes first. Immutable and thread-safe.
 *
 * @param level whether it forbids
 * @param fault what is wrong, and the way out
 * @since 0.1
 */
public record Diagnostic(Level level, Fault fault) implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER = Comparator.<Diagnostic, Optional<Place>>comparing(
                    diagnostic -> diagnostic.fault().place(),
                    Comparator.comparing(place -> place.orElse(new Place("", 0, 0))))
            .thenComparing(diagnostic -> diagnostic.fault().code())
            .thenComparing(diagnostic -> diagnostic.fault().message())
            .thenComparing(Diagnostic::level);

    /** How grave it is. */
    public enum Level {
        /** The document must not be used. */
        ERROR,
        /** The document can be used; somebody should look at it. */
        WARNING
    }

    /**
     * Makes a fault an error.
     *
     * @param fault a fault
     * @return the error
     */
    public static Diagnostic error(Fault fault) {
        return new Diagnostic(Level.ERROR, fault);
    }

    /**
     * Makes a fault a warning.
     *
     * @param fault a fault
     * @return the warning
     */
    public static Diagnostic warning(Fault fault) {
        return new Diagnostic(Level.WARNING, fault);
    }

    /**
     * Tells whether the document must not be used.
     *
     * @return {@code false} if it is a warning
     */
    public boolean isError() {
        return level == Level.ERROR;
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }
}
