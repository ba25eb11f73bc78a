package io.aims.packs;

import io.aims.rule.Condition;
import io.aims.system.Answer;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Random conditions over few characteristics, so that tests meet, and random answers. The same seed gives the same. */
public final class RandomConditions {

    private static final OrdinalCharacteristic<?> GRADE =
            OrdinalCharacteristic.of("grade", List.of("none", "5b", "~", "almost-all"));
    private static final SetCharacteristic<?> ZONES =
            SetCharacteristic.of("zones", List.of("A", "null", "A: B", "quote\"d", "E"));
    private static final NominalCharacteristic<?> COLOUR =
            NominalCharacteristic.of("colour", List.of("red", "green", "blue", "1e3"));
    private static final BooleanCharacteristic FLAG = BooleanCharacteristic.of("flag");
    private static final ScaleCharacteristic SCORE = ScaleCharacteristic.of("score", -2, 3);
    private static final DecimalCharacteristic AMOUNT = DecimalCharacteristic.of("amount");

    /** What the conditions read. */
    public static final List<Characteristic<?>> CHARACTERISTICS = List.of(GRADE, ZONES, COLOUR, FLAG, SCORE, AMOUNT);

    private static final int MOST_DEEP = 2;
    private static final List<BigDecimal> NUMBERS =
            List.of(new BigDecimal("0"), new BigDecimal("0.45"), new BigDecimal("250"), new BigDecimal("1e25"));

    private final SplittableRandom random;

    public RandomConditions(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Returns a condition of one to about six tests. */
    public Condition condition() {
        return condition(0);
    }

    /** Returns a condition of one to three tests. */
    public Condition shortCondition() {
        return condition(1);
    }

    private Condition condition(int depth) {
        if (depth == MOST_DEEP || random.nextInt(3) == 0) {
            return test();
        }
        List<Condition> parts = new ArrayList<>();
        int count = random.nextInt(2, 4);
        for (int i = 0; i < count; i++) {
            parts.add(condition(depth + 1));
        }
        return random.nextBoolean() ? new Condition.AllOf(parts) : new Condition.AnyOf(parts);
    }

    private Condition.Test test() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> new Condition.AtLeast(GRADE, random.nextInt(1, 4));
            case 2 -> new Condition.ReachesNumber(AMOUNT, NUMBERS.get(random.nextInt(1, NUMBERS.size())));
            case 3 -> new Condition.AtMost(SCORE, random.nextInt(-2, 3));
            case 4 -> new Condition.IsYes(FLAG);
            case 5 -> new Condition.IsIn(COLOUR, random.nextLong(1, 15));
            case 6 -> new Condition.Contains(ZONES, random.nextInt(5));
            case 7 -> new Condition.ContainsAny(ZONES, random.nextLong(1, 32));
            default -> new Condition.NotEmpty(ZONES);
        };
    }

    /** Returns answers about some of the characteristics, many of them ranges. */
    public List<Answer> answers() {
        Set<Characteristic<?>> answered = new LinkedHashSet<>();
        int count = random.nextInt(CHARACTERISTICS.size() + 1);
        while (answered.size() < count) {
            answered.add(CHARACTERISTICS.get(random.nextInt(CHARACTERISTICS.size())));
        }
        return answered.stream()
                .map(characteristic -> Answer.of(characteristic, bounds(characteristic)))
                .toList();
    }

    private Bounds bounds(Characteristic<?> characteristic) {
        if (characteristic instanceof SetCharacteristic<?> set) {
            return new Bounds.Members(random.nextLong(1L << set.values().size()), random.nextBoolean());
        }
        if (characteristic instanceof NominalCharacteristic<?> nominal) {
            return new Bounds.OneOf(random.nextLong(1, 1L << nominal.values().size()));
        }
        if (characteristic instanceof EnumeratedCharacteristic<?> ranked) {
            int low = random.nextInt(ranked.values().size());
            return new Bounds.Ranks(
                    low,
                    random.nextBoolean()
                            ? low
                            : random.nextInt(low, ranked.values().size()));
        }
        if (characteristic instanceof ScaleCharacteristic scale) {
            int low = random.nextInt(scale.least(), scale.most() + 1);
            int high = random.nextBoolean() ? low : random.nextInt(low, scale.most() + 1);
            return new Bounds.Numbers(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
        }
        BigDecimal low = NUMBERS.get(random.nextInt(NUMBERS.size()));
        BigDecimal high = random.nextBoolean() ? low : low.add(BigDecimal.TEN);
        return new Bounds.Numbers(low, random.nextInt(4) == 0 ? null : high);
    }
}
