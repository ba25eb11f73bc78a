package io.aims.rules.internal.analysis;

import io.aims.risk.RiskLevel;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.system.Bounds;
import io.aims.text.NumberText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The value from which a test holds, and the one next to it at which it does not yet.
 *
 * @param at the value, as examples write it
 * @param justBelow the next less severe one; of numbers with decimals, any of the last tenth below
 * @param isOfResult whether a result is tested, which may be unable to come to just these values
 * @param reaching whether the test holds, but would not if it asked for more
 * @param failing whether the test does not hold, but would for the next more severe value
 */
record Threshold(String at, String justBelow, boolean isOfResult, Predicate<Facts> reaching, Predicate<Facts> failing) {

    private static final BigDecimal NEAR = new BigDecimal("0.9");

    /** Returns the threshold of a test, or empty if it has none, or none that could be missed. */
    static Optional<Threshold> of(Condition.Test test) {
        if (test instanceof Condition.AtLeast atLeast && atLeast.rank() > 0) {
            int rank = atLeast.rank();
            return Optional.of(new Threshold(
                    atLeast.characteristic().valueIds().get(rank),
                    atLeast.characteristic().valueIds().get(rank - 1),
                    false,
                    facts -> ((Bounds.Ranks) facts.bounds(atLeast.characteristic())).low() == rank,
                    facts -> ((Bounds.Ranks) facts.bounds(atLeast.characteristic())).high() == rank - 1));
        }
        if (test instanceof Condition.AtMost atMost
                && atMost.most() < atMost.characteristic().most()) {
            return Optional.of(new Threshold(
                    Integer.toString(atMost.most()),
                    Integer.toString(atMost.most() + 1),
                    false,
                    facts -> isNumber(numbers(facts, atMost).high(), atMost.most()),
                    facts -> isNumber(numbers(facts, atMost).low(), atMost.most() + 1)));
        }
        if (test instanceof Condition.ReachesNumber reaches && reaches.least().signum() > 0) {
            BigDecimal least = reaches.least();
            return Optional.of(new Threshold(
                    NumberText.of(least),
                    "just below " + NumberText.of(least),
                    false,
                    facts -> numbers(facts, reaches).low().compareTo(least) == 0,
                    facts -> isJustBelow(numbers(facts, reaches), least)));
        }
        if (test instanceof Condition.LevelAtLeast level && level.least().ordinal() > 0) {
            RiskLevel below = RiskLevel.values()[level.least().ordinal() - 1];
            return Optional.of(new Threshold(
                    level.least().name(),
                    below.name(),
                    true,
                    facts -> facts.level(level.objective()).low() == level.least(),
                    facts -> facts.level(level.objective()).high() == below));
        }
        return Optional.empty();
    }

    private static Bounds.Numbers numbers(Facts facts, Condition.SystemTest test) {
        return (Bounds.Numbers) facts.bounds(test.characteristic());
    }

    private static boolean isNumber(@Nullable BigDecimal number, int expected) {
        return number != null && number.compareTo(BigDecimal.valueOf(expected)) == 0;
    }

    private static boolean isJustBelow(Bounds.Numbers numbers, BigDecimal least) {
        BigDecimal high = numbers.high();
        return high != null && high.compareTo(least) < 0 && high.compareTo(least.multiply(NEAR)) >= 0;
    }
}
