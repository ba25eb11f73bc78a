package io.aims.packs.internal;

import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.system.Bounds;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The threshold of a test, and what lies beside it.
 *
 * <p>Beside a value of an ordinal, and beside a level, lies the value before; beside a number of a scale the next higher one,
 * which is less severe. Decimals have no next number: beside one lies everything below it by no more than a tenth of it, and
 * it is moved by a tenth.
 */
public final class Threshold {

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private final Condition.Test test;

    private Threshold(Condition.Test test) {
        this.test = test;
    }

    /**
     * Returns the threshold of a test.
     *
     * @param test a test
     * @return empty if it has none
     */
    public static Optional<Threshold> of(Condition.Test test) {
        boolean has = test instanceof Condition.AtLeast
                || test instanceof Condition.ReachesNumber
                || test instanceof Condition.AtMost
                || test instanceof Condition.LevelAtLeast;
        return has ? Optional.of(new Threshold(test)) : Optional.empty();
    }

    /**
     * Tells whether what is read is known to reach exactly the threshold, and no more.
     *
     * @param facts what is known
     * @return whether the less severe end of what is possible is the threshold
     */
    public boolean isAt(Facts facts) {
        if (test instanceof Condition.AtLeast atLeast) {
            return ((Bounds.Ranks) facts.bounds(atLeast.characteristic())).low() == atLeast.rank();
        }
        if (test instanceof Condition.ReachesNumber reaches) {
            return numbers(facts, reaches).low().compareTo(reaches.least()) == 0;
        }
        if (test instanceof Condition.AtMost atMost) {
            BigDecimal high = numbers(facts, atMost).high();
            return high != null && high.compareTo(BigDecimal.valueOf(atMost.most())) == 0;
        }
        Condition.LevelAtLeast level = (Condition.LevelAtLeast) test;
        return facts.level(level.objective()).low() == level.least();
    }

    /**
     * Tells whether what is read is known to fail the test by as little as can be.
     *
     * @param facts what is known
     * @return whether the more severe end of what is possible lies beside the threshold
     */
    public boolean isBeside(Facts facts) {
        if (test instanceof Condition.AtLeast atLeast) {
            return ((Bounds.Ranks) facts.bounds(atLeast.characteristic())).high() == atLeast.rank() - 1;
        }
        if (test instanceof Condition.ReachesNumber reaches) {
            BigDecimal high = numbers(facts, reaches).high();
            return high != null && high.compareTo(reaches.least()) < 0 && high.compareTo(lowered(reaches.least())) >= 0;
        }
        if (test instanceof Condition.AtMost atMost) {
            return numbers(facts, atMost).low().compareTo(BigDecimal.valueOf(atMost.most() + 1L)) == 0;
        }
        Condition.LevelAtLeast level = (Condition.LevelAtLeast) test;
        Range<RiskLevel> range = facts.level(level.objective());
        return range.high().ordinal() == level.least().ordinal() - 1;
    }

    private static Bounds.Numbers numbers(Facts facts, Condition.SystemTest reader) {
        return (Bounds.Numbers) facts.bounds(reader.characteristic());
    }

    private static BigDecimal lowered(BigDecimal number) {
        return number.subtract(number.multiply(TENTH));
    }

    /**
     * Returns the test that passes one value earlier, for systems less severe.
     *
     * @return empty if there is no value before
     */
    public Optional<Condition.Test> lowered() {
        if (test instanceof Condition.AtLeast atLeast) {
            return atLeast.rank() == 0
                    ? Optional.empty()
                    : Optional.of(new Condition.AtLeast(atLeast.characteristic(), atLeast.rank() - 1));
        }
        if (test instanceof Condition.ReachesNumber reaches) {
            return reaches.least().signum() == 0
                    ? Optional.empty()
                    : Optional.of(new Condition.ReachesNumber(reaches.characteristic(), lowered(reaches.least())));
        }
        if (test instanceof Condition.AtMost atMost) {
            return atMost.most() >= atMost.characteristic().most()
                    ? Optional.empty()
                    : Optional.of(new Condition.AtMost(atMost.characteristic(), atMost.most() + 1));
        }
        Condition.LevelAtLeast level = (Condition.LevelAtLeast) test;
        return level.least() == RiskLevel.VERY_LOW
                ? Optional.empty()
                : Optional.of(new Condition.LevelAtLeast(
                        level.objective(), RiskLevel.values()[level.least().ordinal() - 1]));
    }

    /**
     * Returns the test that passes one value later, only for systems more severe.
     *
     * @return empty if there is no value behind
     */
    public Optional<Condition.Test> raised() {
        if (test instanceof Condition.AtLeast atLeast) {
            return atLeast.rank() == atLeast.characteristic().values().size() - 1
                    ? Optional.empty()
                    : Optional.of(new Condition.AtLeast(atLeast.characteristic(), atLeast.rank() + 1));
        }
        if (test instanceof Condition.ReachesNumber reaches) {
            BigDecimal raised = reaches.least().add(reaches.least().multiply(TENTH));
            return reaches.least().signum() == 0
                    ? Optional.empty()
                    : Optional.of(new Condition.ReachesNumber(reaches.characteristic(), raised));
        }
        if (test instanceof Condition.AtMost atMost) {
            return atMost.most() <= atMost.characteristic().least()
                    ? Optional.empty()
                    : Optional.of(new Condition.AtMost(atMost.characteristic(), atMost.most() - 1));
        }
        Condition.LevelAtLeast level = (Condition.LevelAtLeast) test;
        return level.least() == RiskLevel.VERY_HIGH
                ? Optional.empty()
                : Optional.of(new Condition.LevelAtLeast(
                        level.objective(), RiskLevel.values()[level.least().ordinal() + 1]));
    }
}
