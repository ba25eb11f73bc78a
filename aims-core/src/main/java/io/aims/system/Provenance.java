package io.aims.system;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who gave an answer, when, on what evidence. It is shown in proofs and changes no result.
 *
 * @param givenBy who said so, or {@code null}
 * @param givenOn when, or {@code null}
 * @param basedOn on what evidence, or {@code null}
 * @param basis whether somebody stated it or it was inferred
 * @since 0.1
 */
public record Provenance(
        @Nullable String givenBy,
        @Nullable LocalDate givenOn,
        @Nullable String basedOn,
        Basis basis) {

    /** How an answer came about. */
    public enum Basis {
        /** Somebody stated it. */
        STATED,
        /** It was inferred, for example from words in a description. */
        INFERRED
    }

    /** The provenance of an answer about which nothing else is said. */
    public static final Provenance NONE = new Provenance(null, null, null, Basis.STATED);

    /**
     * Returns who said so.
     *
     * @return a person, a role or a document
     */
    public Optional<String> by() {
        return Optional.ofNullable(givenBy);
    }

    /**
     * Returns when it was said.
     *
     * @return the date
     */
    public Optional<LocalDate> on() {
        return Optional.ofNullable(givenOn);
    }

    /**
     * Returns on what evidence it was said.
     *
     * @return the evidence
     */
    public Optional<String> evidence() {
        return Optional.ofNullable(basedOn);
    }

    /**
     * Tells whether nothing is said about the answer.
     *
     * @return {@code true} for {@link #NONE}
     */
    public boolean isNone() {
        return equals(NONE);
    }
}
