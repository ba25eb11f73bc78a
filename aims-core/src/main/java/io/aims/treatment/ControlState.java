package io.aims.treatment;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a control is in place, with evidence and dates.
 *
 * @param stage how far it is in place
 * @param evidenceText what shows it, or {@code null}
 * @param ownerName who answers for it, or {@code null}
 * @param since from when it holds, or {@code null}
 * @param until the last day on which it holds, or {@code null}
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record ControlState(
        Stage stage,
        @Nullable String evidenceText,
        @Nullable String ownerName,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    /** How far a control is in place, in rising order. */
    public enum Stage {
        /** Assessed, and not there. */
        NOT_IMPLEMENTED,
        /** Decided, not begun. */
        PLANNED,
        /** Partly there. */
        PARTIAL,
        /** There. */
        IMPLEMENTED,
        /** There, and shown to work. */
        EFFECTIVE
    }

    /**
     * Creates a state of which only the stage is known.
     *
     * @param stage how far the control is in place
     * @return the state
     */
    public static ControlState of(Stage stage) {
        return new ControlState(stage, null, null, null, null);
    }

    /**
     * Returns what shows it.
     *
     * @return the evidence
     */
    public Optional<String> evidence() {
        return Optional.ofNullable(evidenceText);
    }

    /**
     * Returns who answers for it.
     *
     * @return the owner
     */
    public Optional<String> owner() {
        return Optional.ofNullable(ownerName);
    }
}
