package io.aims.testing.jqwik;

import io.aims.rule.Condition;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.DateCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** Answers drawn at random, close to where the tests of rules change their mind. The same draws give the same answers. */
final class AnswerDraws {

    private static final Condition.SystemTest UNTESTED = new Condition.IsYes(BooleanCharacteristic.of("untested"));

    private final Map<Characteristic<?>, List<Condition.SystemTest>> tests = new HashMap<>();

    AnswerDraws(Collection<Condition> conditions) {
        for (Condition condition : conditions) {
            for (Condition.Test test : condition.tests()) {
                if (test instanceof Condition.SystemTest systemTest) {
                    tests.computeIfAbsent(systemTest.characteristic(), key -> new ArrayList<>())
                            .add(systemTest);
                }
            }
        }
    }

    /** Returns an exact answer. */
    Bounds exact(Characteristic<?> characteristic, SplittableRandom random) {
        if (characteristic instanceof SetCharacteristic<?> set) {
            return new Bounds.Members(mask(set, random), true);
        }
        if (characteristic instanceof NominalCharacteristic<?> nominal) {
            long liked = mask(nominal, random);
            int position = liked == 0 || random.nextInt(4) == 0
                    ? random.nextInt(nominal.values().size())
                    : bitOf(liked, random);
            return new Bounds.OneOf(1L << position);
        }
        if (characteristic instanceof EnumeratedCharacteristic<?> ranked) {
            int rank = rank(ranked, random);
            return new Bounds.Ranks(rank, rank);
        }
        if (characteristic instanceof DateCharacteristic) {
            LocalDate day = day(random);
            return new Bounds.Days(day, day);
        }
        BigDecimal number = number(characteristic, random);
        return new Bounds.Numbers(number, number);
    }

    /** Returns an answer that may leave something open. */
    Bounds partial(Characteristic<?> characteristic, SplittableRandom random) {
        if (characteristic instanceof SetCharacteristic<?> set) {
            return new Bounds.Members(mask(set, random), random.nextInt(4) == 0);
        }
        if (characteristic instanceof NominalCharacteristic<?> nominal) {
            long mask = random.nextBoolean() ? mask(nominal, random) : random.nextLong() & full(nominal);
            return mask == 0 ? exact(nominal, random) : new Bounds.OneOf(mask);
        }
        if (characteristic instanceof EnumeratedCharacteristic<?> ranked) {
            int top = ranked.values().size() - 1;
            int one = rank(ranked, random);
            int other = rank(ranked, random);
            return switch (random.nextInt(3)) {
                case 0 -> new Bounds.Ranks(one, top);
                case 1 -> new Bounds.Ranks(0, one);
                default -> new Bounds.Ranks(Math.min(one, other), Math.max(one, other));
            };
        }
        if (characteristic instanceof DateCharacteristic) {
            LocalDate day = day(random);
            return random.nextBoolean()
                    ? new Bounds.Days(day, Bounds.Days.LAST)
                    : new Bounds.Days(day, day.plusDays(random.nextInt(400)));
        }
        Bounds.Numbers all = (Bounds.Numbers) characteristic.unknown();
        BigDecimal one = number(characteristic, random);
        BigDecimal other = number(characteristic, random);
        return switch (random.nextInt(3)) {
            case 0 -> new Bounds.Numbers(one, all.high());
            case 1 -> new Bounds.Numbers(all.low(), one);
            default -> new Bounds.Numbers(one.min(other), one.max(other));
        };
    }

    /** Returns an answer for which a test holds for certain. */
    Bounds satisfying(Condition.SystemTest test, SplittableRandom random) {
        Characteristic<?> characteristic = test.characteristic();
        if (test instanceof Condition.AtLeast atLeast) {
            int top = atLeast.characteristic().values().size() - 1;
            int low = random.nextBoolean() ? atLeast.rank() : random.nextInt(atLeast.rank(), top + 1);
            return new Bounds.Ranks(low, random.nextBoolean() ? low : top);
        }
        if (test instanceof Condition.ReachesNumber reaches) {
            BigDecimal low =
                    random.nextBoolean() ? reaches.least() : reaches.least().multiply(BigDecimal.TEN);
            return new Bounds.Numbers(low, random.nextBoolean() ? low : null);
        }
        if (test instanceof Condition.AtMost atMost) {
            BigDecimal least = BigDecimal.valueOf(atMost.characteristic().least());
            BigDecimal high = BigDecimal.valueOf(atMost.most());
            return new Bounds.Numbers(random.nextBoolean() ? least.min(high) : high, high);
        }
        if (test instanceof Condition.IsYes) {
            return new Bounds.Ranks(1, 1);
        }
        if (test instanceof Condition.IsIn isIn) {
            long mask = isIn.allowed() & random.nextLong();
            return new Bounds.OneOf(mask == 0 ? isIn.allowed() : mask);
        }
        SetCharacteristic<?> set = (SetCharacteristic<?>) characteristic;
        long wanted = test instanceof Condition.Contains contains
                ? 1L << contains.position()
                : test instanceof Condition.ContainsAny any ? any.wanted() : full(set);
        long others = sparse(set, random);
        return new Bounds.Members(1L << bitOf(wanted, random) | others, random.nextInt(3) > 0);
    }

    /** Returns bounds within others. */
    Bounds narrowed(Characteristic<?> characteristic, Bounds bounds, SplittableRandom random) {
        if (bounds.isExact()) {
            return bounds;
        }
        if (bounds instanceof Bounds.Ranks ranks) {
            int one = random.nextInt(ranks.low(), ranks.high() + 1);
            int other = random.nextInt(ranks.low(), ranks.high() + 1);
            return new Bounds.Ranks(Math.min(one, other), Math.max(one, other));
        }
        if (bounds instanceof Bounds.Members members) {
            return new Bounds.Members(
                    members.known() | mask((SetCharacteristic<?>) characteristic, random), random.nextBoolean());
        }
        if (bounds instanceof Bounds.OneOf oneOf) {
            long mask = oneOf.possible() & random.nextLong();
            return new Bounds.OneOf(mask == 0 ? 1L << bitOf(oneOf.possible(), random) : mask);
        }
        if (bounds instanceof Bounds.Days days) {
            return new Bounds.Days(days.earliest(), days.earliest());
        }
        Bounds.Numbers numbers = (Bounds.Numbers) bounds;
        BigDecimal one = clamp(number(characteristic, random), numbers);
        BigDecimal other = clamp(number(characteristic, random), numbers);
        return new Bounds.Numbers(one.min(other), one.max(other));
    }

    /** Returns one value within bounds. */
    Bounds completed(Characteristic<?> characteristic, Bounds bounds, SplittableRandom random) {
        if (bounds.isExact()) {
            return bounds;
        }
        if (bounds instanceof Bounds.Ranks ranks) {
            int rank = random.nextInt(ranks.low(), ranks.high() + 1);
            return new Bounds.Ranks(rank, rank);
        }
        if (bounds instanceof Bounds.Members members) {
            return new Bounds.Members(members.known() | mask((SetCharacteristic<?>) characteristic, random), true);
        }
        if (bounds instanceof Bounds.OneOf oneOf) {
            return new Bounds.OneOf(1L << bitOf(oneOf.possible(), random));
        }
        if (bounds instanceof Bounds.Days days) {
            return new Bounds.Days(days.latest(), days.latest());
        }
        BigDecimal number = clamp(number(characteristic, random), (Bounds.Numbers) bounds);
        return new Bounds.Numbers(number, number);
    }

    /** Returns bounds of which neither end is less severe. Nominals have no order of severity and stay as they are. */
    Bounds worsened(Characteristic<?> characteristic, Bounds bounds, SplittableRandom random) {
        if (bounds instanceof Bounds.Ranks ranks) {
            int top = ((EnumeratedCharacteristic<?>) characteristic).values().size() - 1;
            int low = random.nextInt(ranks.low(), top + 1);
            return new Bounds.Ranks(low, random.nextInt(Math.max(low, ranks.high()), top + 1));
        }
        if (bounds instanceof Bounds.Members members) {
            return new Bounds.Members(
                    members.known() | mask((SetCharacteristic<?>) characteristic, random),
                    members.complete() && random.nextInt(4) > 0);
        }
        if (bounds instanceof Bounds.Numbers numbers) {
            BigDecimal number = number(characteristic, random);
            if (characteristic instanceof ScaleCharacteristic) {
                BigDecimal high = Objects.requireNonNull(numbers.high()).min(number);
                return new Bounds.Numbers(numbers.low().min(high), high);
            }
            BigDecimal low = numbers.low().max(number);
            BigDecimal high = numbers.high();
            return new Bounds.Numbers(low, high == null || random.nextInt(4) == 0 ? null : high.max(low));
        }
        return bounds;
    }

    private static LocalDate day(SplittableRandom random) {
        return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(5_000));
    }

    private int rank(EnumeratedCharacteristic<?> ranked, SplittableRandom random) {
        int size = ranked.values().size();
        Condition.SystemTest test = anyTest(ranked, random);
        if (test instanceof Condition.AtLeast atLeast && random.nextInt(3) > 0) {
            return Math.max(0, Math.min(size - 1, atLeast.rank() + random.nextInt(3) - 1));
        }
        return random.nextInt(size);
    }

    private BigDecimal number(Characteristic<?> characteristic, SplittableRandom random) {
        Condition.SystemTest test = anyTest(characteristic, random);
        if (characteristic instanceof ScaleCharacteristic scale) {
            int number = test instanceof Condition.AtMost atMost && random.nextInt(3) > 0
                    ? atMost.most() + random.nextInt(3) - 1
                    : random.nextInt(scale.least(), scale.most() + 1);
            return BigDecimal.valueOf(Math.max(scale.least(), Math.min(scale.most(), number)));
        }
        BigDecimal pivot = test instanceof Condition.ReachesNumber reaches
                ? reaches.least()
                : BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(-20, 5));
        return switch (random.nextInt(6)) {
            case 0 -> pivot.movePointLeft(1);
            case 1 -> pivot.subtract(pivot.ulp()).max(BigDecimal.ZERO);
            case 2 -> pivot.add(pivot.ulp().movePointLeft(30));
            case 3 -> pivot.movePointRight(random.nextInt(5));
            case 4 -> BigDecimal.ZERO;
            default -> pivot.setScale(pivot.scale() + 3);
        };
    }

    private long mask(EnumeratedCharacteristic<?> characteristic, SplittableRandom random) {
        long sparse = sparse(characteristic, random);
        Condition.SystemTest test = anyTest(characteristic, random);
        long wanted = test instanceof Condition.Contains contains
                ? 1L << contains.position()
                : test instanceof Condition.ContainsAny any
                        ? any.wanted()
                        : test instanceof Condition.IsIn isIn ? isIn.allowed() : 0;
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> sparse;
            case 2 -> wanted;
            case 3 -> wanted & random.nextLong();
            default -> sparse & ~wanted;
        };
    }

    private Condition.SystemTest anyTest(Characteristic<?> characteristic, SplittableRandom random) {
        List<Condition.SystemTest> own = tests.get(characteristic);
        return own == null ? UNTESTED : own.get(random.nextInt(own.size()));
    }

    private static BigDecimal clamp(BigDecimal number, Bounds.Numbers numbers) {
        BigDecimal raised = number.max(numbers.low());
        return numbers.high() == null ? raised : raised.min(numbers.high());
    }

    /** Returns each value with a chance of one in eight. */
    private static long sparse(EnumeratedCharacteristic<?> characteristic, SplittableRandom random) {
        long mask = full(characteristic);
        for (int halving = 0; halving < 3; halving++) {
            mask &= random.nextLong();
        }
        return mask;
    }

    private static long full(EnumeratedCharacteristic<?> characteristic) {
        return (1L << characteristic.values().size()) - 1;
    }

    private static int bitOf(long mask, SplittableRandom random) {
        int skip = random.nextInt(Long.bitCount(mask));
        long rest = mask;
        for (int i = 0; i < skip; i++) {
            rest &= rest - 1;
        }
        return Long.numberOfTrailingZeros(rest);
    }
}
