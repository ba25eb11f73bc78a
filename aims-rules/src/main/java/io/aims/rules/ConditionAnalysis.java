package io.aims.rules;

import io.aims.control.ControlId;
import io.aims.evaluation.StratumResults;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds whether any system makes a condition true, and whether any makes it false.
 *
 * <p>Conditions only rise with hazard, so that the most and the least hazardous system decide, but for nominals, which have
 * no order: their values are tried, values that no test tells apart only once. A condition with too many combinations is
 * taken to be able to hold and to fail.
 */
final class ConditionAnalysis {

    private static final int MOST_STEPS = 2_000;
    private static final BigDecimal LARGEST_NUMBER = BigDecimal.TEN.pow(1_000).subtract(BigDecimal.ONE);

    private final Condition condition;
    private final boolean hazardous;
    private final Truth goal;
    private final StratumResults results;
    private final List<NominalCharacteristic<?>> nominals = new ArrayList<>();
    private final Map<Characteristic<?>, List<Long>> choices = new LinkedHashMap<>();
    private final Map<Characteristic<?>, Long> chosen = new HashMap<>();
    private int steps;

    private ConditionAnalysis(Condition condition, boolean hazardous, StratumResults results) {
        this.condition = condition;
        this.hazardous = hazardous;
        this.results = results;
        this.goal = hazardous ? Truth.TRUE : Truth.FALSE;
        Map<NominalCharacteristic<?>, Set<Long>> masks = new LinkedHashMap<>();
        for (Condition.Test test : condition.tests()) {
            if (test instanceof Condition.IsIn isIn) {
                masks.computeIfAbsent(isIn.characteristic(), key -> new LinkedHashSet<>())
                        .add(isIn.allowed());
            }
        }
        masks.forEach((nominal, tested) -> {
            nominals.add(nominal);
            choices.put(nominal, distinct(nominal, tested));
        });
    }

    /**
     * Tells whether a condition can hold, if every result that it reads can be as hazardous as can be.
     *
     * @param condition a condition
     * @return {@code false} if no system makes it true
     */
    static boolean canHold(Condition condition) {
        return canHold(condition, new AnyResults(true));
    }

    /**
     * Tells whether a condition can hold.
     *
     * @param condition a condition
     * @param highest the most hazardous results that it can read
     * @return {@code false} if no system makes it true
     */
    static boolean canHold(Condition condition, StratumResults highest) {
        return new ConditionAnalysis(condition, true, highest).isReached(0);
    }

    /**
     * Tells whether a condition can fail, if every result that it reads can be as harmless as can be.
     *
     * @param condition a condition
     * @return {@code false} if every system makes it true
     */
    static boolean canFail(Condition condition) {
        return new ConditionAnalysis(condition, false, new AnyResults(false)).isReached(0);
    }

    /**
     * Finds a test that says nothing, for it holds for every system.
     *
     * @param condition a condition
     * @return the first such test
     */
    static Optional<Condition.Test> idleTest(Condition condition) {
        return condition.tests().stream().filter(test -> !canFail(test)).findFirst();
    }

    private boolean isReached(int next) {
        steps++;
        if (steps > MOST_STEPS) {
            return true;
        }
        Truth truth = condition.evaluate(new Extreme());
        if (truth != Truth.UNDETERMINED || next == nominals.size()) {
            return truth == goal;
        }
        NominalCharacteristic<?> nominal = nominals.get(next);
        for (long value : choices.getOrDefault(nominal, List.of())) {
            chosen.put(nominal, value);
            if (isReached(next + 1)) {
                return true;
            }
        }
        chosen.remove(nominal);
        return false;
    }

    /** One value for each way in which the tests tell values apart. */
    private static List<Long> distinct(NominalCharacteristic<?> nominal, Set<Long> masks) {
        Map<List<Boolean>, Long> kinds = new LinkedHashMap<>();
        for (int position = 0; position < nominal.values().size(); position++) {
            long bit = 1L << position;
            kinds.putIfAbsent(masks.stream().map(mask -> (mask & bit) != 0).toList(), bit);
        }
        return List.copyOf(kinds.values());
    }

    static long fullMask(EnumeratedCharacteristic<?> characteristic) {
        return (1L << characteristic.values().size()) - 1;
    }

    /** The most or the least hazardous system, of which some nominals are still open. */
    private final class Extreme implements Facts {

        @Override
        public Bounds bounds(Characteristic<?> characteristic) {
            if (characteristic instanceof NominalCharacteristic<?> nominal) {
                Long value = chosen.get(nominal);
                return new Bounds.OneOf(value == null ? fullMask(nominal) : value);
            }
            if (characteristic instanceof SetCharacteristic<?> set) {
                return new Bounds.Members(hazardous ? fullMask(set) : 0, true);
            }
            if (characteristic instanceof EnumeratedCharacteristic<?> ranked) {
                int rank = hazardous ? ranked.values().size() - 1 : 0;
                return new Bounds.Ranks(rank, rank);
            }
            BigDecimal number = characteristic instanceof ScaleCharacteristic scale
                    ? BigDecimal.valueOf(hazardous ? scale.least() : scale.most())
                    : decimal((DecimalCharacteristic) characteristic);
            return new Bounds.Numbers(number, number);
        }

        private BigDecimal decimal(DecimalCharacteristic characteristic) {
            Bounds.Numbers all = (Bounds.Numbers) characteristic.unknown();
            return hazardous ? LARGEST_NUMBER : all.low();
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

    /** Results as hazardous, or as harmless, as they can be. */
    private record AnyResults(boolean hazardous) implements StratumResults {

        @Override
        public Truth riskSource(RiskSourceId source) {
            return hazardous ? Truth.TRUE : Truth.FALSE;
        }

        @Override
        public Range<RiskLevel> level(ObjectiveId objective) {
            return Range.exactly(hazardous ? RiskLevel.VERY_HIGH : RiskLevel.VERY_LOW);
        }

        @Override
        public Truth needed(ControlId control) {
            return hazardous ? Truth.TRUE : Truth.FALSE;
        }
    }
}
