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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where readings keep what the rules of a base read: a word for each characteristic, in the order of the vocabulary, and
 * for each result of the strata below; a number for each decimal. What no rule reads has no place. Immutable.
 */
final class Layout {

    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, ResultSlot> resultSlots = new TreeMap<>();
    /** For each stratum. A result is settled before it is first read. */
    private final List<List<ResultSlot>> resultsReadFirstIn = new ArrayList<>();
    /** What is known of a system without answers; copied for each system. */
    private final Readings unknown;

    /** The slot of a characteristic: among the numbers if it is a decimal, else among the words. */
    private record Slot(Characteristic<?> characteristic, int position, Bounds unknown) {

        void put(Bounds bounds, Readings readings) {
            if (characteristic instanceof DecimalCharacteristic) {
                readings.putNumber(position, (Bounds.Numbers) bounds);
            } else {
                readings.put(position, bounds);
            }
        }
    }

    /** A result, a test that names it, and its slot among the words. */
    private record ResultSlot(Condition.ResultTest test, int position) {}

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
        int words = 0;
        int numbers = 0;
        for (VocabularyEntry entry : base.vocabulary().entries()) {
            Characteristic<?> characteristic = entry.characteristic();
            if (read.remove(characteristic)) {
                int position = characteristic instanceof DecimalCharacteristic ? numbers++ : words++;
                slots.put(characteristic.id(), new Slot(characteristic, position, characteristic.unknown()));
            }
        }
        if (!read.isEmpty()) {
            throw new IllegalArgumentException("Rules read what is not in the vocabulary: " + read);
        }
        for (Map<String, Condition.ResultTest> tests : resultsRead) {
            List<ResultSlot> readFirst = new ArrayList<>();
            for (Map.Entry<String, Condition.ResultTest> test : tests.entrySet()) {
                ResultSlot slot = new ResultSlot(test.getValue(), words + resultSlots.size());
                if (resultSlots.putIfAbsent(test.getKey(), slot) == null) {
                    readFirst.add(slot);
                }
            }
            resultsReadFirstIn.add(readFirst);
        }
        this.unknown = new Readings(words + resultSlots.size(), numbers);
        for (Slot slot : slots.values()) {
            slot.put(slot.unknown(), unknown);
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
        return Objects.requireNonNull(slots.get(characteristic.id())).position();
    }

    int slot(Condition.ResultTest test) {
        return Objects.requireNonNull(resultSlots.get(subject(test))).position();
    }

    /** Reads what the rules of a base can read about a system, without results. */
    Readings read(AiSystem system) {
        Readings readings = unknown.copy();
        for (Answer answer : system.answers().values()) {
            Slot slot = slots.get(answer.characteristic().id());
            if (slot != null) {
                checkCharacteristic(system, answer, slot.characteristic());
                readings.take(slot.unknown());
                slot.put(answer.bounds(), readings);
            }
        }
        return readings;
    }

    /** Adds the results that the rules of a stratum read and those of no stratum below. */
    void readResults(int stratum, StratumResults results, Readings readings) {
        for (ResultSlot result : resultsReadFirstIn.get(stratum)) {
            if (result.test() instanceof Condition.HasRiskSource hasSource) {
                readings.put(result.position(), results.riskSource(hasSource.source()));
            } else if (result.test() instanceof Condition.LevelAtLeast level) {
                Range<RiskLevel> range = results.level(level.objective());
                readings.putRange(
                        result.position(), range.low().ordinal(), range.high().ordinal());
            } else {
                readings.put(result.position(), results.needed(((Condition.IsNeeded) result.test()).control()));
            }
        }
    }

    private static void checkCharacteristic(AiSystem system, Answer answer, Characteristic<?> characteristic) {
        if (!answer.characteristic().equals(characteristic)) {
            throw new AimsException(
                    "AIMS-3007",
                    "The " + characteristic.id() + " of system (" + Quoted.of(system.id())
                            + ") is answered for another characteristic of this name.",
                    "Maybe take the characteristic from the vocabulary of the packs in use.");
        }
    }
}
