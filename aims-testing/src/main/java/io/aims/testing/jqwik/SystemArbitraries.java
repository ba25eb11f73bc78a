package io.aims.testing.jqwik;

import io.aims.Aims;
import io.aims.law.LegalPack;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.Contradiction;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/**
 * Arbitrary systems for properties of your own rules: close to where the rules change their mind, and some of the rules made
 * to hold. Their answers do not contradict one another.
 *
 * <p>The same seed gives the same systems. What falsifies a property shrinks to the few answers that matter. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * class CreditProperties {
 *
 *     private static final Aims AIMS = Aims.standard();
 *
 *     @Provide
 *     Arbitrary<HazardPair> pairs() {
 *         return SystemArbitraries.of(AIMS).hazardPairs();
 *     }
 *
 *     @Property
 *     void more_hazard_never_lowers_the_level(@ForAll("pairs") HazardPair pair) {
 *         assertThat(AIMS.evaluate(pair.moreHazardous())).atLeast(AIMS.evaluate(pair.system()).level().low());
 *     }
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class SystemArbitraries {

    private static final double[] UNKNOWN_SHARES = {0, 0.05, 0.2, 0.4, 0.6, 0.9};
    private static final double[] PARTIAL_SHARES = {0, 0.15, 0.5};
    private static final int SHARE_OF_KNOWN = 49;
    private static final int MOST_WISHES = 8;
    private static final int MOST_REDRAWS = 100;

    private final Vocabulary vocabulary;
    private final List<Condition> conditions;
    private final AnswerDraws draws;

    private SystemArbitraries(Vocabulary vocabulary, List<Condition> conditions) {
        this.vocabulary = vocabulary;
        this.conditions = conditions;
        this.draws = new AnswerDraws(conditions);
    }

    /**
     * Returns arbitrary systems for the rules in use. They answer what rules can read; what a law adds stays unknown.
     *
     * @param aims packs in use
     * @return arbitrary systems
     */
    public static SystemArbitraries of(Aims aims) {
        Set<String> legal = aims.laws().stream()
                .map(LegalPack::facts)
                .flatMap(Collection::stream)
                .map(fact -> fact.entry().characteristic().id())
                .collect(Collectors.toSet());
        Vocabulary all = aims.vocabulary();
        List<VocabularyEntry> read = all.entries().stream()
                .filter(entry -> !legal.contains(entry.characteristic().id()))
                .toList();
        return new SystemArbitraries(
                new Vocabulary(all.id(), all.version(), all.sections(), read, all.contradictionRules()),
                aims.packs().stream()
                        .flatMap(pack -> pack.rules().stream())
                        .map(Rule::condition)
                        .toList());
    }

    /**
     * Returns arbitrary systems over characteristics of which no rules are known.
     *
     * @param vocabulary the characteristics, and what contradicts one another
     * @return arbitrary systems
     */
    public static SystemArbitraries over(Vocabulary vocabulary) {
        return new SystemArbitraries(vocabulary, List.of());
    }

    /**
     * Returns systems of which anything may be unknown or partly known. Among them is one of which nothing is known.
     *
     * @return an arbitrary that shrinks by forgetting answers
     */
    public Arbitrary<AiSystem> systems() {
        return Arbitraries.frequencyOf(
                Tuple.of(SHARE_OF_KNOWN, single(this::drawn, new Single(vocabulary, true))),
                Tuple.of(1, Arbitraries.just(Draft.system(Map.of()))));
    }

    /**
     * Returns systems of which everything is known.
     *
     * @return an arbitrary that shrinks towards the least hazardous answers
     */
    public Arbitrary<AiSystem> completeSystems() {
        return single(this::drawnComplete, new Single(vocabulary, false));
    }

    /**
     * Returns pairs of systems of which one is at least as hazardous in every characteristic, and more so in some. Nominals
     * have no order of severity and are the same in both.
     *
     * @return an arbitrary that shrinks by forgetting answers and by making the two alike
     */
    public Arbitrary<HazardPair> hazardPairs() {
        return pairs(draws::worsened, HazardPair::new);
    }

    /**
     * Returns pairs of the same system of which more is known the second time.
     *
     * @return an arbitrary that shrinks by forgetting answers and by making the two alike
     */
    public Arbitrary<KnowledgePair> knowledgePairs() {
        return pairs(draws::narrowed, KnowledgePair::new);
    }

    private <T> Arbitrary<T> pairs(Step step, BiFunction<AiSystem, AiSystem, T> pair) {
        return arbitrary(
                random -> {
                    Map<Characteristic<?>, Bounds> first = drawn(random);
                    return new Two(first, changed(first, step, random));
                },
                new Paired<>(vocabulary, pair));
    }

    private interface Step {
        Bounds of(Characteristic<?> characteristic, Bounds bounds, SplittableRandom random);
    }

    /** The answers of the first system and of the second. */
    private record Two(Map<Characteristic<?>, Bounds> first, Map<Characteristic<?>, Bounds> second) {}

    private interface Draw<A> {
        A of(SplittableRandom random);
    }

    private Arbitrary<AiSystem> single(Draw<Map<Characteristic<?>, Bounds>> draw, Single form) {
        return arbitrary(
                random -> {
                    Map<Characteristic<?>, Bounds> answers = draw.of(random);
                    return new Two(answers, answers);
                },
                form);
    }

    private <T> Arbitrary<T> arbitrary(Draw<Two> draw, Draft.Form<T> form) {
        return Arbitraries.fromGenerator(random -> {
            Two two = draw.of(new SplittableRandom(random.nextLong()));
            return new Draft<>(
                    vocabulary.entries().stream()
                            .map(VocabularyEntry::characteristic)
                            .map(each -> new Draft.Slot(each, bounds(two.first(), each), bounds(two.second(), each)))
                            .filter(slot -> !slot.isOpen())
                            .toList(),
                    form);
        });
    }

    private static Bounds bounds(Map<Characteristic<?>, Bounds> answers, Characteristic<?> characteristic) {
        return answers.getOrDefault(characteristic, characteristic.unknown());
    }

    private Map<Characteristic<?>, Bounds> drawn(SplittableRandom random) {
        double unknown = UNKNOWN_SHARES[random.nextInt(UNKNOWN_SHARES.length)];
        double partial = PARTIAL_SHARES[random.nextInt(PARTIAL_SHARES.length)];
        Map<Characteristic<?>, Bounds> answers = new LinkedHashMap<>();
        for (VocabularyEntry entry : vocabulary.entries()) {
            Characteristic<?> characteristic = entry.characteristic();
            if (random.nextDouble() >= unknown) {
                answers.put(
                        characteristic,
                        random.nextDouble() < partial
                                ? draws.partial(characteristic, random)
                                : draws.exact(characteristic, random));
            }
        }
        makeHold(answers, random);
        contradicted(answers).forEach(answers::remove);
        return answers;
    }

    private Map<Characteristic<?>, Bounds> drawnComplete(SplittableRandom random) {
        Map<Characteristic<?>, Bounds> answers = new LinkedHashMap<>();
        vocabulary
                .entries()
                .forEach(entry -> answers.put(entry.characteristic(), draws.exact(entry.characteristic(), random)));
        makeHold(answers, random);
        answers.replaceAll((characteristic, bounds) -> draws.completed(characteristic, bounds, random));
        List<Characteristic<?>> contradicted = contradicted(answers);
        for (int redraw = 0; !contradicted.isEmpty() && redraw < MOST_REDRAWS; redraw++) {
            contradicted.forEach(each -> answers.put(each, draws.exact(each, random)));
            contradicted = contradicted(answers);
        }
        return answers;
    }

    private Map<Characteristic<?>, Bounds> changed(
            Map<Characteristic<?>, Bounds> first, Step step, SplittableRandom random) {
        double share = random.nextBoolean() ? 0.03 : random.nextDouble();
        Map<Characteristic<?>, Bounds> second = new LinkedHashMap<>(first);
        for (VocabularyEntry entry : vocabulary.entries()) {
            Characteristic<?> characteristic = entry.characteristic();
            if (random.nextDouble() < share) {
                second.put(characteristic, step.of(characteristic, bounds(first, characteristic), random));
            }
        }
        List<Characteristic<?>> contradicted = contradicted(second);
        while (!contradicted.isEmpty()) {
            contradicted.forEach(each -> second.put(each, bounds(first, each)));
            contradicted = contradicted(second);
        }
        return second;
    }

    private List<Characteristic<?>> contradicted(Map<Characteristic<?>, Bounds> answers) {
        return vocabulary.contradictionsIn(Draft.system(answers)).stream()
                .map(Contradiction::answers)
                .flatMap(Collection::stream)
                .<Characteristic<?>>map(Answer::characteristic)
                .distinct()
                .toList();
    }

    private void makeHold(Map<Characteristic<?>, Bounds> answers, SplittableRandom random) {
        for (int wishes = conditions.isEmpty() ? 0 : random.nextInt(MOST_WISHES); wishes > 0; wishes--) {
            satisfy(conditions.get(random.nextInt(conditions.size())), answers, random);
        }
    }

    private void satisfy(Condition condition, Map<Characteristic<?>, Bounds> answers, SplittableRandom random) {
        if (condition instanceof Condition.AllOf allOf) {
            allOf.parts().forEach(part -> satisfy(part, answers, random));
        } else if (condition instanceof Condition.AnyOf anyOf) {
            satisfy(anyOf.parts().get(random.nextInt(anyOf.parts().size())), answers, random);
        } else if (condition instanceof Condition.SystemTest test) {
            answers.put(test.characteristic(), draws.satisfying(test, random));
        }
    }

    private record Single(Vocabulary vocabulary, boolean forgets) implements Draft.Form<AiSystem> {

        @Override
        public AiSystem value(AiSystem first, AiSystem second) {
            return first;
        }

        @Override
        public Stream<Draft.Slot> simpler(Draft.Slot slot) {
            Stream<Bounds> answers = Simpler.than(slot.characteristic(), slot.first());
            return (forgets ? Stream.concat(Stream.of(slot.characteristic().unknown()), answers) : answers)
                    .map(bounds -> new Draft.Slot(slot.characteristic(), bounds, bounds));
        }
    }

    private record Paired<T>(Vocabulary vocabulary, BiFunction<AiSystem, AiSystem, T> pair) implements Draft.Form<T> {

        @Override
        public T value(AiSystem first, AiSystem second) {
            return pair.apply(first, second);
        }

        @Override
        public Stream<Draft.Slot> simpler(Draft.Slot slot) {
            Bounds unknown = slot.characteristic().unknown();
            return Stream.of(unknown, slot.first(), slot.second())
                    .map(bounds -> new Draft.Slot(slot.characteristic(), bounds, bounds))
                    .filter(simpler -> simpler.weight() < slot.weight());
        }
    }
}
