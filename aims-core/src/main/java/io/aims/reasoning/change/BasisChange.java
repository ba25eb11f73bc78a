package io.aims.reasoning.change;

import io.aims.evaluation.Basis;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the basis that differs: its content, its version, or that it is used at all.
 *
 * @param kind which part it is
 * @param was the part before, or {@code null} if it was not used
 * @param now the part after, or {@code null} if it is not used
 * @since 0.1
 */
public record BasisChange(Kind kind, Basis.@Nullable Part was, Basis.@Nullable Part now) {

    /** The parts of a basis. */
    public enum Kind {
        /** The characteristics that can be answered. */
        VOCABULARY,
        /** The controls, objectives and risk sources. */
        CATALOGUE,
        /** The risk criteria. */
        CRITERIA,
        /** A pack of rules. */
        PACK,
        /** Rules outside the guarantees. */
        OUTSIDE_PACK
    }

    /**
     * Returns the part before.
     *
     * @return empty if it was not used
     */
    public Optional<Basis.Part> before() {
        return Optional.ofNullable(was);
    }

    /**
     * Returns the part after.
     *
     * @return empty if it is not used
     */
    public Optional<Basis.Part> after() {
        return Optional.ofNullable(now);
    }
}
