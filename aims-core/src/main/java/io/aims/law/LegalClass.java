package io.aims.law;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the classes of which a law puts every system into one.
 *
 * @param id the id, for example {@code HIGH_RISK}
 * @param article the provision that makes the class, or empty
 * @param title the class in under ten words
 * @param when when a system belongs to it; it stays possible until this is known to be false
 * @param applies when what follows from the class applies already
 * @param stop the proposition that stops a system while this class is possible, or {@code null} if the class stops nothing
 * @since 0.1
 */
public record LegalClass(
        PropositionId id,
        String article,
        String title,
        LegalCondition when,
        LegalCondition applies,
        @Nullable PropositionId stop) {

    /**
     * Returns the proposition that stops a system while this class is possible: a prohibited practice, for example, which
     * stands until an exclusion from the law is shown.
     *
     * @return empty if the class stops nothing
     */
    public Optional<PropositionId> stops() {
        return Optional.ofNullable(stop);
    }

    /**
     * Returns id and title.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return id + " " + title;
    }
}
