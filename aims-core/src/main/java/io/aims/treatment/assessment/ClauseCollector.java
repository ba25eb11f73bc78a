package io.aims.treatment.assessment;

import io.aims.control.Catalogue;
import io.aims.reasoning.change.EvaluationDiff;
import io.aims.risk.RiskCriteria;
import io.aims.source.Clause;
import io.aims.treatment.ResidualProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is at hand for the clauses, system by system, in constant memory. The order of systems does not matter. Not
 * thread-safe.
 *
 * @since 0.1
 */
public final class ClauseCollector {

    private final ClauseGuide guide;
    private final Catalogue catalogue;
    private final ClauseTally tally;

    ClauseCollector(ClauseGuide guide, Catalogue catalogue, RiskCriteria criteria) {
        this.guide = guide;
        this.catalogue = catalogue;
        this.tally = new ClauseTally(guide, catalogue, criteria);
    }

    /**
     * Adds a system.
     *
     * @param profile what remains of its risks
     * @return this collector
     */
    public ClauseCollector add(ResidualProfile profile) {
        tally.add(profile);
        return this;
    }

    /**
     * Adds a comparison of a system before and after, or of one day with another.
     *
     * @param diff the comparison
     * @return this collector
     */
    public ClauseCollector compared(EvaluationDiff diff) {
        tally.compared(diff);
        return this;
    }

    /**
     * States that a Statement of Applicability of these systems is at hand.
     *
     * @param asOf the day for which it holds, or {@code null} if it names none
     * @return this collector
     */
    public ClauseCollector withStatement(@Nullable LocalDate asOf) {
        tally.withStatement(asOf);
        return this;
    }

    /**
     * States that a treatment plan for these systems is at hand.
     *
     * @return this collector
     */
    public ClauseCollector withPlan() {
        tally.withPlan();
        return this;
    }

    /**
     * Returns the profile of what was collected so far.
     *
     * @return the profile
     */
    public ClauseProfile profile() {
        Map<String, List<Clause>> below = new HashMap<>();
        catalogue
                .clauses()
                .forEach(clause -> clause.parent()
                        .ifPresent(parent -> below.computeIfAbsent(parent, key -> new ArrayList<>())
                                .add(clause)));
        List<ClauseEvidence> clauses = new ArrayList<>();
        for (Clause clause : catalogue.clauses()) {
            ClauseGuide.Entry entry = guide.entry(clause.id()).orElse(null);
            List<AtHand> needs = entry == null ? List.of() : read(entry.needs());
            List<AtHand> tells = entry == null ? List.of() : read(entry.tells());
            clauses.add(
                    new ClauseEvidence(clause, below.containsKey(clause.id()), evidenced(clause, below), needs, tells));
        }
        return new ClauseProfile(tally.systems, clauses);
    }

    private List<AtHand> read(List<ClauseNeed> needs) {
        return needs.stream().map(new ClauseSentences(tally)::read).toList();
    }

    /** What a clause needs decides; a clause that needs nothing itself is evidenced as those below it are together. */
    private Clause.Evidence evidenced(Clause clause, Map<String, List<Clause>> below) {
        ClauseGuide.Entry entry = guide.entry(clause.id()).orElse(null);
        List<Clause> parts = below.getOrDefault(clause.id(), List.of());
        Clause.Evidence evidenced;
        if (entry != null) {
            List<AtHand> needs = read(entry.needs());
            evidenced = joint(
                    needs.stream().allMatch(need -> need.extent() == AtHand.Extent.ALL),
                    needs.stream().allMatch(need -> need.extent() == AtHand.Extent.NONE));
        } else {
            List<Clause.Evidence> of =
                    parts.stream().map(part -> evidenced(part, below)).toList();
            evidenced = joint(
                    !of.isEmpty() && of.stream().allMatch(each -> each == Clause.Evidence.FULL),
                    of.stream().allMatch(each -> each == Clause.Evidence.NO));
        }
        return evidenced.compareTo(clause.evidence()) < 0 ? clause.evidence() : evidenced;
    }

    private static Clause.Evidence joint(boolean all, boolean none) {
        return all ? Clause.Evidence.FULL : none ? Clause.Evidence.NO : Clause.Evidence.PARTIAL;
    }
}
