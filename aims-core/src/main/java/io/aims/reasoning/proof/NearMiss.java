package io.aims.reasoning.proof;

import io.aims.system.AiSystem;
import java.util.Comparator;
import java.util.List;

/**
 * A rule that does not hold, and what would make it hold. None of the changes can be left out.
 *
 * <p>The nearest comes first: that with the fewest changes, of equal ones that with the fewest answers that would have to
 * be others than those given, then by rule.
 *
 * @param rule why the rule does not hold
 * @param changes the facts that stop it, as they would have to be, sorted by characteristic
 * @param isFewest whether no fewer changes would do; {@code false} if the search was cut off before it could tell
 * @since 0.1
 */
public record NearMiss(RuleProof rule, List<Change> changes, boolean isFewest) implements Comparable<NearMiss> {

    private static final Comparator<NearMiss> NEAREST_FIRST = Comparator.comparingInt(
                    (NearMiss miss) -> miss.changes().size())
            .thenComparingLong(miss -> miss.changes().stream()
                    .filter(change -> !change.isPossible())
                    .count())
            .thenComparing(miss -> miss.rule().rule().id());

    /** Copies the list of changes. */
    public NearMiss {
        changes = List.copyOf(changes);
    }

    /**
     * Applies the changes.
     *
     * @param system the system that was evaluated
     * @return a copy for which the rule holds
     */
    public AiSystem applyTo(AiSystem system) {
        AiSystem.Builder changed = system.toBuilder();
        changes.forEach(change -> changed.put(change.needed()));
        return changed.build();
    }

    @Override
    public int compareTo(NearMiss other) {
        return NEAREST_FIRST.compare(this, other);
    }
}
