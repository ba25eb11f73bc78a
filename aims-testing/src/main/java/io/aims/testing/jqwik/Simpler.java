package io.aims.testing.jqwik;

import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.ScaleCharacteristic;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers that are simpler than others: fewer members, less severe, exact. What is not known is the simplest. */
final class Simpler {

    private static final int NUMBER = 4;

    private Simpler() {}

    /** Returns simpler exact answers, the least severe one first. */
    static Stream<Bounds> than(Characteristic<?> characteristic, Bounds bounds) {
        long weight = weight(characteristic, bounds);
        return Stream.concat(Stream.of(least(characteristic, bounds)), steps(bounds))
                .filter(simpler -> weight(characteristic, simpler) < weight);
    }

    /** Returns how far an answer is from not being known. */
    static long weight(Characteristic<?> characteristic, Bounds bounds) {
        if (bounds.equals(characteristic.unknown())) {
            return 0;
        }
        long open = bounds.isExact() ? 1 : 2;
        if (bounds instanceof Bounds.Ranks ranks) {
            return open + ranks.low() + ranks.high();
        }
        if (bounds instanceof Bounds.Members members) {
            return open + 2L * Long.bitCount(members.known());
        }
        if (bounds instanceof Bounds.OneOf oneOf) {
            return open + Long.SIZE - Long.numberOfLeadingZeros(oneOf.possible());
        }
        if (bounds instanceof Bounds.Numbers numbers) {
            boolean isLeast = numbers.isExact() && numbers.equals(leastNumber(characteristic));
            return open + (isLeast ? 0 : NUMBER);
        }
        return open;
    }

    private static Bounds least(Characteristic<?> characteristic, Bounds bounds) {
        if (bounds instanceof Bounds.Ranks) {
            return new Bounds.Ranks(0, 0);
        }
        if (bounds instanceof Bounds.Members) {
            return new Bounds.Members(0, true);
        }
        if (bounds instanceof Bounds.OneOf) {
            return new Bounds.OneOf(1);
        }
        if (bounds instanceof Bounds.Days days) {
            return new Bounds.Days(days.earliest(), days.earliest());
        }
        return leastNumber(characteristic);
    }

    private static Bounds.Numbers leastNumber(Characteristic<?> characteristic) {
        BigDecimal number = characteristic instanceof ScaleCharacteristic scale
                ? BigDecimal.valueOf(scale.most())
                : BigDecimal.ZERO;
        return new Bounds.Numbers(number, number);
    }

    private static Stream<Bounds> steps(Bounds bounds) {
        if (bounds instanceof Bounds.Ranks ranks) {
            return IntStream.rangeClosed(Math.max(0, ranks.low() - 1), ranks.low())
                    .mapToObj(rank -> new Bounds.Ranks(rank, rank));
        }
        if (bounds instanceof Bounds.Members members) {
            Stream<Bounds> fewer = IntStream.range(0, Long.SIZE)
                    .filter(bit -> (members.known() >>> bit & 1) != 0)
                    .mapToObj(bit -> new Bounds.Members(members.known() & ~(1L << bit), members.complete()));
            return Stream.concat(Stream.of(new Bounds.Members(members.known(), true)), fewer);
        }
        if (bounds instanceof Bounds.OneOf oneOf) {
            return Stream.of(new Bounds.OneOf(Long.lowestOneBit(oneOf.possible())));
        }
        if (bounds instanceof Bounds.Numbers numbers) {
            return Stream.of(new Bounds.Numbers(
                    numbers.low(), numbers.high() == null ? numbers.low() : Objects.requireNonNull(numbers.high())));
        }
        return Stream.empty();
    }
}
