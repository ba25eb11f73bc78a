package io.aims.rules.internal.analysis;

import io.aims.control.ControlId;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.Truth;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A vocabulary so small that every complete system can be listed, and random conditions on it. Dimensions are
 * characteristics and results; each has its values in rising hazard, but for the nominals.
 */
final class SmallWorld {

    private static final OrdinalCharacteristic<?> GRADE = OrdinalCharacteristic.of("grade", List.of("A", "B", "C"));
    private static final BooleanCharacteristic FLAG = BooleanCharacteristic.of("flag");
    private static final ScaleCharacteristic SCORE = ScaleCharacteristic.of("score", 1, 3);
    private static final DecimalCharacteristic AMOUNT = DecimalCharacteristic.of("amount");
    private static final NominalCharacteristic<?> COLOUR =
            NominalCharacteristic.of("colour", List.of("red", "green", "blue", "grey"));
    private static final NominalCharacteristic<?> SHAPE = NominalCharacteristic.of("shape", List.of("round", "flat"));
    private static final SetCharacteristic<?> ROOMS = SetCharacteristic.of("rooms", List.of("X", "Y", "Z"));
    private static final List<BigDecimal> AMOUNTS = List.of(BigDecimal.ZERO, new BigDecimal("2.5"), BigDecimal.TEN);
    private static final RiskSourceId SOURCE = new RiskSourceId("S.1");
    private static final ObjectiveId OBJECTIVE = new ObjectiveId("O.1");
    private static final ControlId CONTROL = new ControlId("T.1");
    private static final List<Object> ALL =
            List.of(GRADE, FLAG, SCORE, AMOUNT, COLOUR, SHAPE, ROOMS, SOURCE, OBJECTIVE, CONTROL);
    private static final int MOST_DIMENSIONS = 4;

    private final SplittableRandom random;
    private final List<Object> dimensions;

    /** Creates a world of the same few dimensions for the same seed. */
    SmallWorld(long seed) {
        this.random = new SplittableRandom(seed);
        List<Object> shuffled = new ArrayList<>(ALL);
        Collections.shuffle(shuffled, new java.util.Random(random.nextLong()));
        this.dimensions = List.copyOf(shuffled.subList(0, MOST_DIMENSIONS));
    }

    /** A complete system with its results. */
    record Situation(Map<Object, Object> values) implements Facts {

        @Override
        public Bounds bounds(Characteristic<?> characteristic) {
            return (Bounds) values.getOrDefault(characteristic, characteristic.unknown());
        }

        @Override
        public Truth riskSource(RiskSourceId source) {
            return (Truth) values.getOrDefault(source, Truth.UNDETERMINED);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Range<RiskLevel> level(ObjectiveId objective) {
            return (Range<RiskLevel>)
                    values.getOrDefault(objective, new Range<>(RiskLevel.VERY_LOW, RiskLevel.VERY_HIGH));
        }

        @Override
        public Truth needed(ControlId control) {
            return (Truth) values.getOrDefault(control, Truth.UNDETERMINED);
        }
    }

    /** Returns the values of a dimension, of all but nominals and sets in rising hazard. */
    static List<?> values(Object dimension) {
        if (dimension.equals(GRADE)) {
            return List.of(new Bounds.Ranks(0, 0), new Bounds.Ranks(1, 1), new Bounds.Ranks(2, 2));
        }
        if (dimension.equals(FLAG)) {
            return List.of(new Bounds.Ranks(0, 0), new Bounds.Ranks(1, 1));
        }
        if (dimension.equals(SCORE)) {
            return Stream.of(3, 2, 1)
                    .map(BigDecimal::valueOf)
                    .map(SmallWorld::exactly)
                    .toList();
        }
        if (dimension.equals(AMOUNT)) {
            return AMOUNTS.stream().map(SmallWorld::exactly).toList();
        }
        if (dimension instanceof NominalCharacteristic<?> nominal) {
            return Stream.iterate(1L, bit -> bit << 1)
                    .limit(nominal.values().size())
                    .map(Bounds.OneOf::new)
                    .toList();
        }
        if (dimension.equals(ROOMS)) {
            return Stream.iterate(0L, mask -> mask + 1)
                    .limit(8)
                    .map(mask -> new Bounds.Members(mask, true))
                    .toList();
        }
        if (dimension.equals(OBJECTIVE)) {
            return Stream.of(RiskLevel.values()).map(Range::exactly).toList();
        }
        return List.of(Truth.FALSE, Truth.TRUE);
    }

    private static Bounds exactly(BigDecimal number) {
        return new Bounds.Numbers(number, number);
    }

    /** Lists every complete system. */
    List<Situation> situations() {
        List<Map<Object, Object>> all = List.of(Map.of());
        for (Object dimension : dimensions) {
            List<Map<Object, Object>> longer = new ArrayList<>();
            for (Map<Object, Object> values : all) {
                for (Object value : values(dimension)) {
                    Map<Object, Object> more = new HashMap<>(values);
                    more.put(dimension, value);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all.stream().map(Situation::new).toList();
    }

    /** Makes a random condition. */
    Condition condition() {
        return condition(random.nextInt(1, 4));
    }

    private Condition condition(int deepest) {
        if (deepest == 0 || random.nextInt(4) == 0) {
            return test(dimensions.get(random.nextInt(dimensions.size())));
        }
        List<Condition> parts = Stream.generate(() -> condition(deepest - 1))
                .limit(random.nextInt(2, 4))
                .toList();
        return random.nextBoolean() ? new Condition.AnyOf(parts) : new Condition.AllOf(parts);
    }

    private Condition test(Object dimension) {
        List<Supplier<Condition.Test>> tests = tests(dimension);
        return tests.get(random.nextInt(tests.size())).get();
    }

    private List<Supplier<Condition.Test>> tests(Object dimension) {
        if (dimension.equals(GRADE)) {
            return List.of(() -> new Condition.AtLeast(GRADE, random.nextInt(3)));
        }
        if (dimension.equals(FLAG)) {
            return List.of(() -> new Condition.IsYes(FLAG));
        }
        if (dimension.equals(SCORE)) {
            return List.of(() -> new Condition.AtMost(SCORE, random.nextInt(1, 4)));
        }
        if (dimension.equals(AMOUNT)) {
            return List.of(() -> new Condition.ReachesNumber(AMOUNT, AMOUNTS.get(random.nextInt(AMOUNTS.size()))));
        }
        if (dimension instanceof NominalCharacteristic<?> nominal) {
            return List.of(() -> new Condition.IsIn(
                    nominal, random.nextLong(1, 1L << nominal.values().size())));
        }
        if (dimension.equals(ROOMS)) {
            return List.of(
                    () -> new Condition.Contains(ROOMS, random.nextInt(3)),
                    () -> new Condition.ContainsAny(ROOMS, random.nextLong(1, 8)),
                    () -> new Condition.NotEmpty(ROOMS));
        }
        if (dimension.equals(OBJECTIVE)) {
            return List.of(() -> new Condition.LevelAtLeast(OBJECTIVE, RiskLevel.values()[random.nextInt(5)]));
        }
        return List.of(
                () -> dimension.equals(SOURCE) ? new Condition.HasRiskSource(SOURCE) : new Condition.IsNeeded(CONTROL));
    }

    /** Returns one or more tests of every kind there is, by what they test. */
    static Map<Object, List<Condition.Test>> everyTest() {
        SmallWorld world = new SmallWorld(1);
        Map<Object, List<Condition.Test>> tests = new LinkedHashMap<>();
        for (Object dimension : ALL) {
            tests.put(
                    dimension,
                    world.tests(dimension).stream()
                            .flatMap(test -> Stream.generate(test).limit(20))
                            .distinct()
                            .toList());
        }
        return tests;
    }
}
