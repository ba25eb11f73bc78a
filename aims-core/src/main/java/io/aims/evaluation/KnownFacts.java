package io.aims.evaluation;

import io.aims.control.ControlId;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Facts;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;

/**
 * What is known of a system and of the strata below.
 *
 * @param system the answers
 * @param results what the rules of the strata below come to
 * @since 0.1
 */
public record KnownFacts(AiSystem system, StratumResults results) implements Facts {

    @Override
    public Bounds bounds(Characteristic<?> characteristic) {
        return system.bounds(characteristic);
    }

    @Override
    public Truth riskSource(RiskSourceId source) {
        return results.riskSource(source);
    }

    @Override
    public Range<RiskLevel> level(ObjectiveId objective) {
        return results.level(objective);
    }

    @Override
    public Truth needed(ControlId control) {
        return results.needed(control);
    }
}
