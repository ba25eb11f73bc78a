package io.aims.treatment.statement;

import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import java.time.LocalDate;

/**
 * What an organisation has decided about a control, whatever its systems call for. Immutable and thread-safe.
 *
 * <p>An inclusion makes a control applicable. An exclusion confirms that no system needs a control and stands against
 * nothing: while a system needs it, or may need it, the exclusion is refused.
 *
 * @param control the control
 * @param kind what is decided
 * @param reason why
 * @param decidedBy the role that decided
 * @param on the first day on which the decision counts
 * @param until the last one
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record Decision(ControlId control, Kind kind, String reason, String decidedBy, LocalDate on, LocalDate until) {

    private static final String FAULTY = "AIMS-3070";

    /** What is decided. */
    public enum Kind {
        /** The control is done for a reason of the organisation's own. */
        INCLUDE,
        /** The control is left out. */
        EXCLUDE
    }

    /** What becomes of a decision on a day. */
    public enum Standing {
        /** It counts. */
        COUNTS,
        /** Its first day has not come. */
        NOT_BEGUN,
        /** Its last day has passed: it changes nothing. */
        ENDED,
        /** It excludes what is needed or not settled: it changes nothing. */
        REFUSED
    }

    /**
     * Checks that a reason and a role are named and that the decision does not end before it begins.
     *
     * @throws AimsException AIMS-3070, all faults at once
     */
    public Decision {
        Faults faults = new Faults();
        checkSaid(control, "reason", reason, faults);
        checkSaid(control, "role that decided", decidedBy, faults);
        if (until.isBefore(on)) {
            faults.add(
                    FAULTY,
                    null,
                    "The decision about control (" + control + ") ends (" + until + ") before it begins (" + on + ").",
                    "Maybe the two dates were exchanged.");
        }
        faults.throwIfAny();
    }

    private static void checkSaid(ControlId control, String what, String said, Faults faults) {
        if (said.isBlank()) {
            faults.add(
                    FAULTY,
                    null,
                    "The decision about control (" + control + ") names no " + what + ".",
                    "A decision without it cannot be justified to an auditor.");
        }
    }

    /**
     * Tells whether a day lies between the first and the last day of the decision.
     *
     * @param day a day
     * @return {@code true} on both of them too
     */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(on) && !day.isAfter(until);
    }

    boolean overlaps(Decision other) {
        return !on.isAfter(other.until) && !other.on.isAfter(until);
    }
}
