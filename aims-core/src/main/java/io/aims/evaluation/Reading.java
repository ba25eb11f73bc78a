package io.aims.evaluation;

import io.aims.rule.Condition;
import io.aims.system.AiSystem;

/**
 * What a condition reads.
 *
 * @param subject the id of a characteristic, or a result such as {@code level(C.2.5)}
 * @param test a test that reads it
 */
record Reading(String subject, Condition.Test test) {

    static Reading of(Condition.Test test) {
        if (test instanceof Condition.SystemTest systemTest) {
            return new Reading(systemTest.characteristic().id(), test);
        }
        return new Reading(
                test instanceof Condition.LevelAtLeast level ? "level(" + level.objective() + ")" : test.toString(),
                test);
    }

    UsedFact in(AiSystem system, StratumResults results) {
        if (test instanceof Condition.SystemTest systemTest) {
            return system.answer(systemTest.characteristic())
                    .map(UsedFact::of)
                    .orElseGet(() -> UsedFact.unknown(subject));
        }
        if (test instanceof Condition.HasRiskSource hasSource) {
            return UsedFact.result(subject, results.riskSource(hasSource.source()));
        }
        if (test instanceof Condition.IsNeeded needed) {
            return UsedFact.result(subject, results.needed(needed.control()));
        }
        return UsedFact.result(subject, results.level(((Condition.LevelAtLeast) test).objective()));
    }
}
