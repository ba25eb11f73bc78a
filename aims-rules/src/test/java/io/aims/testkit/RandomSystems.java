package io.aims.testkit;

import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * Random systems for the rules of a base: unknown, partly known and known answers, close to where the rules change their
 * mind, and some rules made to fire. The same seed gives the same system.
 */
public final class RandomSystems {

    private static final double[] UNKNOWN_SHARES = {0, 0.05, 0.2, 0.4, 0.6, 0.9};
    private static final double[] PARTIAL_SHARES = {0, 0.15, 0.5};

    private final List<Rule> rules;
    private final List<Characteristic<?>> characteristics = new ArrayList<>();
    private final RandomAnswers answers;

    private RandomSystems(RuleBase base) {
        this.rules = base.rules();
        base.vocabulary().entries().forEach(entry -> characteristics.add(entry.characteristic()));
        this.answers = new RandomAnswers(rules.stream().map(Rule::condition).toList());
    }

    /** Returns random systems for the rules of a base. */
    public static RandomSystems of(RuleBase base) {
        return new RandomSystems(base);
    }

    /** Returns how many random systems the heavy properties look at. */
    public static int count() {
        return Integer.getInteger("aims.random.systems", 10_000);
    }

    /** Returns the system of a seed. */
    public AiSystem ofSeed(long seed) {
        return next(new SplittableRandom(seed));
    }

    /** Returns a system of which anything may be unknown or partly known. */
    public AiSystem next(SplittableRandom random) {
        double unknown = UNKNOWN_SHARES[random.nextInt(UNKNOWN_SHARES.length)];
        double partial = PARTIAL_SHARES[random.nextInt(PARTIAL_SHARES.length)];
        Map<Characteristic<?>, Bounds> chosen = new LinkedHashMap<>();
        for (Characteristic<?> characteristic : characteristics) {
            if (random.nextDouble() >= unknown) {
                chosen.put(
                        characteristic,
                        random.nextDouble() < partial
                                ? answers.partial(characteristic, random)
                                : answers.exact(characteristic, random));
            }
        }
        makeFire(chosen, random);
        return system(random, chosen);
    }

    /** Returns a system of which everything is known. */
    public AiSystem nextComplete(SplittableRandom random) {
        Map<Characteristic<?>, Bounds> chosen = new LinkedHashMap<>();
        for (Characteristic<?> characteristic : characteristics) {
            chosen.put(characteristic, answers.exact(characteristic, random));
        }
        makeFire(chosen, random);
        chosen.replaceAll((characteristic, bounds) -> answers.completed(characteristic, bounds, random));
        return system(random, chosen);
    }

    /** Returns a random answer to a characteristic, exact or partial. */
    public Answer answer(Characteristic<?> characteristic, SplittableRandom random) {
        return Answer.of(
                characteristic,
                random.nextInt(3) == 0
                        ? answers.partial(characteristic, random)
                        : answers.exact(characteristic, random));
    }

    /** Returns a system of which more is known: some answers, given or not, have narrower bounds. */
    public AiSystem narrowed(AiSystem system, SplittableRandom random) {
        double share = random.nextDouble();
        return changed(
                system, random, share, (characteristic, bounds) -> answers.narrowed(characteristic, bounds, random));
    }

    /** Returns a system of which everything is known, within what is known of this one. */
    public AiSystem completed(AiSystem system, SplittableRandom random) {
        return changed(
                system, random, 1, (characteristic, bounds) -> answers.completed(characteristic, bounds, random));
    }

    /** Returns a system that is more hazardous in some characteristics, and less in none. */
    public AiSystem worsened(AiSystem system, SplittableRandom random) {
        double share = random.nextBoolean() ? 0.03 : random.nextDouble();
        return changed(
                system, random, share, (characteristic, bounds) -> answers.worsened(characteristic, bounds, random));
    }

    /** Returns random systems that shrink by losing answers. */
    public Arbitrary<AiSystem> systems() {
        return Arbitraries.fromGenerator(random -> new WithoutAnswers(ofSeed(random.nextLong())));
    }

    /** Returns random systems of which everything is known. */
    public Arbitrary<AiSystem> completeSystems() {
        return Arbitraries.randomValue(random -> nextComplete(new SplittableRandom(random.nextLong())));
    }

    /** Takes answers from a system as long as it fails, for a message that a person can read. */
    public static AiSystem smallest(AiSystem failing, Predicate<AiSystem> fails) {
        AiSystem smallest = failing;
        boolean progress = true;
        while (progress) {
            progress = false;
            for (Answer answer : List.copyOf(smallest.answers().values())) {
                AiSystem smaller = smallest.without(answer.characteristic());
                if (fails.test(smaller)) {
                    smallest = smaller;
                    progress = true;
                }
            }
        }
        return smallest;
    }

    /** Returns the answers of a system as text. */
    public static String describe(AiSystem system) {
        StringBuilder text = new StringBuilder(system.id());
        system.answers()
                .values()
                .forEach(answer -> text.append("\n  ")
                        .append(answer.characteristic().id())
                        .append(": ")
                        .append(answer.text()));
        return text.toString();
    }

    private void makeFire(Map<Characteristic<?>, Bounds> chosen, SplittableRandom random) {
        for (int wishes = rules.isEmpty() ? 0 : random.nextInt(8); wishes > 0; wishes--) {
            satisfy(rules.get(random.nextInt(rules.size())).condition(), chosen, random);
        }
    }

    private void satisfy(Condition condition, Map<Characteristic<?>, Bounds> chosen, SplittableRandom random) {
        if (condition instanceof Condition.AllOf allOf) {
            allOf.parts().forEach(part -> satisfy(part, chosen, random));
        } else if (condition instanceof Condition.AnyOf anyOf) {
            satisfy(anyOf.parts().get(random.nextInt(anyOf.parts().size())), chosen, random);
        } else if (condition instanceof Condition.SystemTest test) {
            chosen.put(test.characteristic(), answers.satisfying(test, random));
        }
    }

    private interface Change {
        Bounds of(Characteristic<?> characteristic, Bounds bounds);
    }

    private AiSystem changed(AiSystem system, SplittableRandom random, double share, Change change) {
        AiSystem.Builder builder = system.toBuilder();
        for (Characteristic<?> characteristic : characteristics) {
            if (random.nextDouble() < share) {
                Bounds before = system.bounds(characteristic);
                Bounds after = change.of(characteristic, before);
                if (!after.equals(before)) {
                    builder.put(Answer.of(characteristic, after));
                }
            }
        }
        return builder.build();
    }

    private static AiSystem system(SplittableRandom random, Map<Characteristic<?>, Bounds> chosen) {
        AiSystem.Builder builder = AiSystem.named("random-" + random.nextInt(1_000_000));
        chosen.forEach((characteristic, bounds) -> builder.put(Answer.of(characteristic, bounds)));
        return builder.build();
    }

    private record WithoutAnswers(AiSystem value) implements Shrinkable<AiSystem> {

        @Override
        public Stream<Shrinkable<AiSystem>> shrink() {
            return value.answers().values().stream()
                    .map(answer -> new WithoutAnswers(value.without(answer.characteristic())));
        }

        @Override
        public ShrinkingDistance distance() {
            return ShrinkingDistance.of(value.answers().size());
        }
    }
}
