package io.aims.treatment.assessment;

import io.aims.control.Catalogue;
import io.aims.risk.RiskCriteria;
import io.aims.source.Clause;
import java.util.List;
import java.util.Optional;

/**
 * How far evaluations are evidence of the clauses of the standard: of each clause whether it is evidenced, in part or not, and
 * what is at hand.
 *
 * <p>It never says more than the catalogue allows, and less when something is missing that the clause needs. It is no statement
 * of conformity: what an organisation does outside of evaluations is not seen here. Immutable and thread-safe; no method reads
 * the clock.
 *
 * @clause ISO/IEC 42001:2023 4 to 10
 * @since 0.1
 */
public final class ClauseProfile {

    private final long systems;
    private final List<ClauseEvidence> clauses;

    ClauseProfile(long systems, List<ClauseEvidence> clauses) {
        this.systems = systems;
        this.clauses = List.copyOf(clauses);
    }

    /**
     * Begins to collect what is at hand.
     *
     * @param guide what each clause needs
     * @param catalogue the catalogue with the clauses, by which the systems were evaluated
     * @param criteria the criteria by which they were evaluated
     * @return a collector that holds counts, and no system
     */
    public static ClauseCollector collect(ClauseGuide guide, Catalogue catalogue, RiskCriteria criteria) {
        return new ClauseCollector(guide, catalogue, criteria);
    }

    /**
     * Returns how many systems were evaluated.
     *
     * @return a count
     */
    public long systems() {
        return systems;
    }

    /**
     * Returns how far each clause is evidenced.
     *
     * @return every clause of the catalogue, in the order of the standard
     */
    public List<ClauseEvidence> clauses() {
        return clauses;
    }

    /**
     * Returns how far a clause is evidenced.
     *
     * @param clause a number, for example {@code 6.1.2}
     * @return empty if the catalogue has no such clause
     */
    public Optional<ClauseEvidence> clause(String clause) {
        return clauses.stream()
                .filter(evidence -> evidence.clause().id().equals(clause))
                .findFirst();
    }

    /**
     * Counts the clauses that are evidenced to some extent. Clauses that only head others are left out.
     *
     * @param evidenced the extent
     * @return a count
     */
    public long count(Clause.Evidence evidenced) {
        return clauses.stream()
                .filter(each -> !each.isHeading())
                .filter(each -> each.evidenced() == evidenced)
                .count();
    }

    /**
     * Returns the profile in a sentence or two.
     *
     * @return how many systems were evaluated, and how many clauses are evidenced
     */
    public String sentence() {
        return (systems == 1 ? "1 system was" : systems + " systems were") + " evaluated. Of "
                + clauses.stream().filter(each -> !each.isHeading()).count() + " clauses "
                + count(Clause.Evidence.FULL) + " are evidenced, " + count(Clause.Evidence.PARTIAL) + " in part, "
                + count(Clause.Evidence.NO) + " not.";
    }

    /**
     * Returns the profile in sentences.
     *
     * @return the same in every format
     */
    public Narrative narrative() {
        return ClauseNarrator.tell(this);
    }

    @Override
    public String toString() {
        return narrative().text();
    }
}
