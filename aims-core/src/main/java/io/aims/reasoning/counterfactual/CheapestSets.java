package io.aims.reasoning.counterfactual;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Lists the sets of candidates that are enough and of which none can be left out, the cheapest first.
 *
 * <p>A set that is not enough is extended as long as it is not enough; of the candidates then left out every solution has at
 * least one. Partial sets are kept in a queue by a cost below which no solution made from them can stay: their own cost and,
 * of such groups of candidates as share none, the cheapest of each. A set that is taken from the queue, has one of each group
 * and is enough is therefore a cheapest one of those not yet found. Each branch bars the candidates of the branches before,
 * so that no set is looked at twice.
 */
final class CheapestSets {

    private final Trials trials;
    private final SearchLimits limits;
    private final BitSet all = new BitSet();
    private final List<int[]> groups = new ArrayList<>();
    private final int[] groupsOf;
    private final List<BitSet> found = new ArrayList<>();
    private final PriorityQueue<Partial> open = new PriorityQueue<>(Comparator.comparingLong(Partial::bound)
            .thenComparing(Comparator.comparingInt(
                            (Partial partial) -> partial.chosen().cardinality())
                    .reversed())
            .thenComparingInt(Partial::number));
    private int steps;
    private int made;

    /** A set to be extended by what is not barred, and a cost below which no extension that is enough can stay. */
    private record Partial(BitSet chosen, BitSet barred, long bound, int number) {}

    /**
     * What was found.
     *
     * @param sets the sets, the cheapest first
     * @param leastCost a cost below which there is certainly no set
     * @param isComplete whether there are no others
     */
    record Found(List<BitSet> sets, long leastCost, boolean isComplete) {}

    CheapestSets(Trials trials, SearchLimits limits) {
        this.trials = trials;
        this.limits = limits;
        this.all.set(0, trials.size());
        this.groupsOf = new int[trials.size()];
    }

    Found search() {
        if (trials.reaches(new BitSet())) {
            return new Found(List.of(new BitSet()), 0, true);
        }
        if (!trials.reaches(all)) {
            return new Found(List.of(), 0, trials.isExact());
        }
        BitSet some = withoutNeedless();
        open.add(new Partial(new BitSet(), new BitSet(), 1, made++));
        int triedBefore = trials.count();
        while (!open.isEmpty() && found.size() < limits.sets()) {
            if (steps + trials.count() - triedBefore >= limits.steps()) {
                break;
            }
            steps++;
            extend(open.remove());
        }
        List<BitSet> sets = found.isEmpty() ? List.of(some) : found;
        long least = trials.cost(sets.get(0));
        if (found.isEmpty() && !open.isEmpty()) {
            least = Math.min(least, open.peek().bound());
        }
        return new Found(List.copyOf(sets), trials.isExact() ? least : 1, trials.isExact() && open.isEmpty());
    }

    /** A set that is enough, found by leaving out what is not needed, the most costly first. */
    private BitSet withoutNeedless() {
        BitSet some = (BitSet) all.clone();
        IntStream.range(0, trials.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer candidate) -> trials.cost(candidate))
                        .reversed())
                .forEach(candidate -> {
                    some.clear(candidate);
                    if (!trials.reaches(some)) {
                        some.set(candidate);
                    }
                });
        return some;
    }

    private void extend(Partial partial) {
        BitSet chosen = partial.chosen();
        if (found.stream().anyMatch(set -> contains(chosen, set))) {
            return;
        }
        long rest = atLeast(chosen, partial.barred());
        if (rest < 0) {
            return;
        }
        long bound = trials.cost(chosen) + rest;
        if (bound > partial.bound()) {
            open.add(new Partial(chosen, partial.barred(), bound, partial.number()));
            return;
        }
        int[] group = smallestGroup(chosen, partial.barred());
        if (group.length > 0) {
            branch(partial, group);
        } else if (trials.reaches(chosen)) {
            found.add(chosen);
        } else if (canBeEnough(partial.barred())) {
            addGroup(chosen);
            open.add(partial);
        }
    }

    private static boolean contains(BitSet large, BitSet small) {
        BitSet rest = (BitSet) small.clone();
        rest.andNot(large);
        return rest.isEmpty();
    }

    /** What must at least be added to the cost of a set, or -1 if nothing can be added that is enough. */
    private long atLeast(BitSet chosen, BitSet barred) {
        long cost = 0;
        BitSet counted = new BitSet();
        for (int[] group : groups) {
            int cheapest = Integer.MAX_VALUE;
            boolean isHit = false;
            boolean isCounted = false;
            for (int candidate : group) {
                isHit |= chosen.get(candidate);
                if (!barred.get(candidate)) {
                    cheapest = Math.min(cheapest, trials.cost(candidate));
                    isCounted |= counted.get(candidate);
                }
            }
            if (isHit) {
                continue;
            }
            if (cheapest == Integer.MAX_VALUE) {
                return -1;
            }
            if (!isCounted) {
                cost += cheapest;
                for (int candidate : group) {
                    counted.set(candidate, counted.get(candidate) || !barred.get(candidate));
                }
            }
        }
        return cost;
    }

    /** The candidates, not barred, of a group of which none is chosen: of such groups the one that leaves fewest. */
    private int[] smallestGroup(BitSet chosen, BitSet barred) {
        int[] smallest = {};
        for (int[] group : groups) {
            if (IntStream.of(group).noneMatch(chosen::get)) {
                int[] left = IntStream.of(group)
                        .filter(candidate -> !barred.get(candidate))
                        .toArray();
                smallest = smallest.length == 0 || left.length < smallest.length ? left : smallest;
            }
        }
        return smallest;
    }

    private void branch(Partial partial, int[] group) {
        BitSet barred = (BitSet) partial.barred().clone();
        for (int candidate : group) {
            BitSet chosen = (BitSet) partial.chosen().clone();
            chosen.set(candidate);
            open.add(new Partial(chosen, (BitSet) barred.clone(), partial.bound(), made++));
            barred.set(candidate);
        }
    }

    private boolean canBeEnough(BitSet barred) {
        BitSet allowed = (BitSet) all.clone();
        allowed.andNot(barred);
        return barred.isEmpty() || trials.reaches(allowed);
    }

    /** Adds a group of which every solution has one: what is left out of a largest set that is not enough. */
    private void addGroup(BitSet failing) {
        BitSet largest = (BitSet) failing.clone();
        IntStream.range(0, trials.size())
                .filter(candidate -> !failing.get(candidate))
                .boxed()
                .sorted(Comparator.comparingInt((Integer candidate) -> -groupsOf[candidate])
                        .thenComparingInt(trials::cost))
                .forEach(candidate -> {
                    largest.set(candidate);
                    if (trials.reaches(largest)) {
                        largest.clear(candidate);
                    }
                });
        BitSet group = (BitSet) all.clone();
        group.andNot(largest);
        group.stream().forEach(candidate -> groupsOf[candidate]++);
        groups.add(group.stream()
                .boxed()
                .sorted(Comparator.comparingInt(trials::cost))
                .mapToInt(Integer::intValue)
                .toArray());
    }
}
