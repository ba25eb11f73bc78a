package io.aims.rules.law;

import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case of a law: what is known of a system, and what has to follow.
 *
 * @param id its id
 * @param title what it is about
 * @param system what is known
 * @param asOf the day for which the law is asked
 * @param contradictory whether the description disagrees with itself
 * @param expected what has to follow
 */
record LegalCase(String id, String title, AiSystem system, LocalDate asOf, boolean contradictory, Expected expected) {

    /**
     * What has to follow; what is {@code null} or left out is not asserted.
     *
     * @param classes exactly the classes still possible, in the order of the pack
     * @param article the provision that some step names
     * @param stop whether a prohibited practice stands
     * @param applies whether the duties of the decided class apply already
     * @param duties duties surely owed, with whether they apply
     * @param notDuties duties surely not owed
     * @param openDuties duties of which it is not known whether they are owed
     * @param becomesProvider whether somebody becomes provider of what others made
     */
    record Expected(
            List<String> classes,
            String article,
            @Nullable Truth stop,
            @Nullable Truth applies,
            Map<String, Truth> duties,
            List<String> notDuties,
            List<String> openDuties,
            @Nullable Truth becomesProvider) {}

    @Override
    public String toString() {
        return id + " " + title;
    }
}
