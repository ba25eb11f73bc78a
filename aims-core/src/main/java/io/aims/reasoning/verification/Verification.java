package io.aims.reasoning.verification;

import io.aims.rule.PackReference;
import java.util.List;

/**
 * Whether a stored result is what the rules it names find in a system, and if not, where it differs.
 *
 * <p>What rules outside the guarantees found is not re-computed: it is taken as the result has it, and only the seal speaks
 * for it. {@link #outside()} names these rules; a verification that holds says nothing about their findings.
 *
 * @param systemId the id of the system as it is described, not as the result has it
 * @param isComplete whether everything was checked that the guarantees cover; {@code false} if the result rests on something that is not at hand:
 *     then only the facts were
 * @param discrepancies every place that differs, in the order of the result
 * @param outside the rules outside the guarantees whose findings were not re-computed
 * @since 0.1
 */
public record Verification(
        String systemId, boolean isComplete, List<Discrepancy> discrepancies, List<PackReference> outside) {

    /** Copies the lists; what was not checked in full cannot hold. */
    public Verification {
        discrepancies = List.copyOf(discrepancies);
        outside = List.copyOf(outside);
        if (!isComplete && discrepancies.isEmpty()) {
            throw new IllegalArgumentException("What was not checked must be said: " + systemId);
        }
    }

    /**
     * Creates a verification of a result without rules outside the guarantees.
     *
     * @param systemId the id of the system as it is described
     * @param isComplete whether everything was checked
     * @param discrepancies every place that differs
     */
    public Verification(String systemId, boolean isComplete, List<Discrepancy> discrepancies) {
        this(systemId, isComplete, discrepancies, List.of());
    }

    /**
     * Tells whether the result is what is found again.
     *
     * @return {@code true} if everything was checked that the guarantees cover and nothing differs
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
