package io.aims.evaluation;

import io.aims.rule.Condition;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which facts each rule of a base reads. Immutable and thread-safe. */
final class RuleReadings {

    private final List<Reading> readings = new ArrayList<>();
    private final int[][] ofRule;

    RuleReadings(RuleBase base) {
        Map<String, Integer> positions = new HashMap<>();
        this.ofRule = new int[base.rules().size()][];
        for (int rule = 0; rule < ofRule.length; rule++) {
            SortedMap<String, Integer> sorted = new TreeMap<>();
            for (Condition.Test test : base.rules().get(rule).condition().tests()) {
                Reading reading = Reading.of(test);
                Integer position = positions.get(reading.subject());
                if (position == null) {
                    position = readings.size();
                    positions.put(reading.subject(), position);
                    readings.add(reading);
                }
                sorted.put(reading.subject(), position);
            }
            ofRule[rule] = sorted.values().stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** Begins to read the facts about a system. */
    Reader read(AiSystem system, StratumResults results) {
        return new Reader(system, results);
    }

    /** Reads each fact about one system once. Not thread-safe. */
    final class Reader {

        private final AiSystem system;
        private final StratumResults results;
        private final @Nullable UsedFact[] facts = new UsedFact[readings.size()];

        private Reader(AiSystem system, StratumResults results) {
            this.system = system;
            this.results = results;
        }

        /** Returns the facts that a rule reads, sorted by subject, each once. */
        List<UsedFact> factsOf(int rule) {
            UsedFact[] read = new UsedFact[ofRule[rule].length];
            for (int i = 0; i < read.length; i++) {
                read[i] = fact(ofRule[rule][i]);
            }
            return List.copyOf(Arrays.asList(read));
        }

        private UsedFact fact(int position) {
            UsedFact fact = facts[position];
            if (fact == null) {
                fact = readings.get(position).in(system, results);
                facts[position] = fact;
            }
            return fact;
        }
    }
}
