package io.aims.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A clause or sub-clause of a management system standard.
 *
 * @param id the number of the clause, for example {@code 6.1.2}
 * @param parentId the number of the clause above, or {@code null} for a main clause
 * @param title the short title
 * @param summary what it asks for, in our own words
 * @param evidence how far an evaluation can evidence it
 * @param contribution what an evaluation contributes to it
 * @param sources where id and title were checked
 * @since 0.1
 */
public record Clause(
        String id,
        @Nullable String parentId,
        String title,
        String summary,
        Evidence evidence,
        String contribution,
        List<Source> sources) {

    /** How far an evaluation can evidence a clause. */
    public enum Evidence {
        /** An evaluation is the evidence. */
        FULL,
        /** An evaluation is a part of the evidence. */
        PARTIAL,
        /** An evaluation says nothing about it. */
        NO
    }

    /** Copies the list of sources. */
    public Clause {
        sources = List.copyOf(sources);
    }

    /**
     * Returns the number of the clause above.
     *
     * @return empty for a main clause
     */
    public Optional<String> parent() {
        return Optional.ofNullable(parentId);
    }
}
