package io.aims.law;

import io.aims.rule.Condition;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.DateCharacteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Cuts the values of a characteristic into pieces that no test of a pack tells apart. Sets are not cut: see their members. */
final class Pieces {

    /** How close below a limit an answer is proposed that stays under it. */
    private static final BigDecimal JUST_BELOW = new BigDecimal("0.99");

    private Pieces() {}

    /**
     * Returns the pieces.
     *
     * @param characteristic no set
     * @param leaves what reads the characteristic
     * @return answers in rising order, none for a set
     */
    static List<Bounds> of(Characteristic<?> characteristic, List<LegalCondition.Leaf> leaves) {
        List<Bounds> pieces = new ArrayList<>();
        if (characteristic instanceof DecimalCharacteristic) {
            TreeSet<BigDecimal> limits = new TreeSet<>();
            for (LegalCondition.Leaf leaf : leaves) {
                if (leaf instanceof LegalCondition.Tests tests
                        && tests.test() instanceof Condition.ReachesNumber reaches
                        && reaches.least().signum() > 0) {
                    limits.add(reaches.least());
                }
            }
            BigDecimal low = BigDecimal.ZERO;
            for (BigDecimal limit : limits) {
                pieces.add(new Bounds.Numbers(low, low.max(limit.multiply(JUST_BELOW))));
                low = limit;
            }
            pieces.add(new Bounds.Numbers(low, null));
        } else if (characteristic instanceof ScaleCharacteristic scale) {
            TreeSet<Integer> limits = new TreeSet<>();
            for (LegalCondition.Leaf leaf : leaves) {
                if (leaf instanceof LegalCondition.Tests tests
                        && tests.test() instanceof Condition.AtMost atMost
                        && atMost.most() >= scale.least()
                        && atMost.most() < scale.most()) {
                    limits.add(atMost.most());
                }
            }
            int low = scale.least();
            for (int limit : limits) {
                pieces.add(new Bounds.Numbers(BigDecimal.valueOf(low), BigDecimal.valueOf(limit)));
                low = limit + 1;
            }
            pieces.add(new Bounds.Numbers(BigDecimal.valueOf(low), BigDecimal.valueOf(scale.most())));
        } else if (characteristic instanceof DateCharacteristic) {
            TreeSet<LocalDate> limits = new TreeSet<>();
            for (LegalCondition.Leaf leaf : leaves) {
                if (leaf instanceof LegalCondition.Before before
                        && before.date().day().isAfter(Bounds.Days.FIRST)
                        && !before.date().day().isAfter(Bounds.Days.LAST)) {
                    limits.add(before.date().day());
                }
            }
            LocalDate earliest = Bounds.Days.FIRST;
            for (LocalDate limit : limits) {
                pieces.add(new Bounds.Days(earliest, limit.minusDays(1)));
                earliest = limit;
            }
            pieces.add(new Bounds.Days(earliest, Bounds.Days.LAST));
        } else if (characteristic instanceof EnumeratedCharacteristic<?> enumerated
                && !(characteristic.unknown() instanceof Bounds.Members)) {
            for (int position = 0; position < enumerated.values().size(); position++) {
                pieces.add(
                        characteristic instanceof NominalCharacteristic
                                ? new Bounds.OneOf(1L << position)
                                : new Bounds.Ranks(position, position));
            }
        }
        return pieces;
    }

    /**
     * Returns what two answers to the same characteristic, no set, both leave possible.
     *
     * @return empty if there is nothing
     */
    static Optional<Bounds> meeting(Bounds one, Bounds other) {
        if (one instanceof Bounds.Ranks left && other instanceof Bounds.Ranks right) {
            int low = Math.max(left.low(), right.low());
            int high = Math.min(left.high(), right.high());
            return low > high ? Optional.empty() : Optional.of(new Bounds.Ranks(low, high));
        }
        if (one instanceof Bounds.OneOf left && other instanceof Bounds.OneOf right) {
            long possible = left.possible() & right.possible();
            return possible == 0 ? Optional.empty() : Optional.of(new Bounds.OneOf(possible));
        }
        if (one instanceof Bounds.Days left && other instanceof Bounds.Days right) {
            LocalDate earliest = left.earliest().isAfter(right.earliest()) ? left.earliest() : right.earliest();
            LocalDate latest = left.latest().isBefore(right.latest()) ? left.latest() : right.latest();
            return earliest.isAfter(latest) ? Optional.empty() : Optional.of(new Bounds.Days(earliest, latest));
        }
        if (one instanceof Bounds.Numbers left && other instanceof Bounds.Numbers right) {
            BigDecimal low = left.low().max(right.low());
            BigDecimal high = lesser(left.high(), right.high());
            return high != null && low.compareTo(high) > 0
                    ? Optional.empty()
                    : Optional.of(new Bounds.Numbers(low, high));
        }
        throw new IllegalArgumentException("Two answers to one characteristic are of one kind: " + one + ", " + other);
    }

    private static @Nullable BigDecimal lesser(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.min(other);
    }

    /** Returns everything from the first of two pieces of one characteristic, no set, to the last. */
    static Bounds joined(Bounds first, Bounds last) {
        if (first instanceof Bounds.Ranks low && last instanceof Bounds.Ranks high) {
            return new Bounds.Ranks(low.low(), high.high());
        }
        if (first instanceof Bounds.Days low && last instanceof Bounds.Days high) {
            return new Bounds.Days(low.earliest(), high.latest());
        }
        if (first instanceof Bounds.Numbers low && last instanceof Bounds.Numbers high) {
            return new Bounds.Numbers(low.low(), high.high());
        }
        return new Bounds.OneOf(((Bounds.OneOf) first).possible() | ((Bounds.OneOf) last).possible());
    }
}
