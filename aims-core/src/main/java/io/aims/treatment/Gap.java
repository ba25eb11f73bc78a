package io.aims.treatment;

import io.aims.evaluation.Safeguard;
import io.aims.risk.ObjectiveId;
import java.util.List;

/**
 * A control that a system needs and that is not in place, or is in place and not shown to work, with what closing the gap
 * would bring, all else as it is.
 *
 * @param safeguard the control with the reasons for which it is needed
 * @param state what it counts for now
 * @param kind what is amiss
 * @param inPlace what it would bring if it were in place
 * @param effective what it would bring if it were in place and shown to work
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record Gap(Safeguard safeguard, CountedState state, Kind kind, Gain inPlace, Gain effective) {

    /** What is amiss with a control, the worst first. */
    public enum Kind {
        /** It is not there, or only in part. */
        MISSING,
        /** It is not known whether it is there. */
        UNKNOWN,
        /** It is there, and nothing shows that it works. */
        NOT_SHOWN
    }

    /**
     * What closing a gap brings at the high end of the risks, on which decisions are taken.
     *
     * @param steps the steps of level that fall, over all objectives
     * @param rate the rate that falls, over all objectives; for ranking, not a measured frequency
     * @param lowered the objectives whose level falls, sorted
     */
    public record Gain(int steps, double rate, List<ObjectiveId> lowered) implements Comparable<Gain> {

        /** Copies the objectives. */
        public Gain {
            lowered = List.copyOf(lowered);
        }

        /** Orders by the steps of level, then by the rate. */
        @Override
        public int compareTo(Gain other) {
            int order = Integer.compare(steps, other.steps);
            return order != 0 ? order : Double.compare(rate, other.rate);
        }
    }

    /**
     * Tells whether the control is required and not certain to be there: what an audit would raise.
     *
     * @return {@code false} if it only is not shown to work
     */
    public boolean isOpen() {
        return kind != Kind.NOT_SHOWN;
    }
}
