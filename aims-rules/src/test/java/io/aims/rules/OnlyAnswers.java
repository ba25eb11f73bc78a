package io.aims.rules;

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

/** What a condition on answers alone can read: asking for a result is an error. */
record OnlyAnswers(AiSystem system) implements Facts {

    @Override
    public Bounds bounds(Characteristic<?> characteristic) {
        return system.bounds(characteristic);
    }

    @Override
    public Truth riskSource(RiskSourceId source) {
        throw new AssertionError("The rule reads risk source " + source);
    }

    @Override
    public Range<RiskLevel> level(ObjectiveId objective) {
        throw new AssertionError("The rule reads the level of " + objective);
    }

    @Override
    public Truth needed(ControlId control) {
        throw new AssertionError("The rule reads whether " + control + " is needed");
    }
}
