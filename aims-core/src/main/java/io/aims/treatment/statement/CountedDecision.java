package io.aims.treatment.statement;

import io.aims.text.Quoted;

/**
 * A decision with what becomes of it on the day of the statement.
 *
 * @param decision the decision
 * @param standing what becomes of it
 * @since 0.1
 */
public record CountedDecision(Decision decision, Decision.Standing standing) {

    /**
     * Tells whether the decision counts.
     *
     * @return {@code false} if it changes nothing
     */
    public boolean counts() {
        return standing == Decision.Standing.COUNTS;
    }

    /**
     * Returns who decided what, for how long and why, and what becomes of it.
     *
     * @return a sentence or two, without control characters
     */
    public String sentence() {
        String decided = (decision.kind() == Decision.Kind.INCLUDE ? "Included" : "Excluded") + " by "
                + Quoted.whole(decision.decidedBy());
        return switch (standing) {
            case COUNTS -> decided + " from " + days() + reason();
            case NOT_BEGUN -> decided + " only from " + days() + reason();
            case ENDED -> decided + " until " + decision.until() + reason() + " The decision has ended.";
            case REFUSED -> decided + " from " + days() + reason() + " The exclusion is refused.";
        };
    }

    private String days() {
        return decision.on() + " until " + decision.until();
    }

    private String reason() {
        String reason = Quoted.whole(decision.reason().strip());
        return ": " + reason + (reason.endsWith(".") ? "" : ".");
    }
}
