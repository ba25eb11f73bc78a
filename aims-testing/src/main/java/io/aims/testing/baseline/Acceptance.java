package io.aims.testing.baseline;

import io.aims.control.ControlId;
import io.aims.error.Place;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gaps that somebody accepts for a time: controls that a system needs and that are not in place.
 *
 * @param system the id of the system
 * @param controls the controls, each once
 * @param reason why the gap is accepted
 * @param owner who answers for it
 * @param until the last day on which it is accepted
 * @param place where it stands, or {@code null} if it was made in Java; not compared
 * @since 0.1
 */
public record Acceptance(
        String system,
        List<ControlId> controls,
        String reason,
        String owner,
        LocalDate until,
        @Nullable Place place) {

    /** Copies the list of controls. */
    public Acceptance {
        controls = List.copyOf(controls);
    }

    boolean hasEndedOn(LocalDate day) {
        return until.isBefore(day);
    }
}
