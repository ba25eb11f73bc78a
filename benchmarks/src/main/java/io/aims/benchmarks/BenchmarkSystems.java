package io.aims.benchmarks;

import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemReader;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.DateCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The systems that benchmarks work on: described ones, and random ones drawn over a vocabulary.
 *
 * <p>The same seed gives the same systems on every machine. Answers are drawn without regard to the rules: on average a
 * third of the ordinals are at their harmless end, half of the other characteristics are harmless, and a set has one member
 * in six. Immutable and thread-safe.
 */
public final class BenchmarkSystems {

    /** The seed of all measurements. */
    public static final long SEED = 42_001;

    private static final Path EXAMPLES = Path.of(System.getProperty("aims.examples", "examples/systems"));
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 1_000;
    private static final BigDecimal[] NUMBERS = {
        BigDecimal.ZERO,
        BigDecimal.valueOf(1_000),
        BigDecimal.valueOf(1_000_000),
        new BigDecimal("1E+23"),
        new BigDecimal("1E+26")
    };

    private final RuleBase base;

    private BenchmarkSystems(RuleBase base) {
        this.base = base;
    }

    /**
     * Returns the systems for the standard pack.
     *
     * @return a source of systems
     */
    public static BenchmarkSystems standard() {
        return of(StandardBase.create());
    }

    /**
     * Returns the systems for a base of rules.
     *
     * @param base the base whose vocabulary the systems answer; facts of laws stay unanswered
     * @return a source of systems
     */
    public static BenchmarkSystems of(RuleBase base) {
        return new BenchmarkSystems(base);
    }

    /**
     * Reads the described systems of the examples, in the folder that the system property {@code aims.examples} names.
     *
     * @return the systems in the order of their files, each with what the laws in use show of it
     */
    public List<AiSystem> examples() {
        SystemReader reader = new SystemReader(base.answerable(), base.catalogue());
        try (Stream<SystemEntry> entries = reader.stream(EXAMPLES)) {
            return entries.map(
                            entry -> ((SystemEntry.Accepted) entry).document().system())
                    .map(base::established)
                    .toList();
        }
    }

    /**
     * Draws systems of which a share is unknown and everything else is known exactly.
     *
     * @param count how many
     * @param unknownPercent the share of the characteristics that is not answered, 0 to 100
     * @param seed the seed
     * @return the systems
     */
    public List<AiSystem> systems(int count, int unknownPercent, long seed) {
        return stream(count, unknownPercent, seed).toList();
    }

    /**
     * Draws systems one by one, for more of them than memory holds.
     *
     * @param count how many
     * @param unknownPercent the share of the characteristics that is not answered, 0 to 100
     * @param seed the seed
     * @return the systems that {@link #systems} gives, in the same order, also when the stream is parallel
     */
    public Stream<AiSystem> stream(int count, int unknownPercent, long seed) {
        return IntStream.range(0, count).mapToObj(number -> system(number, unknownPercent, 0, seed));
    }

    /**
     * Draws systems of which some answers leave several values possible, to compare results on.
     *
     * @param count how many
     * @param seed the seed
     * @return the systems, one after the other with 0, 20, 60 and 100 % unknown, and a third of the other answers partial
     */
    public List<AiSystem> partlyKnown(int count, long seed) {
        int[] unknown = {0, 20, 60, 100};
        return IntStream.range(0, count)
                .mapToObj(number -> system(number, unknown[number % unknown.length], 33, seed))
                .toList();
    }

    private AiSystem system(int number, int unknownPercent, int partialPercent, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        AiSystem.Builder builder = AiSystem.named("system-" + number);
        base.vocabulary().entries().forEach(entry -> {
            Characteristic<?> characteristic = entry.characteristic();
            boolean unknown = random.nextInt(100) < unknownPercent;
            boolean partial = random.nextInt(100) < partialPercent;
            Bounds exact = exact(characteristic, random);
            if (!unknown) {
                builder.put(Answer.of(characteristic, partial ? widened(characteristic, exact, random) : exact));
            }
        });
        return builder.build();
    }

    private static Bounds exact(Characteristic<?> characteristic, SplittableRandom random) {
        if (characteristic instanceof SetCharacteristic<?> set) {
            long members = 0;
            for (int position = 0; position < set.values().size(); position++) {
                members |= random.nextInt(6) == 0 ? 1L << position : 0;
            }
            return new Bounds.Members(members, true);
        }
        if (characteristic instanceof NominalCharacteristic<?> nominal) {
            return new Bounds.OneOf(1L << random.nextInt(nominal.values().size()));
        }
        if (characteristic instanceof EnumeratedCharacteristic<?> ranked) {
            int size = ranked.values().size();
            int rank = random.nextInt(3) == 0 ? 0 : random.nextInt(size);
            return new Bounds.Ranks(rank, rank);
        }
        if (characteristic instanceof DateCharacteristic) {
            LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
            return new Bounds.Days(day, day);
        }
        BigDecimal number = characteristic instanceof ScaleCharacteristic scale
                ? BigDecimal.valueOf(random.nextInt(scale.least(), scale.most() + 1))
                : NUMBERS[random.nextInt(NUMBERS.length)];
        return new Bounds.Numbers(number, number);
    }

    /** Bounds around others: one end, or the members beyond those known, is left open. */
    private static Bounds widened(Characteristic<?> characteristic, Bounds exact, SplittableRandom random) {
        boolean upwards = random.nextBoolean();
        if (exact instanceof Bounds.Members members) {
            return new Bounds.Members(members.known(), false);
        }
        if (exact instanceof Bounds.OneOf one) {
            int size = ((NominalCharacteristic<?>) characteristic).values().size();
            return new Bounds.OneOf(one.possible() | 1L << random.nextInt(size));
        }
        if (exact instanceof Bounds.Ranks ranks) {
            int top = ((EnumeratedCharacteristic<?>) characteristic).values().size() - 1;
            return upwards ? new Bounds.Ranks(ranks.low(), top) : new Bounds.Ranks(0, ranks.high());
        }
        if (exact instanceof Bounds.Days days) {
            return upwards
                    ? new Bounds.Days(days.earliest(), Bounds.Days.LAST)
                    : new Bounds.Days(Bounds.Days.FIRST, days.latest());
        }
        Bounds.Numbers numbers = (Bounds.Numbers) exact;
        Bounds.Numbers all = (Bounds.Numbers) characteristic.unknown();
        return upwards ? new Bounds.Numbers(numbers.low(), all.high()) : new Bounds.Numbers(all.low(), numbers.high());
    }
}
