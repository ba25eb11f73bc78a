package io.aims.reasoning.counterfactual;

import io.aims.rule.Condition;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.ScaleCharacteristic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A characteristic that may be changed and of which a change could help.
 *
 * @param position its position among what the target depends on
 * @param room how far it may be changed
 * @param present what is known now
 * @param harmless the least hazardous answers within the limit: one, except that of a nominal there may be several of which
 *     none is less hazardous than another
 * @param mayStay whether leaving it as it is may be better than any of these, as only a nominal may have it
 * @param tests what rules ask of it
 */
record Candidate(
        int position,
        Changeable.Room room,
        Bounds present,
        List<Bounds> harmless,
        boolean mayStay,
        List<Condition.SystemTest> tests) {

    /** What is proposed, and everything that will do as well. */
    record Proposal(Bounds proposed, Bounds enough) {}

    /** Returns a candidate, or empty if no change within the limit makes a test fail that may hold now. */
    static Optional<Candidate> of(
            int position, Changeable.Room room, Bounds present, List<Condition.SystemTest> tests) {
        BitSet now = holding(tests, present);
        List<Bounds> helpful = new ArrayList<>();
        for (Bounds bounds : least(room.characteristic(), room.limit(), present)) {
            BitSet then = holding(tests, bounds);
            if (!isWithin(now, then) && helpful.stream().noneMatch(other -> isWithin(holding(tests, other), then))) {
                helpful.removeIf(other -> isWithin(then, holding(tests, other)));
                helpful.add(bounds);
            }
        }
        boolean mayStay = helpful.stream().noneMatch(bounds -> isWithin(holding(tests, bounds), now));
        return helpful.isEmpty()
                ? Optional.empty()
                : Optional.of(new Candidate(position, room, present, List.copyOf(helpful), mayStay, tests));
    }

    private static BitSet holding(List<Condition.SystemTest> tests, Bounds bounds) {
        BitSet holding = new BitSet();
        for (int i = 0; i < tests.size(); i++) {
            holding.set(i, tests.get(i).test(bounds) != Truth.FALSE);
        }
        return holding;
    }

    private static boolean isWithin(BitSet small, BitSet large) {
        BitSet rest = (BitSet) small.clone();
        rest.andNot(large);
        return rest.isEmpty();
    }

    /** The least hazardous answer within a limit; of a nominal every value, those that are possible now first. */
    private static List<Bounds> least(Characteristic<?> characteristic, @Nullable Bounds limit, Bounds present) {
        Bounds allowed = limit == null ? characteristic.unknown() : limit;
        if (present instanceof Bounds.Ranks ranks) {
            return List.of(rank(Math.min(((Bounds.Ranks) allowed).low(), ranks.high())));
        }
        if (present instanceof Bounds.Members members) {
            return List.of(
                    new Bounds.Members(largest(characteristic, members) & ((Bounds.Members) allowed).known(), true));
        }
        if (present instanceof Bounds.OneOf oneOf) {
            long mask = ((Bounds.OneOf) allowed).possible();
            List<Bounds> values = new ArrayList<>(singles(mask & oneOf.possible()));
            values.addAll(singles(mask & ~oneOf.possible()));
            return values;
        }
        Bounds.Numbers numbers = (Bounds.Numbers) present;
        Bounds.Numbers range = (Bounds.Numbers) allowed;
        BigDecimal high = numbers.high();
        if (characteristic instanceof ScaleCharacteristic scale) {
            BigDecimal best = range.high() == null ? BigDecimal.valueOf(scale.most()) : range.high();
            return List.of(number(best.max(numbers.low())));
        }
        return List.of(number(high == null ? range.low() : range.low().min(high)));
    }

    private static Bounds rank(int rank) {
        return new Bounds.Ranks(rank, rank);
    }

    private static Bounds number(BigDecimal number) {
        return new Bounds.Numbers(number, number);
    }

    private static long largest(Characteristic<?> characteristic, Bounds.Members members) {
        int values = ((EnumeratedCharacteristic<?>) characteristic).values().size();
        return members.complete() ? members.known() : (1L << values) - 1;
    }

    private static List<Bounds> singles(long mask) {
        List<Bounds> singles = new ArrayList<>();
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            singles.add(new Bounds.OneOf(Long.lowestOneBit(rest)));
        }
        return singles;
    }

    /**
     * Weakens one of the harmless answers as far as the target is still reached.
     *
     * @param harmless one of {@link #harmless()} with which it is reached
     * @param reaches whether another answer will do
     */
    Proposal weakest(Bounds harmless, Predicate<Bounds> reaches) {
        if (present instanceof Bounds.Ranks ranks) {
            int rank = ranks.high() - 1;
            while (rank > ((Bounds.Ranks) harmless).high() && !reaches.test(rank(rank))) {
                rank--;
            }
            return new Proposal(rank(rank), new Bounds.Ranks(0, rank));
        }
        if (present instanceof Bounds.Members members) {
            return fewestOut(members, ((Bounds.Members) harmless).known(), reaches);
        }
        if (present instanceof Bounds.OneOf) {
            Bounds limit = room.limit() == null ? room.characteristic().unknown() : room.limit();
            long enough = 0;
            for (Bounds value : singles(((Bounds.OneOf) limit).possible())) {
                enough |= value.equals(harmless) || reaches.test(value) ? ((Bounds.OneOf) value).possible() : 0;
            }
            return new Proposal(harmless, new Bounds.OneOf(enough));
        }
        Bounds.Numbers numbers = (Bounds.Numbers) present;
        BigDecimal least = ((Bounds.Numbers) harmless).low();
        return room.characteristic() instanceof ScaleCharacteristic scale
                ? lowest(numbers, scale, least, reaches)
                : highest(numbers, least, reaches);
    }

    /** Returns less hazardous proposals, the nearest first. Numbers and nominals have none: they contradict nothing. */
    List<Proposal> saferThan(Proposal proposal) {
        Bounds least = harmless.get(0);
        if (proposal.proposed() instanceof Bounds.Ranks ranks) {
            return IntStream.iterate(ranks.low() - 1, rank -> rank >= ((Bounds.Ranks) least).low(), rank -> rank - 1)
                    .mapToObj(rank -> new Proposal(rank(rank), new Bounds.Ranks(0, rank)))
                    .toList();
        }
        return proposal.proposed() instanceof Bounds.Members ? List.of(new Proposal(least, least)) : List.of();
    }

    private Proposal fewestOut(Bounds.Members members, long kept, Predicate<Bounds> reaches) {
        long enough = kept;
        long open = largest(room.characteristic(), members) & ~kept;
        for (long each : List.of(open & members.known(), open & ~members.known())) {
            for (long rest = each; rest != 0; rest &= rest - 1) {
                long more = enough | Long.lowestOneBit(rest);
                enough = reaches.test(new Bounds.Members(more, true)) ? more : enough;
            }
        }
        return new Proposal(
                new Bounds.Members(members.known() & enough | kept, true), new Bounds.Members(enough, true));
    }

    private static Proposal lowest(
            Bounds.Numbers numbers, ScaleCharacteristic scale, BigDecimal least, Predicate<Bounds> reaches) {
        BigDecimal number = numbers.low().add(BigDecimal.ONE);
        while (number.compareTo(least) < 0 && !reaches.test(number(number))) {
            number = number.add(BigDecimal.ONE);
        }
        return new Proposal(number(number), new Bounds.Numbers(number, BigDecimal.valueOf(scale.most())));
    }

    /** Tries each stretch between two numbers that rules test, from above. */
    private Proposal highest(Bounds.Numbers numbers, BigDecimal least, Predicate<Bounds> reaches) {
        BigDecimal high = numbers.high();
        List<BigDecimal> limits = tests.stream()
                .map(test -> ((Condition.ReachesNumber) test).least())
                .filter(limit -> limit.compareTo(least) > 0 && (high == null || limit.compareTo(high) <= 0))
                .sorted(Comparator.reverseOrder())
                .toList();
        for (int i = 0; i < limits.size(); i++) {
            BigDecimal start = i + 1 < limits.size() ? limits.get(i + 1) : least;
            if (i + 1 == limits.size() || reaches.test(number(start))) {
                BigDecimal proposed = numbers.low().compareTo(limits.get(i)) < 0 ? start.max(numbers.low()) : start;
                return new Proposal(number(proposed), new Bounds.Numbers(BigDecimal.ZERO, limits.get(i)));
            }
        }
        throw new IllegalStateException("No rule tests " + room.characteristic());
    }
}
