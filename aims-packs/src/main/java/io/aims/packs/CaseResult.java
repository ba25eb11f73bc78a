package io.aims.packs;

import io.aims.error.Place;
import org.jspecify.annotations.Nullable;

/**
 * What one example or test of a pack came to.
 *
 * @param suite what it belongs to, for example a rule: its id and title
 * @param name what it shows, unique in its suite
 * @param status whether it came out as expected
 * @param message what came out instead, a sentence; empty if it passed
 * @param details how it came to that and what to do, over several lines; may be empty
 * @param place where it stands, or {@code null} if it was made in Java
 * @since 0.1
 */
public record CaseResult(
        String suite,
        String name,
        Status status,
        String message,
        String details,
        @Nullable Place place) {

    /** How a case ended. */
    public enum Status {
        /** As expected. */
        PASSED,
        /** Otherwise than expected. */
        FAILED,
        /** It could not be run. */
        SKIPPED
    }
}
