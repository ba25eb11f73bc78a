package io.aims.treatment;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a control: how far it is in place, with evidence and dates. What it counts for on a day is another
 * matter: {@link CountedState}.
 *
 * @param stage how far it is in place
 * @param howText how it is done, or {@code null}
 * @param evidenceText what shows it, or {@code null}
 * @param ownerName who answers for it, or {@code null}
 * @param since the first day on which it holds, or {@code null}
 * @param until the last day on which the evidence holds, or the statement itself if there is no evidence, or {@code null}
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record ControlState(
        Stage stage,
        @Nullable String howText,
        @Nullable String evidenceText,
        @Nullable String ownerName,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    /** How far a control is in place, in rising order. */
    public enum Stage {
        /** Assessed, and not there. */
        NOT_IMPLEMENTED(0),
        /** Decided, not begun. */
        PLANNED(0),
        /** Partly there. */
        PARTIAL(3),
        /** There. */
        IMPLEMENTED(6),
        /** There, and shown to work. */
        EFFECTIVE(9);

        private final int tenths;

        Stage(int tenths) {
            this.tenths = tenths;
        }

        /**
         * Returns the share of a rate that a control takes at this stage, in tenths. It is never the whole: no control
         * removes a hazard.
         *
         * @return 0, 3, 6 or 9
         */
        public int tenths() {
            return tenths;
        }

        Stage atMost(Stage most) {
            return compareTo(most) <= 0 ? this : most;
        }

        Stage atLeast(Stage least) {
            return compareTo(least) >= 0 ? this : least;
        }
    }

    /** Checks the order of the dates. */
    public ControlState {
        if (since != null && until != null && until.isBefore(since)) {
            throw new IllegalArgumentException("A state must not end (" + until + ") before it begins: " + since);
        }
    }

    /**
     * Creates a state of which it is not said how it is done.
     *
     * @param stage how far the control is in place
     * @param evidenceText what shows it, or {@code null}
     * @param ownerName who answers for it, or {@code null}
     * @param since the first day on which it holds, or {@code null}
     * @param until the last day, or {@code null}
     */
    public ControlState(
            Stage stage,
            @Nullable String evidenceText,
            @Nullable String ownerName,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {
        this(stage, null, evidenceText, ownerName, since, until);
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
     * Returns the same state with evidence.
     *
     * @param text what shows it
     * @return the state
     */
    public ControlState shownBy(String text) {
        return new ControlState(stage, howText, text, ownerName, since, until);
    }

    /**
     * Returns the same state with how it is done.
     *
     * @param text what is done, by whom and with what
     * @return the state
     */
    public ControlState doneBy(String text) {
        return new ControlState(stage, text, evidenceText, ownerName, since, until);
    }

    /**
     * Returns the same state with a last day.
     *
     * @param lastDay the last day on which the evidence holds, or the statement itself if there is none
     * @return the state
     * @throws IllegalArgumentException if it lies before the first day
     */
    public ControlState until(LocalDate lastDay) {
        return new ControlState(stage, howText, evidenceText, ownerName, since, lastDay);
    }

    /**
     * Returns how it is done.
     *
     * @return what is done, by whom and with what
     */
    public Optional<String> how() {
        return Optional.ofNullable(howText);
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

    boolean hasDates() {
        return since != null || until != null;
    }
}
