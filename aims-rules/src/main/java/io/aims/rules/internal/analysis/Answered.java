package io.aims.rules.internal.analysis;

import io.aims.control.ControlId;
import io.aims.evaluation.KnownFacts;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Facts;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.util.List;

/**
 * What the few answers of an example say, without making a system of them; nothing is known of results.
 *
 * @param answers answers to different characteristics
 */
record Answered(List<Answer> answers) implements Facts {

    private static final int FEW = 16;

    /** Returns what answers say, of whatever number. */
    static Facts of(List<Answer> answers) {
        return answers.size() <= FEW ? new Answered(answers) : new KnownFacts(system(answers), AnyResults.INSTANCE);
    }

    /** Makes a system of answers. */
    static AiSystem system(List<Answer> answers) {
        return AiSystem.named("example").putAll(answers).build();
    }

    @Override
    public Bounds bounds(Characteristic<?> characteristic) {
        for (Answer answer : answers) {
            if (answer.characteristic().id().equals(characteristic.id())) {
                return answer.bounds();
            }
        }
        return characteristic.unknown();
    }

    @Override
    public Truth riskSource(RiskSourceId source) {
        return AnyResults.INSTANCE.riskSource(source);
    }

    @Override
    public Range<RiskLevel> level(ObjectiveId objective) {
        return AnyResults.INSTANCE.level(objective);
    }

    @Override
    public Truth needed(ControlId control) {
        return AnyResults.INSTANCE.needed(control);
    }
}
