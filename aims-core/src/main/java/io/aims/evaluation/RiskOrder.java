package io.aims.evaluation;

import io.aims.risk.RiskCriteria;
import java.util.Comparator;

/**
 * Puts systems in order by their risk, the one that deserves attention first in front, although risks are ranges.
 *
 * <p>Two evaluations are compared
 *
 * <ol>
 *   <li>by their profile of <em>prudent levels</em>, sorted from the highest objective to the lowest and compared one by
 *       one: the level that an objective has if the consequence is as bad as is known, and failing it as likely as is
 *       possible;
 *   <li>by the sum of the rates that are certain, so that more known causes come first;
 *   <li>by the ids of the systems.
 * </ol>
 *
 * <p>The known consequence puts nobody in front for what was not said about him, and what was not said about causes
 * excuses nobody. If everything is known, the prudent levels are the levels, and the order is that of the risk method.
 * Evaluations must rest on the same criteria. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.2
 * @since 0.1
 */
public final class RiskOrder implements Comparator<Evaluation> {

    private final RiskCriteria criteria;

    /**
     * Creates the order.
     *
     * @param criteria the criteria on which the evaluations rest
     */
    public RiskOrder(RiskCriteria criteria) {
        this.criteria = criteria;
    }

    /**
     * Compares the risk of two systems, and not their ids: systems of equal risk are equal here.
     *
     * @param left an evaluation
     * @param right another one
     * @return below zero if the left system comes first, zero if neither does
     */
    public int compareRisk(Evaluation left, Evaluation right) {
        return rank(left).compareTo(rank(right));
    }

    @Override
    public int compare(Evaluation left, Evaluation right) {
        int byRisk = compareRisk(left, right);
        return byRisk != 0
                ? byRisk
                : left.system().id().compareTo(right.system().id());
    }

    /**
     * Returns by what an evaluation is compared, so that it can be compared when the evaluation is no longer at hand.
     *
     * @param evaluation an evaluation
     * @return its rank
     */
    public RiskRank rank(Evaluation evaluation) {
        return RiskRank.of(
                evaluation.risks(),
                risk -> criteria.level(risk.likelihood().high(), risk.severity().low()),
                Risk::lowRate);
    }
}
