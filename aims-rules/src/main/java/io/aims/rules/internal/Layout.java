package io.aims.rules.internal;

import io.aims.evaluation.StratumResults;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.Condition;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.CharacteristicOrder;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.VocabularyEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

    /** By the id of the characteristic: among the numbers if it is a decimal, else among the words. */
    private final Map<String, Integer> slots = new HashMap<>();

    private final Map<String, ResultSlot> resultSlots = new TreeMap<>();
    /** For each stratum. A result is settled before it is first read. */
    private final List<List<ResultSlot>> resultsReadFirstIn = new ArrayList<>();
    /** The characteristics that have words, and behind them those that have numbers. */
    private final CharacteristicOrder order;

    private final int words;
    private final int numbers;

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
        List<Characteristic<?>> inWords = new ArrayList<>();
        List<Characteristic<?>> asNumbers = new ArrayList<>();
        for (VocabularyEntry entry : base.vocabulary().entries()) {
            Characteristic<?> characteristic = entry.characteristic();
            if (read.remove(characteristic)) {
                List<Characteristic<?>> alike = characteristic instanceof DecimalCharacteristic ? asNumbers : inWords;
                slots.put(characteristic.id(), alike.size());
                alike.add(characteristic);
            }
        }
        if (!read.isEmpty()) {
            throw new IllegalArgumentException("Rules read what is not in the vocabulary: " + read);
        }
        this.words = inWords.size();
        this.numbers = asNumbers.size();
        inWords.addAll(asNumbers);
        this.order = new CharacteristicOrder(inWords);
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
        return Objects.requireNonNull(slots.get(characteristic.id()));
    }

    int slot(Condition.ResultTest test) {
        return Objects.requireNonNull(resultSlots.get(subject(test))).position();
    }

    /** Reads what the rules of a base can read about a system, without results. */
    Readings read(AiSystem system) {
        Bounds[] bounds = order.boundsOf(system);
        Readings readings = new Readings(words + resultSlots.size(), numbers);
        for (int slot = 0; slot < words; slot++) {
            readings.put(slot, bounds[slot]);
        }
        for (int slot = 0; slot < numbers; slot++) {
            readings.putNumber(slot, (Bounds.Numbers) bounds[words + slot]);
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
}
