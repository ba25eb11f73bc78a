package io.aims.treatment.assessment;

import io.aims.source.Clause;
import java.util.List;

/**
 * How far evaluations are evidence of one clause, and what is at hand.
 *
 * @param clause the clause, with what an evaluation can contribute to it at most
 * @param isHeading whether it only heads others, and is what they are together
 * @param evidenced how far it is evidenced; never further than the clause allows
 * @param needs what it needs, and what has to be provided besides, as far as it is at hand, in order
 * @param tells what is told besides, in order
 * @clause ISO/IEC 42001:2023 4 to 10
 * @since 0.1
 */
public record ClauseEvidence(
        Clause clause, boolean isHeading, Clause.Evidence evidenced, List<AtHand> needs, List<AtHand> tells) {

    /** Copies the lists. */
    public ClauseEvidence {
        needs = List.copyOf(needs);
        tells = List.copyOf(tells);
        if (evidenced.compareTo(clause.evidence()) < 0) {
            throw new IllegalArgumentException(
                    "Clause " + clause.id() + " can be evidenced " + clause.evidence() + ", not " + evidenced);
        }
    }

    /**
     * Tells whether everything that the clause needs is at hand and more evidence is needed from elsewhere.
     *
     * @return {@code false} if something is lacking here, or nothing elsewhere
     */
    public boolean isAtMostPart() {
        return !needs.isEmpty() && lacking().isEmpty() && evidenced == Clause.Evidence.PARTIAL;
    }

    /**
     * Returns how far the clause is evidenced, as a word.
     *
     * @return {@code evidenced}, {@code in part} or {@code not evidenced}
     */
    public String word() {
        return switch (evidenced) {
            case FULL -> "evidenced";
            case PARTIAL -> "in part";
            case NO -> "not evidenced";
        };
    }

    /**
     * Returns what the clause needs and is not wholly at hand.
     *
     * @return the needs that keep it from being evidenced further, in order
     */
    public List<AtHand> lacking() {
        return needs.stream().filter(need -> need.extent() != AtHand.Extent.ALL).toList();
    }
}
