package io.aims.packs.mutation;

import io.aims.packs.SurvivorReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mutant that no example and no test notices.
 *
 * @param mutant the mutant
 * @param killer an example or a case that would notice it, as one writes it, or {@code null} if the search found none
 * @param reason why nobody writes it, or {@code null} if nobody says so
 * @since 0.1
 */
public record Survivor(
        Mutant mutant, @Nullable String killer, @Nullable SurvivorReason reason) {

    /**
     * Returns what would notice it.
     *
     * @return text to be copied into the pack, or empty if the search found nothing
     */
    public Optional<String> proposal() {
        return Optional.ofNullable(killer);
    }

    /**
     * Tells whether the pack says why it survives.
     *
     * @return {@code true} if a file of tests explains it
     */
    public boolean isExplained() {
        return reason != null;
    }
}
