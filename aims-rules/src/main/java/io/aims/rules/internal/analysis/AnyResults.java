package io.aims.rules.internal.analysis;

import io.aims.control.ControlId;
import io.aims.evaluation.StratumResults;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Truth;

/** Results of which nothing is known: they may be as hazardous as can be, and as harmless. */
enum AnyResults implements StratumResults {
    INSTANCE;

    @Override
    public Truth riskSource(RiskSourceId source) {
        return Truth.UNDETERMINED;
    }

    @Override
    public Range<RiskLevel> level(ObjectiveId objective) {
        return new Range<>(RiskLevel.VERY_LOW, RiskLevel.VERY_HIGH);
    }

    @Override
    public Truth needed(ControlId control) {
        return Truth.UNDETERMINED;
    }
}
