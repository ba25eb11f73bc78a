package io.aims.law;

import io.aims.system.Answer;
import io.aims.system.VocabularyEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it would have to be.
 *
 * @param entry the characteristic with the question that asks for it
 * @param given the present answer, or {@code null} if there is none
 * @param needed the answer that would do
 * @since 0.1
 */
public record LegalChange(VocabularyEntry entry, @Nullable Answer given, Answer needed) {

    /**
     * Returns the present answer.
     *
     * @return empty if the characteristic is unknown
     */
    public Optional<Answer> present() {
        return Optional.ofNullable(given);
    }

    /**
     * Tells whether the present answer leaves the one that is needed possible: then only something has to be found out.
     *
     * @return {@code false} if the fact itself would have to be another one
     */
    public boolean isPossible() {
        return given == null || needed.bounds().isWithin(given.bounds());
    }
}
