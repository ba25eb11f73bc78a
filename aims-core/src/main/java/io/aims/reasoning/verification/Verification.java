package io.aims.reasoning.verification;

import java.util.List;

/**
 * Whether a stored result is what the rules it names find in a system, and if not, where it differs.
 *
 * @param systemId the id of the system as it is described, not as the result has it
 * @param isComplete whether everything was checked; {@code false} if the result rests on something that is not at hand:
 *     then only the facts were
 * @param discrepancies every place that differs, in the order of the result
 * @since 0.1
 */
public record Verification(String systemId, boolean isComplete, List<Discrepancy> discrepancies) {

    /** Copies the list; what was not checked in full cannot hold. */
    public Verification {
        discrepancies = List.copyOf(discrepancies);
        if (!isComplete && discrepancies.isEmpty()) {
            throw new IllegalArgumentException("What was not checked must be said: " + systemId);
        }
    }

    /**
     * Tells whether the result is what is found again.
     *
     * @return {@code true} if everything was checked and nothing differs
     */
    public boolean holds() {
        return discrepancies.isEmpty();
    }

    /**
     * Tells whether the result speaks of other facts than the description: if it does, all that differs besides may follow
     * from them, and nobody need have touched it.
     *
     * @return {@code true} if id, name, description or an answer differs
     */
    public boolean hasOtherFacts() {
        return discrepancies.stream().anyMatch(Discrepancy::concernsFacts);
    }
}
