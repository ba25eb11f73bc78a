package io.aims.testing.baseline;

import io.aims.text.Quoted;

/**
 * One thing that is not as the baseline says.
 *
 * @param kind what it is about
 * @param system the id of the system, empty if it is about none
 * @param subject what differs, for example {@code control A.9.2}
 * @param was what the baseline says, empty if it says nothing
 * @param now what is so, empty if there is nothing
 * @param why how that came about and what to do, over several lines; may be empty
 * @since 0.1
 */
public record Drift(Kind kind, String system, String subject, String was, String now, String why) {

    /** What a drift is about. */
    public enum Kind {
        /** There is no baseline. */
        BASELINE_ABSENT,
        /** Vocabulary, catalogue, criteria or a pack is another one. */
        BASIS_CHANGED,
        /** A rule is in use that was not. */
        RULE_APPEARED,
        /** A rule is not in use any more. */
        RULE_VANISHED,
        /** A system is there that was not. */
        SYSTEM_APPEARED,
        /** A system is not there any more. */
        SYSTEM_VANISHED,
        /** A system is described otherwise. */
        DESCRIPTION_CHANGED,
        /** A rule comes to something else for a system. */
        FINDING_CHANGED,
        /** A level, risk source, control, stop, gap, class of a law or contradiction is another one. */
        OUTCOME_CHANGED,
        /** A control is needed, is not in place, and nobody accepted that. */
        GAP_NOT_ACCEPTED,
        /** The last day of an acceptance has passed. */
        ACCEPTANCE_ENDED,
        /** An acceptance stands for no gap. */
        ACCEPTANCE_UNUSED;

        /**
         * Tells whether an update of the baseline records it. What is accepted is for people to write.
         *
         * @return {@code false} if it is about gaps and acceptances
         */
        public boolean isRecorded() {
            return switch (this) {
                case GAP_NOT_ACCEPTED, ACCEPTANCE_ENDED, ACCEPTANCE_UNUSED -> false;
                default -> true;
            };
        }
    }

    /**
     * Returns what differs.
     *
     * @return a sentence on one line; names that come from outside are escaped
     */
    public String text() {
        String whose = system.isEmpty() ? "" : "System (" + Quoted.of(system) + "): ";
        String what = whose + Quoted.whole(subject);
        if (was.isEmpty() && now.isEmpty()) {
            return what + ".";
        }
        if (was.isEmpty()) {
            return what + " is new: " + Quoted.whole(now) + ".";
        }
        return now.isEmpty()
                ? what + " is gone; it was: " + Quoted.whole(was) + "."
                : what + " was " + Quoted.whole(was) + ", and is " + Quoted.whole(now) + ".";
    }
}
