package io.aims.treatment.assessment;

import java.util.List;
import java.util.Optional;

/**
 * What has to be at hand for evaluations to be evidence of each clause of a standard.
 *
 * <p>Immutable and thread-safe. {@code io.aims.catalog.ClauseGuides} reads guides and checks them.
 *
 * @param id its id
 * @param version its version
 * @param title its title
 * @param entries one entry for each clause of which an evaluation can evidence something, in the order of the standard; a
 *     clause that only heads others has none
 * @clause ISO/IEC 42001:2023 4 to 10
 * @since 0.1
 */
public record ClauseGuide(String id, String version, String title, List<Entry> entries) {

    /**
     * What has to be at hand for one clause.
     *
     * @param clause the number of the clause
     * @param needs what decides how far it is evidenced, in order; with all of it the clause is evidenced as far as the
     *     catalogue allows, with some of it in part
     * @param tells what is told besides, in order
     */
    public record Entry(String clause, List<ClauseNeed> needs, List<ClauseNeed> tells) {

        /** Copies the lists, and checks that something is needed. */
        public Entry {
            needs = List.copyOf(needs);
            tells = List.copyOf(tells);
            if (needs.isEmpty()) {
                throw new IllegalArgumentException("Something must be needed for clause " + clause);
            }
        }
    }

    /** Copies the list. */
    public ClauseGuide {
        entries = List.copyOf(entries);
    }

    /**
     * Finds what a clause needs.
     *
     * @param clause a number
     * @return empty if evaluations evidence nothing of it, or it only heads others
     */
    public Optional<Entry> entry(String clause) {
        return entries.stream().filter(entry -> entry.clause().equals(clause)).findFirst();
    }
}
