package io.aims.treatment.portfolio;

import io.aims.risk.Objective;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.treatment.ResidualRisk;

/**
 * The risk to one objective over all systems.
 *
 * @param objective the objective
 * @param inherent how many systems are at which level before any control
 * @param residual how many systems are at which level with their controls as they are
 * @param inherentCertain the highest level that is certain before any control
 * @param inherentPossible the highest level that is possible before any control
 * @param residualCertain the highest level that is certain with the controls as they are
 * @param residualPossible the highest level that is possible with the controls as they are
 * @clause ISO/IEC 42001:2023 6.1.2, 8.2
 * @since 0.1
 */
public record ObjectiveView(
        Objective objective,
        RangeCounts<RiskLevel> inherent,
        RangeCounts<RiskLevel> residual,
        Peak inherentCertain,
        Peak inherentPossible,
        Peak residualCertain,
        Peak residualPossible) {

    static ObjectiveView of(ResidualRisk risk, SystemLine line, int limit) {
        SystemLines system = SystemLines.of(line, limit);
        Range<RiskLevel> before = risk.inherent().level();
        Range<RiskLevel> after = risk.level();
        RangeCounts<RiskLevel> none = RangeCounts.none(RiskLevel.class);
        return new ObjectiveView(
                risk.inherent().objective(),
                none.plus(before),
                none.plus(after),
                new Peak(before.low(), system),
                new Peak(before.high(), system),
                new Peak(after.low(), system),
                new Peak(after.high(), system));
    }

    ObjectiveView plus(ObjectiveView other, int limit) {
        return new ObjectiveView(
                objective,
                inherent.plus(other.inherent),
                residual.plus(other.residual),
                inherentCertain.plus(other.inherentCertain, limit),
                inherentPossible.plus(other.inherentPossible, limit),
                residualCertain.plus(other.residualCertain, limit),
                residualPossible.plus(other.residualPossible, limit));
    }
}
