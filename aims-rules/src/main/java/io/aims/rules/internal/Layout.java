package io.aims.rules.internal;

import io.aims.error.AimsException;
import io.aims.evaluation.StratumResults;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.Condition;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.VocabularyEntry;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a view keeps what the rules of a base read: a word for each characteristic, in the order of the vocabulary, and
 * for each result of the strata below; a number for each decimal. What no rule reads has no place. Immutable.
 */
final class Layout {

    private final Map<Characteristic<?>, Integer> wordSlots = new LinkedHashMap<>();
    private final Map<Characteristic<?>, Integer> numberSlots = new LinkedHashMap<>();
    private final Map<String, ResultSlot> resultSlots = new TreeMap<>();
    private final List<List<ResultSlot>> resultsReadIn = new ArrayList<>();

    /** A result, a test that names it, and its slot among the words. */
    private record ResultSlot(Condition.ResultTest test, int slot) {}

    Layout(RuleBase base) {
        Set<Characteristic<?>> read = new HashSet<>();
        List<Map<String, Condition.ResultTest>> resultsRead = new ArrayList<>();
        for (int stratum = 0; stratum < base.stratumCount(); stratum++) {
            resultsRead.add(new TreeMap<>());
        }
        for (int i = 0; i < base.rules().size(); i++) {
            for (Condition.Test test : base.rules().get(i).condition().tests()) {
                if (test instanceof Condition.SystemTest systemTest) {
                    read.add(systemTest.characteristic());
                } else if (test instanceof Condition.ResultTest resultTest) {
                    resultsRead.get(base.stratumOf(i)).put(subject(resultTest), resultTest);
                }
            }
        }
        for (VocabularyEntry entry : base.vocabulary().entries()) {
            Characteristic<?> characteristic = entry.characteristic();
            if (read.remove(characteristic)) {
                Map<Characteristic<?>, Integer> slots =
                        characteristic instanceof DecimalCharacteristic ? numberSlots : wordSlots;
                slots.put(characteristic, slots.size());
            }
        }
        if (!read.isEmpty()) {
            throw new IllegalArgumentException("Rules read what is not in the vocabulary: " + read);
        }
        for (Map<String, Condition.ResultTest> results : resultsRead) {
            List<ResultSlot> slots = new ArrayList<>();
            results.forEach((subject, test) -> slots.add(resultSlots.computeIfAbsent(
                    subject, key -> new ResultSlot(test, wordSlots.size() + resultSlots.size()))));
            resultsReadIn.add(slots);
        }
    }

    /** Returns the name of the result that a test reads. */
    static String subject(Condition.ResultTest test) {
        if (test instanceof Condition.HasRiskSource hasSource) {
            return "riskSources." + hasSource.source();
        }
        if (test instanceof Condition.LevelAtLeast level) {
            return "level." + level.objective();
        }
        return "needed." + ((Condition.IsNeeded) test).control();
    }

    int slot(Characteristic<?> characteristic) {
        Map<Characteristic<?>, Integer> slots =
                characteristic instanceof DecimalCharacteristic ? numberSlots : wordSlots;
        return java.util.Objects.requireNonNull(slots.get(characteristic));
    }

    int slot(Condition.ResultTest test) {
        return java.util.Objects.requireNonNull(resultSlots.get(subject(test))).slot();
    }

    /** Reads what the rules of a base can read about a system, without results. */
    Readings read(AiSystem system) {
        Readings readings = new Readings(wordSlots.size() + resultSlots.size(), numberSlots.size());
        wordSlots.forEach((characteristic, slot) -> readings.put(slot, bounds(system, characteristic)));
        numberSlots.forEach(
                (characteristic, slot) -> readings.putNumber(slot, (Bounds.Numbers) bounds(system, characteristic)));
        return readings;
    }

    /** Adds the results that the rules of a stratum read. */
    void readResults(int stratum, StratumResults results, Readings readings) {
        for (ResultSlot result : resultsReadIn.get(stratum)) {
            if (result.test() instanceof Condition.HasRiskSource hasSource) {
                readings.put(result.slot(), results.riskSource(hasSource.source()));
            } else if (result.test() instanceof Condition.LevelAtLeast level) {
                Range<RiskLevel> range = results.level(level.objective());
                readings.put(result.slot(), range.low().ordinal(), range.high().ordinal());
            } else {
                readings.put(result.slot(), results.needed(((Condition.IsNeeded) result.test()).control()));
            }
        }
    }

    private static Bounds bounds(AiSystem system, Characteristic<?> characteristic) {
        Answer answer = system.answers().get(characteristic.id());
        if (answer == null) {
            return characteristic.unknown();
        }
        if (!answer.characteristic().equals(characteristic)) {
            throw new AimsException(
                    "AIMS-3007",
                    "The " + characteristic.id() + " of system (" + Quoted.of(system.id())
                            + ") is answered for another characteristic of this name.",
                    "Maybe take the characteristic from the vocabulary of the packs in use.");
        }
        return answer.bounds();
    }
}
