package io.aims.reasoning.proof;

import io.aims.evaluation.KnownFacts;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.Rule;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Searches the fewest facts that would have to be otherwise for a rule to hold.
 *
 * <p>Conditions have no negation. So if a rule holds for any answers to some characteristics, it holds for the most
 * hazardous ones; only the values of nominals have no order and are tried one by one. Sets of characteristics are tried
 * from the smallest on, and the answers of the first that suffices are then made as mild as possible. What the rules below
 * contribute needs no treatment of its own: they are run along.
 *
 * <p>For one rule and system; not thread-safe.
 */
final class NearestChanges {

    /** How often the rules are run before the search for the fewest changes is cut off. */
    private static final int MOST_RUNS = 4_000;

    private final Proofs proofs;
    private final AiSystem system;
    private final int target;
    private final List<Integer> cone;
    private final Map<Characteristic<?>, List<Condition.SystemTest>> tests =
            new TreeMap<>(Comparator.comparing(Characteristic::id));
    private int runs;

    NearestChanges(Proofs proofs, int target) {
        this.proofs = proofs;
        this.system = proofs.evaluation().system();
        this.target = target;
        this.cone = cone();
        for (int rule : cone) {
            for (Condition.Test test : rule(rule).condition().tests()) {
                if (test instanceof Condition.SystemTest systemTest) {
                    tests.computeIfAbsent(systemTest.characteristic(), k -> new ArrayList<>())
                            .add(systemTest);
                }
            }
        }
    }

    /** The rule and all rules below on whose results it may depend, in the order of their strata. */
    private List<Integer> cone() {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(target));
        seen.set(target);
        while (!open.isEmpty()) {
            for (Condition.Test test : rule(open.remove()).condition().tests()) {
                for (int below : contributors(test)) {
                    if (!seen.get(below)) {
                        seen.set(below);
                        open.add(below);
                    }
                }
            }
        }
        return seen.stream()
                .boxed()
                .sorted(Comparator.comparingInt((Integer rule) -> proofs.base().stratumOf(rule))
                        .thenComparing(rule -> rule))
                .toList();
    }

    private List<Integer> contributors(Condition.Test test) {
        if (test instanceof Condition.HasRiskSource hasSource) {
            return proofs.explainer().raising(hasSource.source());
        }
        if (test instanceof Condition.LevelAtLeast level) {
            return proofs.explainer().moving(level.objective());
        }
        return test instanceof Condition.IsNeeded needed ? proofs.explainer().requiring(needed.control()) : List.of();
    }

    /** Returns what would make the rule hold, or empty if nothing could. */
    Optional<NearMiss> search() {
        List<Characteristic<?>> candidates = candidates();
        Map<Characteristic<?>, Bounds> all = sufficient(candidates);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Map<Characteristic<?>, Bounds> fewest = fewest(candidates);
        boolean isFewest = !fewest.isEmpty();
        Map<Characteristic<?>, Bounds> needed = isFewest ? fewest : irreducible(all);
        soften(needed);
        return Optional.of(new NearMiss(proofs.rule(target), changes(needed), isFewest));
    }

    /** Returns the tests that no answer fulfils, or else two that no answer fulfils together. */
    Unreachable unreachable() {
        List<Condition.SystemTest> own = rule(target).condition().tests().stream()
                .filter(Condition.SystemTest.class::isInstance)
                .map(Condition.SystemTest.class::cast)
                .distinct()
                .toList();
        for (Condition.SystemTest test : own) {
            if (!(test instanceof Condition.IsIn) && test.test(most(test.characteristic())) != Truth.TRUE) {
                return new Unreachable(proofs.rule(target), List.of(test));
            }
        }
        for (Condition.SystemTest one : own) {
            for (Condition.SystemTest other : own) {
                if (one instanceof Condition.IsIn left
                        && other instanceof Condition.IsIn right
                        && left.characteristic().equals(right.characteristic())
                        && (left.allowed() & right.allowed()) == 0) {
                    return new Unreachable(proofs.rule(target), List.of(one, other));
                }
            }
        }
        return new Unreachable(proofs.rule(target), List.of());
    }

    /** What can still become more hazardous: what is not known first, so that finding out comes before changing. */
    private List<Characteristic<?>> candidates() {
        List<Characteristic<?>> candidates = new ArrayList<>(tests.keySet());
        candidates.removeIf(
                each -> !(each instanceof NominalCharacteristic) && most(each).equals(system.bounds(each)));
        candidates.sort(Comparator.comparing(
                        (Characteristic<?> each) -> system.bounds(each).isExact())
                .thenComparing(Characteristic::id));
        return candidates;
    }

    private Map<Characteristic<?>, Bounds> fewest(List<Characteristic<?>> candidates) {
        for (int size = 1; size <= candidates.size(); size++) {
            Map<Characteristic<?>, Bounds> found = choose(candidates, size, 0, new ArrayList<>());
            if (!found.isEmpty() || runs > MOST_RUNS) {
                return found;
            }
        }
        return Map.of();
    }

    private Map<Characteristic<?>, Bounds> choose(
            List<Characteristic<?>> candidates, int size, int from, List<Characteristic<?>> chosen) {
        if (size == 0) {
            return sufficient(chosen);
        }
        for (int i = from; i <= candidates.size() - size && runs <= MOST_RUNS; i++) {
            chosen.add(candidates.get(i));
            Map<Characteristic<?>, Bounds> found = choose(candidates, size - 1, i + 1, chosen);
            chosen.remove(chosen.size() - 1);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Map.of();
    }

    /** Returns the most hazardous answers to some characteristics if the rule holds for them, or else nothing. */
    private Map<Characteristic<?>, Bounds> sufficient(List<Characteristic<?>> chosen) {
        Map<Characteristic<?>, Bounds> supposed = new TreeMap<>(Comparator.comparing(Characteristic::id));
        List<NominalCharacteristic<?>> nominals = new ArrayList<>();
        for (Characteristic<?> characteristic : chosen) {
            supposed.put(characteristic, most(characteristic));
            if (characteristic instanceof NominalCharacteristic<?> nominal) {
                nominals.add(nominal);
            }
        }
        return sufficient(supposed, nominals, 0) ? supposed : Map.of();
    }

    private boolean sufficient(
            Map<Characteristic<?>, Bounds> supposed, List<NominalCharacteristic<?>> nominals, int from) {
        if (from == nominals.size()) {
            return holds(supposed);
        }
        NominalCharacteristic<?> nominal = nominals.get(from);
        long possible = ((Bounds.OneOf) system.bounds(nominal)).possible();
        // The values that the present answer leaves possible come first.
        for (long some : new long[] {possible, full(nominal) & ~possible}) {
            for (long rest = some; rest != 0; rest &= rest - 1) {
                supposed.put(nominal, new Bounds.OneOf(Long.lowestOneBit(rest)));
                if (sufficient(supposed, nominals, from + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Drops changes as long as the rule holds without them. */
    private Map<Characteristic<?>, Bounds> irreducible(Map<Characteristic<?>, Bounds> supposed) {
        Map<Characteristic<?>, Bounds> needed = new TreeMap<>(Comparator.comparing(Characteristic::id));
        needed.putAll(supposed);
        for (Characteristic<?> each : supposed.keySet()) {
            Bounds dropped = needed.remove(each);
            if (!holds(needed)) {
                needed.put(each, dropped);
            }
        }
        return needed;
    }

    /** Makes each answer as mild as it may be. */
    private void soften(Map<Characteristic<?>, Bounds> needed) {
        for (Characteristic<?> each : List.copyOf(needed.keySet())) {
            Bounds worst = needed.get(each);
            Bounds present = system.bounds(each);
            if (present instanceof Bounds.Members members) {
                softenMembers(needed, each, members);
            } else if (present instanceof Bounds.OneOf oneOf) {
                widen(needed, each, oneOf);
            } else {
                for (Bounds milder : milder(each, present)) {
                    needed.put(each, milder);
                    if (holds(needed)) {
                        break;
                    }
                    needed.put(each, Objects.requireNonNull(worst));
                }
            }
        }
    }

    /** The answers between the present one and the worst that a test tells apart, the mildest first. */
    private List<Bounds> milder(Characteristic<?> characteristic, Bounds present) {
        List<Bounds> milder = new ArrayList<>();
        if (present instanceof Bounds.Ranks ranks) {
            int top = ((EnumeratedCharacteristic<?>) characteristic).values().size() - 1;
            for (int low = ranks.low() + 1; low <= top; low++) {
                milder.add(new Bounds.Ranks(low, Math.max(low, ranks.high())));
            }
        } else if (characteristic instanceof ScaleCharacteristic) {
            for (BigDecimal limit : limits(characteristic).descendingSet()) {
                milder.add(lowered((Bounds.Numbers) present, limit));
            }
        } else {
            for (BigDecimal limit : limits(characteristic)) {
                milder.add(raised((Bounds.Numbers) present, limit));
            }
        }
        milder.removeIf(each -> !each.isWithin(characteristic.unknown()));
        return milder;
    }

    private void softenMembers(
            Map<Characteristic<?>, Bounds> needed, Characteristic<?> characteristic, Bounds.Members present) {
        long known = ((Bounds.Members) Objects.requireNonNull(needed.get(characteristic))).known();
        for (int position = Long.SIZE - 1; position >= 0; position--) {
            long fewer = known & ~(1L << position);
            if (fewer != known && (present.known() >>> position & 1) == 0) {
                needed.put(characteristic, new Bounds.Members(fewer, present.complete()));
                known = holds(needed) ? fewer : known;
            }
        }
        needed.put(characteristic, new Bounds.Members(known, present.complete()));
    }

    private void widen(Map<Characteristic<?>, Bounds> needed, Characteristic<?> characteristic, Bounds.OneOf present) {
        long chosen = ((Bounds.OneOf) Objects.requireNonNull(needed.get(characteristic))).possible();
        long wider = (present.possible() & chosen) != 0
                ? present.possible()
                : full((EnumeratedCharacteristic<?>) characteristic);
        for (long rest = wider & ~chosen; rest != 0; rest &= rest - 1) {
            long more = chosen | Long.lowestOneBit(rest);
            needed.put(characteristic, new Bounds.OneOf(more));
            chosen = holds(needed) ? more : chosen;
        }
        needed.put(characteristic, new Bounds.OneOf(chosen));
    }

    private List<Change> changes(Map<Characteristic<?>, Bounds> needed) {
        List<Change> changes = new ArrayList<>();
        needed.forEach((characteristic, bounds) -> {
            Bounds present = system.bounds(characteristic);
            List<Condition.SystemTest> fulfilled = tests.getOrDefault(characteristic, List.of()).stream()
                    .filter(test -> test.test(present) != Truth.TRUE && test.test(bounds) == Truth.TRUE)
                    .distinct()
                    .toList();
            changes.add(new Change(
                    proofs.base().vocabulary().entry(characteristic.id()).orElseThrow(),
                    system.answers().get(characteristic.id()),
                    Answer.of(characteristic, bounds),
                    fulfilled));
        });
        return changes;
    }

    /** Returns the most hazardous answer beyond the present one. A nominal has none and stays as it is. */
    private Bounds most(Characteristic<?> characteristic) {
        Bounds present = system.bounds(characteristic);
        if (present instanceof Bounds.Ranks) {
            int top = ((EnumeratedCharacteristic<?>) characteristic).values().size() - 1;
            return new Bounds.Ranks(top, top);
        }
        if (present instanceof Bounds.Members members) {
            return new Bounds.Members(full((EnumeratedCharacteristic<?>) characteristic), members.complete());
        }
        if (characteristic instanceof ScaleCharacteristic scale) {
            BigDecimal least = BigDecimal.valueOf(scale.least());
            return new Bounds.Numbers(least, least);
        }
        if (present instanceof Bounds.Numbers numbers) {
            NavigableSet<BigDecimal> limits = limits(characteristic);
            return limits.isEmpty() ? numbers : raised(numbers, limits.last());
        }
        return present;
    }

    private NavigableSet<BigDecimal> limits(Characteristic<?> characteristic) {
        NavigableSet<BigDecimal> limits = new TreeSet<>();
        for (Condition.SystemTest test : tests.getOrDefault(characteristic, List.of())) {
            if (test instanceof Condition.ReachesNumber reaches) {
                limits.add(reaches.least());
            } else if (test instanceof Condition.AtMost atMost) {
                limits.add(BigDecimal.valueOf(atMost.most()));
            }
        }
        return limits;
    }

    private static Bounds.Numbers raised(Bounds.Numbers present, BigDecimal limit) {
        BigDecimal low = present.low().max(limit);
        BigDecimal high = present.high();
        return new Bounds.Numbers(low, high == null ? null : high.max(low));
    }

    private static Bounds.Numbers lowered(Bounds.Numbers present, BigDecimal limit) {
        BigDecimal high = present.high() == null
                ? limit
                : Objects.requireNonNull(present.high()).min(limit);
        return new Bounds.Numbers(present.low().min(high), high);
    }

    private static long full(EnumeratedCharacteristic<?> characteristic) {
        return (1L << characteristic.values().size()) - 1;
    }

    /** Tells whether the rule holds with some answers in place of the present ones. */
    private boolean holds(Map<Characteristic<?>, Bounds> supposed) {
        runs++;
        AiSystem.Builder builder = system.toBuilder();
        supposed.forEach((characteristic, bounds) -> builder.put(Answer.of(characteristic, bounds)));
        AiSystem changed = builder.build();
        // That a rule holds for certain depends on nothing that is only possible.
        BitSet certain = new BitSet();
        int stratum = -1;
        Facts facts = new KnownFacts(changed, proofs.explainer().method().results(certain, certain));
        for (int rule : cone) {
            if (proofs.base().stratumOf(rule) != stratum) {
                stratum = proofs.base().stratumOf(rule);
                facts = new KnownFacts(changed, proofs.explainer().method().results(certain, certain));
            }
            certain.set(rule, rule(rule).condition().evaluate(facts) == Truth.TRUE);
        }
        return certain.get(target);
    }

    private Rule rule(int position) {
        return proofs.base().rules().get(position);
    }
}
