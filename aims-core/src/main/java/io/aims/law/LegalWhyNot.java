package io.aims.law;

import io.aims.rule.Truth;
import java.util.List;

/**
 * Why a class is not the one decided, or why a proposition does not hold or a duty is not owed.
 *
 * @param id the id of the class, proposition or duty
 * @param article its provision, or empty
 * @param title what it says
 * @param truth {@link Truth#TRUE} if it is given already, {@link Truth#UNDETERMINED} if it is open
 * @param against the steps that stand against it or leave it open, in the order in which the law is read; empty if it is given
 * @param changes the facts that would have to be otherwise together, none of which can be left out; evaluated again, they make
 *     it hold. Empty if it is given already, or if no answer makes it hold on that day
 * @since 0.1
 */
public record LegalWhyNot(
        PropositionId id,
        String article,
        String title,
        Truth truth,
        List<LegalStep> against,
        List<LegalChange> changes) {

    /** Copies the lists. */
    public LegalWhyNot {
        against = List.copyOf(against);
        changes = List.copyOf(changes);
    }

    /**
     * Tells whether it is given already, so that there is no why-not.
     *
     * @return {@code true} if nothing would have to be otherwise
     */
    public boolean holds() {
        return truth == Truth.TRUE;
    }

    /**
     * Tells whether it is given or some answers would make it so.
     *
     * @return {@code false} if no way was found to make it hold on that day
     */
    public boolean isReachable() {
        return holds() || !changes.isEmpty();
    }
}
