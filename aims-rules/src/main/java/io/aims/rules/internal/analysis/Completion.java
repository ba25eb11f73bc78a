package io.aims.rules.internal.analysis;

import io.aims.control.ControlId;
import io.aims.evaluation.StratumResults;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Facts;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.ScaleCharacteristic;
import java.math.BigDecimal;

/**
 * The least hazardous complete system that fits a description; of nominals the first value.
 *
 * @param system the description
 * @param results what the rules of the strata below come to
 */
record Completion(AiSystem system, StratumResults results) implements Facts {

    @Override
    public Bounds bounds(Characteristic<?> characteristic) {
        Bounds known = system.bounds(characteristic);
        if (known instanceof Bounds.Ranks ranks) {
            return new Bounds.Ranks(ranks.low(), ranks.low());
        }
        if (known instanceof Bounds.Members members) {
            return new Bounds.Members(members.known(), true);
        }
        if (known instanceof Bounds.OneOf oneOf) {
            return new Bounds.OneOf(Long.lowestOneBit(oneOf.possible()));
        }
        if (known instanceof Bounds.Numbers numbers) {
            BigDecimal high = numbers.high();
            BigDecimal least = characteristic instanceof ScaleCharacteristic && high != null ? high : numbers.low();
            return new Bounds.Numbers(least, least);
        }
        return known;
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
