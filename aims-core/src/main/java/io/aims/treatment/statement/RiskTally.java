package io.aims.treatment.statement;

import io.aims.risk.Objective;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.treatment.ResidualRisk;
import java.util.Comparator;

/** Gathers the risk to one objective over systems: as high as it is where it is highest. Not thread-safe. */
final class RiskTally {

    static final Comparator<TreatedRisk> HIGHEST_FIRST = Comparator.comparing(
                    (TreatedRisk risk) -> risk.inherent().high())
            .thenComparing(risk -> risk.inherent().low())
            .thenComparing(risk -> risk.residual().high())
            .reversed()
            .thenComparing(TreatedRisk::objective);

    private final Objective objective;
    private Range<RiskLevel> inherent = Range.exactly(RiskLevel.VERY_LOW);
    private Range<RiskLevel> residual = Range.exactly(RiskLevel.VERY_LOW);
    private int systems;

    RiskTally(Objective objective) {
        this.objective = objective;
    }

    void add(ResidualRisk risk) {
        inherent = highest(inherent, risk.inherent().level());
        residual = highest(residual, risk.level());
        systems++;
    }

    private static Range<RiskLevel> highest(Range<RiskLevel> one, Range<RiskLevel> other) {
        return new Range<>(one.low().max(other.low()), one.high().max(other.high()));
    }

    TreatedRisk risk() {
        return new TreatedRisk(objective.id(), objective.title(), inherent, residual, systems);
    }
}
