package io.aims.law;

import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a legal condition can read: the answers about a system, the propositions below, and the day.
 *
 * @since 0.1
 */
public interface LegalFacts {

    /**
     * Returns what is possible for a characteristic.
     *
     * @param characteristic a characteristic
     * @return its bounds, the widest ones if it is unknown
     */
    Bounds bounds(Characteristic<?> characteristic);

    /**
     * Tells whether a proposition holds.
     *
     * @param id the id of a proposition, of a class (whether its own condition holds) or of a duty (whether it is owed)
     * @return what is known of it
     */
    Truth holds(PropositionId id);

    /**
     * Returns the day for which the law is asked.
     *
     * @return empty if none was given
     */
    Optional<LocalDate> asOf();
}
