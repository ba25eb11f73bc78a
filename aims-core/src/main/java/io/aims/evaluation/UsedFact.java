package io.aims.evaluation;

import io.aims.system.Answer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a condition read.
 *
 * @param subject what was read: the id of a characteristic, or a result such as {@code level(C.2.5)}
 * @param text its value as a person reads it, {@code unknown} if nothing is known
 * @param given the answer with its provenance, or {@code null} if the characteristic is unknown or a result was read
 * @since 0.1
 */
public record UsedFact(
        String subject, String text, @Nullable Answer given) {

    /**
     * Returns the answer with its provenance.
     *
     * @return empty if the characteristic is unknown or a result was read
     */
    public Optional<Answer> answer() {
        return Optional.ofNullable(given);
    }

    /**
     * Tells whether something about the fact is still open.
     *
     * @return {@code true} if a better answer could change what the condition comes to
     */
    public boolean isOpen() {
        return given == null ? text.equals("unknown") || text.contains("..") : !given.isExact();
    }
}
