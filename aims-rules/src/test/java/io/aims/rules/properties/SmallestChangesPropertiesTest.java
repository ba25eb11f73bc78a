package io.aims.rules.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.reasoning.counterfactual.Change;
import io.aims.reasoning.counterfactual.ChangeFinder;
import io.aims.reasoning.counterfactual.ChangeSet;
import io.aims.reasoning.counterfactual.Changeable;
import io.aims.reasoning.counterfactual.SearchLimits;
import io.aims.reasoning.counterfactual.SmallestChanges;
import io.aims.reasoning.counterfactual.Target;
import io.aims.risk.RiskLevel;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.CharacteristicValue;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.VocabularyEntry;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The smallest changes are enough, no more than needed, and the cheapest there are, for any rules. */
class SmallestChangesPropertiesTest {

    private static final SearchLimits EVERYTHING = new SearchLimits(1_000_000, 1_000_000);
    private static final int MOST_COMBINATIONS = 200;

    @Property(tries = 100)
    void the_sets_are_those_that_trying_every_combination_of_values_finds(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Situation situation = Situation.next(random);
        List<Characteristic<?>> few = situation.few(random);
        Map<String, Predicate<Bounds>> limits = new HashMap<>();
        Changeable changeable = situation.limited(few, limits, random);

        SmallestChanges result = situation.find(changeable, EVERYTHING);

        assertThat(result.isComplete()).isTrue();
        Set<Set<String>> expected = situation.minimalSetsByTryingAll(few, limits);
        assertThat(result.sets().stream().map(SmallestChangesPropertiesTest::ids))
                .containsExactlyInAnyOrderElementsOf(expected);
        if (!expected.isEmpty()) {
            assertThat(result.isProvenMinimal()).isTrue();
            assertThat(result.sets().get(0).cost())
                    .isEqualTo(expected.stream()
                            .mapToLong(set -> few.stream()
                                    .filter(each -> set.contains(each.id()))
                                    .mapToLong(changeable::cost)
                                    .sum())
                            .min()
                            .orElseThrow());
            assertThat(result.sets()).extracting(ChangeSet::cost).isSorted();
        } else {
            assertThat(result.obstacles()).isNotEmpty();
        }
    }

    @Property(tries = 80)
    void every_set_is_enough_and_has_no_change_too_many_or_too_great(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Situation situation = Situation.next(random);

        SmallestChanges result =
                situation.find(Changeable.all(situation.base().vocabulary()), new SearchLimits(3, 2_000));

        for (ChangeSet set : result.sets()) {
            assertThat(situation
                            .target()
                            .isReachedBy(situation.evaluate(set.after().system())))
                    .isTrue();
            for (Change change : set.changes()) {
                AiSystem without = with(set.after().system(), change.characteristic(), change.present());
                assertThat(situation.isReachedBy(without))
                        .as("without %s", change)
                        .isFalse();
            }
            situation.checkNoneIsTooGreat(set);
        }
    }

    @Property(tries = 100)
    void a_search_that_is_cut_off_finds_something_and_claims_no_more_than_is_true(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Situation situation = Situation.next(random);
        Changeable changeable = situation.limited(situation.few(random), new HashMap<>(), random);
        SmallestChanges whole = situation.find(changeable, EVERYTHING);

        SmallestChanges cut = situation.find(changeable, new SearchLimits(2, random.nextInt(12)));

        assertThat(cut.sets().isEmpty()).isEqualTo(whole.sets().isEmpty());
        if (!whole.sets().isEmpty()) {
            long least = whole.sets().get(0).cost();
            assertThat(cut.leastCost()).isLessThanOrEqualTo(least);
            assertThat(cut.sets().get(0).cost()).isGreaterThanOrEqualTo(least);
            assertThat(whole.sets().stream().map(SmallestChangesPropertiesTest::ids))
                    .containsAll(cut.sets().stream()
                            .map(SmallestChangesPropertiesTest::ids)
                            .toList());
            if (cut.isProvenMinimal()) {
                assertThat(cut.sets().get(0).cost()).isEqualTo(least);
            }
            if (cut.isComplete()) {
                assertThat(cut.sets()).hasSameSizeAs(whole.sets());
            }
        }
    }

    @Property(tries = 40)
    void the_order_of_rules_and_answers_changes_nothing(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Situation situation = Situation.next(random);
        RuleBase base = situation.base();
        List<Rule> rules = new ArrayList<>(base.rules());
        List<Answer> answers =
                new ArrayList<>(situation.before().system().answers().values());
        Collections.shuffle(rules, new Random(seed));
        Collections.shuffle(answers, new Random(seed));
        RuleBase shuffled = new RuleBase(
                base.vocabulary(),
                base.catalogue(),
                base.criteria(),
                List.of(RandomPacks.pack(base.packs().get(0).id(), rules)));
        Situation other = Situation.of(
                shuffled,
                AiSystem.named(situation.before().system().id()).putAll(answers).build(),
                situation.target());
        SearchLimits limits = new SearchLimits(5, 300);

        assertThat(other.find(Changeable.all(base.vocabulary()), limits))
                .isEqualTo(situation.find(Changeable.all(base.vocabulary()), limits));
    }

    private static Set<String> ids(ChangeSet set) {
        return set.changes().stream()
                .map(change -> change.characteristic().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static AiSystem with(
            AiSystem system, Characteristic<?> characteristic, @org.jspecify.annotations.Nullable Answer answer) {
        return answer == null ? system.without(characteristic) : system.with(answer);
    }

    /** A system, and a target that it may not have reached. */
    private record Situation(RuleBase base, Evaluator evaluator, Evaluation before, Target target) {

        static Situation next(SplittableRandom random) {
            RuleBase base = RandomPacks.next(random, random.nextInt(1, 25));
            AiSystem system = RandomSystems.of(base).next(random);
            Target target = target(base, random);
            Situation situation = of(base, system, target);
            for (int tries = 0; tries < 20 && target.isReachedBy(situation.before()); tries++) {
                target = random.nextInt(4) == 0 ? target.and(target(base, random)) : target(base, random);
                situation = of(base, system, target);
            }
            return situation;
        }

        static Situation of(RuleBase base, AiSystem system, Target target) {
            Evaluator evaluator = new Evaluator(base, new PlainEngine(base));
            return new Situation(base, evaluator, evaluator.evaluate(system, null), target);
        }

        private static Target target(RuleBase base, SplittableRandom random) {
            RiskLevel level = RiskLevel.values()[random.nextInt(RiskLevel.values().length)];
            return switch (random.nextInt(7)) {
                case 0 -> Target.levelAtMost(level);
                case 1 ->
                    Target.levelAtMost(
                            any(base.catalogue().objectives(), random).id(), level);
                case 2 ->
                    Target.notNeeded(any(base.catalogue().controls(), random).id());
                case 3 ->
                    Target.notRequired(any(base.catalogue().controls(), random).id());
                case 4 ->
                    Target.absent(any(base.catalogue().riskSources(), random).id());
                case 5 -> Target.silent(any(base.rules(), random).id());
                default -> Target.notStopped();
            };
        }

        private static <T> T any(Collection<T> all, SplittableRandom random) {
            return List.copyOf(all).get(random.nextInt(all.size()));
        }

        SmallestChanges find(Changeable changeable, SearchLimits limits) {
            return new ChangeFinder(evaluator).find(before, target, changeable, limits);
        }

        Evaluation evaluate(AiSystem system) {
            return evaluator.evaluate(system, null);
        }

        boolean isReachedBy(AiSystem system) {
            return target.isReachedBy(evaluate(system));
        }

        /** Characteristics that rules read, so few and small that every combination can be tried. */
        List<Characteristic<?>> few(SplittableRandom random) {
            Set<Characteristic<?>> read = base.rules().stream()
                    .flatMap(rule -> rule.condition().tests().stream())
                    .filter(Condition.SystemTest.class::isInstance)
                    .map(test -> ((Condition.SystemTest) test).characteristic())
                    .collect(Collectors.toSet());
            List<Characteristic<?>> shuffled = new ArrayList<>(base.vocabulary().entries().stream()
                    .<Characteristic<?>>map(VocabularyEntry::characteristic)
                    .filter(read::contains)
                    .toList());
            Collections.shuffle(shuffled, new Random(random.nextLong()));
            List<Characteristic<?>> few = new ArrayList<>();
            long combinations = 1;
            for (Characteristic<?> characteristic : shuffled) {
                long more = combinations * (values(characteristic).size() + 1L);
                if (more <= MOST_COMBINATIONS) {
                    combinations = more;
                    few.add(characteristic);
                }
            }
            return few;
        }

        /** The characteristics with costs, and half of them with limits. */
        Changeable limited(
                List<Characteristic<?>> few, Map<String, Predicate<Bounds>> limits, SplittableRandom random) {
            Changeable changeable = Changeable.only(few.toArray(Characteristic<?>[]::new));
            for (Characteristic<?> characteristic : few) {
                changeable = changeable.costing(characteristic, random.nextInt(1, 5));
                if (random.nextBoolean()) {
                    changeable = limited(changeable, characteristic, limits, random);
                }
            }
            return changeable;
        }

        private Changeable limited(
                Changeable changeable,
                Characteristic<?> characteristic,
                Map<String, Predicate<Bounds>> limits,
                SplittableRandom random) {
            if (characteristic instanceof OrdinalCharacteristic<?> ordinal) {
                return notBelow(changeable, ordinal, limits, random);
            }
            if (characteristic instanceof NominalCharacteristic<?> nominal) {
                return within(changeable, nominal, limits, random);
            }
            if (characteristic instanceof SetCharacteristic<?> set) {
                return keeping(changeable, set, limits, random);
            }
            if (characteristic instanceof ScaleCharacteristic scale) {
                int most = random.nextInt(scale.least(), scale.most() + 1);
                limits.put(scale.id(), bounds -> ((Bounds.Numbers) bounds).low().intValueExact() <= most);
                return changeable.notAbove(scale, most);
            }
            return changeable;
        }

        private static <V extends CharacteristicValue> Changeable notBelow(
                Changeable changeable,
                OrdinalCharacteristic<V> ordinal,
                Map<String, Predicate<Bounds>> limits,
                SplittableRandom random) {
            int least = random.nextInt(ordinal.values().size());
            limits.put(ordinal.id(), bounds -> ((Bounds.Ranks) bounds).low() >= least);
            return changeable.notBelow(ordinal, ordinal.values().get(least));
        }

        @SuppressWarnings("unchecked")
        private static <V extends CharacteristicValue> Changeable within(
                Changeable changeable,
                NominalCharacteristic<V> nominal,
                Map<String, Predicate<Bounds>> limits,
                SplittableRandom random) {
            V one = nominal.values().get(random.nextInt(nominal.values().size()));
            V other = nominal.values().get(random.nextInt(nominal.values().size()));
            long mask = 1L << nominal.position(one) | 1L << nominal.position(other);
            limits.put(nominal.id(), bounds -> (((Bounds.OneOf) bounds).possible() & ~mask) == 0);
            return changeable.within(nominal, one, other);
        }

        @SuppressWarnings("unchecked")
        private <V extends CharacteristicValue> Changeable keeping(
                Changeable changeable,
                SetCharacteristic<V> set,
                Map<String, Predicate<Bounds>> limits,
                SplittableRandom random) {
            V kept = set.values().get(random.nextInt(set.values().size()));
            Bounds.Members present = (Bounds.Members) before.system().bounds(set);
            long bit = 1L << set.position(kept);
            long staying = present.complete() ? bit & present.known() : bit;
            limits.put(set.id(), bounds -> (staying & ~((Bounds.Members) bounds).known()) == 0);
            return changeable.keeping(set, kept);
        }

        Set<Set<String>> minimalSetsByTryingAll(List<Characteristic<?>> few, Map<String, Predicate<Bounds>> limits) {
            Set<Set<String>> enough = new HashSet<>();
            tryAll(few, limits, before.system(), new TreeSet<>(), enough);
            return enough.stream()
                    .filter(set -> enough.stream().noneMatch(other -> !other.equals(set) && set.containsAll(other)))
                    .collect(Collectors.toSet());
        }

        private void tryAll(
                List<Characteristic<?>> open,
                Map<String, Predicate<Bounds>> limits,
                AiSystem system,
                Set<String> changed,
                Set<Set<String>> enough) {
            if (open.isEmpty()) {
                if (!enough.contains(changed) && isReachedBy(system)) {
                    enough.add(new TreeSet<>(changed));
                }
                return;
            }
            Characteristic<?> characteristic = open.get(0);
            List<Characteristic<?>> rest = open.subList(1, open.size());
            tryAll(rest, limits, system, changed, enough);
            Set<String> more = new TreeSet<>(changed);
            more.add(characteristic.id());
            values(characteristic).stream()
                    .filter(limits.getOrDefault(characteristic.id(), value -> true))
                    .forEach(
                            value -> tryAll(rest, limits, system.with(Answer.of(characteristic, value)), more, enough));
        }

        private List<Bounds> values(Characteristic<?> characteristic) {
            if (characteristic instanceof ScaleCharacteristic scale) {
                return IntStream.rangeClosed(scale.least(), scale.most())
                        .mapToObj(number -> number(BigDecimal.valueOf(number)))
                        .toList();
            }
            if (characteristic instanceof DecimalCharacteristic) {
                Map<BigDecimal, Bounds> numbers = new TreeMap<>();
                numbers.put(BigDecimal.ZERO, number(BigDecimal.ZERO));
                base.rules().stream()
                        .flatMap(rule -> rule.condition().tests().stream())
                        .filter(Condition.ReachesNumber.class::isInstance)
                        .map(test -> ((Condition.ReachesNumber) test).least())
                        .forEach(limit -> numbers.put(limit, number(limit)));
                return List.copyOf(numbers.values());
            }
            EnumeratedCharacteristic<?> enumerated = (EnumeratedCharacteristic<?>) characteristic;
            int size = enumerated.values().size();
            return switch (enumerated.type()) {
                case SET ->
                    size > 10
                            ? Collections.nCopies(MOST_COMBINATIONS, new Bounds.Members(0, true))
                            : LongStream.range(0, 1L << size)
                                    .<Bounds>mapToObj(mask -> new Bounds.Members(mask, true))
                                    .toList();
                case NOMINAL ->
                    IntStream.range(0, size)
                            .<Bounds>mapToObj(position -> new Bounds.OneOf(1L << position))
                            .toList();
                default ->
                    IntStream.range(0, size)
                            .<Bounds>mapToObj(rank -> new Bounds.Ranks(rank, rank))
                            .toList();
            };
        }

        private static Bounds number(BigDecimal number) {
            return new Bounds.Numbers(number, number);
        }

        /** The next more severe answer is not enough, unless it is that of before. */
        void checkNoneIsTooGreat(ChangeSet set) {
            for (Change change : set.changes()) {
                Characteristic<?> characteristic = change.characteristic();
                if (change.enough() instanceof Bounds.Members members) {
                    int size = ((EnumeratedCharacteristic<?>) characteristic)
                            .values()
                            .size();
                    Bounds.Members present = (Bounds.Members) before.system().bounds(characteristic);
                    long possible = present.complete() ? present.known() : (1L << size) - 1;
                    for (long rest = possible & ~members.known(); rest != 0; rest &= rest - 1) {
                        Bounds more = new Bounds.Members(members.known() | Long.lowestOneBit(rest), true);
                        assertThat(isReachedBy(worst(set).with(Answer.of(characteristic, more))))
                                .isFalse();
                    }
                } else if (change.enough() instanceof Bounds.Ranks ranks) {
                    Bounds more = new Bounds.Ranks(ranks.high() + 1, ranks.high() + 1);
                    assertThat(isReachedBy(worst(set).with(Answer.of(characteristic, more))))
                            .isFalse();
                } else if (change.enough() instanceof Bounds.Numbers numbers) {
                    BigDecimal more = characteristic instanceof ScaleCharacteristic
                            ? numbers.low().subtract(BigDecimal.ONE)
                            : numbers.high();
                    assertThat(isReachedBy(worst(set).with(Answer.of(characteristic, number(more)))))
                            .isFalse();
                } else if (change.enough() instanceof Bounds.OneOf oneOf) {
                    for (Bounds value : values(characteristic)) {
                        assertThat(isReachedBy(worst(set).with(Answer.of(characteristic, value))))
                                .isEqualTo(value.isWithin(oneOf));
                    }
                }
            }
            assertThat(isReachedBy(worst(set))).isTrue();
        }

        /** The changed system with the largest sets that will do. */
        private static AiSystem worst(ChangeSet set) {
            AiSystem.Builder builder = set.after().system().toBuilder();
            set.changes().stream()
                    .filter(change -> change.enough() instanceof Bounds.Members)
                    .forEach(change -> builder.put(Answer.of(change.characteristic(), change.enough())));
            return builder.build();
        }
    }
}
