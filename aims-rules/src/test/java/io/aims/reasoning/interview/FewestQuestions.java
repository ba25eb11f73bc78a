package io.aims.reasoning.interview;

import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The fewest characteristics whose answers settle every control of a complete system: what somebody would ask who knew the
 * answers beforehand. Found by branch and bound.
 */
final class FewestQuestions {

    private static final int MOST_STEPS = 300_000;

    private final Decisions decisions;
    private int best = Integer.MAX_VALUE;
    private int steps;

    private FewestQuestions(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The number, or less than that if it was not found within the steps allowed: then minus what was found. */
    static int of(Decisions decisions, AiSystem complete) {
        FewestQuestions search = new FewestQuestions(decisions);
        Situation then = new Situation(decisions, Known.of(decisions.statements(), complete));
        BitSet chosen = new BitSet();
        List<BitSet> toHit = new ArrayList<>();
        List<List<BitSet>> toChoose = new ArrayList<>();
        Situation nothing = new Situation(
                decisions,
                Known.of(decisions.statements(), AiSystem.named("nothing").build()));
        for (Decision decision : decisions.controls()) {
            List<BitSet> ways = new ArrayList<>();
            for (int term : decision.terms()) {
                BitSet variables = new BitSet();
                for (int statement : decisions.terms().get(term)) {
                    if (then.of(decision) == Truth.TRUE || then.known().ofStatement(statement) == Truth.FALSE) {
                        variables.set(decisions.statements().variableOf(statement));
                    }
                }
                if (then.of(decision) == Truth.FALSE) {
                    toHit.add(variables);
                } else if (then.ofTerm(term) == Truth.TRUE) {
                    ways.add(variables);
                }
            }
            if (then.of(decision) == Truth.TRUE) {
                toChoose.add(ways);
                if (nothing.awaitsRoles(decision)) {
                    chosen.set(then.roles());
                }
            }
        }
        search.branch(chosen, toHit, toChoose);
        return search.steps > MOST_STEPS ? -search.best : search.best;
    }

    private void branch(BitSet before, List<BitSet> hits, List<List<BitSet>> choices) {
        steps++;
        if (steps > MOST_STEPS) {
            return;
        }
        BitSet chosen = (BitSet) before.clone();
        List<BitSet> toHit = hits;
        List<List<BitSet>> toChoose = choices;
        int size = -1;
        while (size < chosen.cardinality()) {
            size = chosen.cardinality();
            toHit = rest(toHit, chosen);
            toChoose = restOf(toChoose, chosen);
        }
        List<BitSet> apart = new ArrayList<>(toHit);
        toChoose.forEach(ways -> apart.add(union(ways)));
        if (size + disjoint(apart) >= best) {
            return;
        }
        if (apart.isEmpty()) {
            best = size;
            return;
        }
        int variable = mostUseful(toHit, toChoose);
        BitSet with = (BitSet) chosen.clone();
        with.set(variable);
        branch(with, toHit, toChoose);
        without(variable, chosen, toHit, toChoose);
    }

    private void without(int variable, BitSet chosen, List<BitSet> hits, List<List<BitSet>> choices) {
        List<BitSet> toHit = new ArrayList<>();
        for (BitSet hit : hits) {
            BitSet others = (BitSet) hit.clone();
            others.clear(variable);
            if (others.isEmpty()) {
                return;
            }
            toHit.add(others);
        }
        List<List<BitSet>> toChoose = new ArrayList<>();
        for (List<BitSet> ways : choices) {
            List<BitSet> others =
                    ways.stream().filter(way -> !way.get(variable)).toList();
            if (others.isEmpty()) {
                return;
            }
            toChoose.add(others);
        }
        branch(chosen, toHit, toChoose);
    }

    private static List<BitSet> rest(List<BitSet> hits, BitSet chosen) {
        hits.stream().filter(hit -> hit.cardinality() == 1).forEach(chosen::or);
        return smallest(hits.stream().filter(hit -> !hit.intersects(chosen)).toList());
    }

    private static List<List<BitSet>> restOf(List<List<BitSet>> choices, BitSet chosen) {
        List<List<BitSet>> open = new ArrayList<>();
        for (List<BitSet> ways : choices) {
            List<BitSet> missing = smallest(ways.stream()
                    .map(way -> {
                        BitSet rest = (BitSet) way.clone();
                        rest.andNot(chosen);
                        return rest;
                    })
                    .toList());
            if (missing.size() == 1) {
                chosen.or(missing.get(0));
            } else {
                open.add(missing);
            }
        }
        return open;
    }

    private static List<BitSet> smallest(List<BitSet> sets) {
        List<BitSet> kept = new ArrayList<>();
        sets.stream()
                .distinct()
                .sorted(Comparator.comparingInt(BitSet::cardinality))
                .forEach(set -> {
                    if (kept.stream().noneMatch(smaller -> contains(set, smaller))) {
                        kept.add(set);
                    }
                });
        return kept;
    }

    private static boolean contains(BitSet larger, BitSet smaller) {
        BitSet rest = (BitSet) smaller.clone();
        rest.andNot(larger);
        return rest.isEmpty();
    }

    private static BitSet union(List<BitSet> sets) {
        BitSet union = new BitSet();
        sets.forEach(union::or);
        return union;
    }

    /** So many are needed at least: sets that have nothing in common need one each. */
    private static int disjoint(List<BitSet> sets) {
        BitSet used = new BitSet();
        int count = 0;
        for (BitSet set : sets.stream()
                .sorted(Comparator.comparingInt(BitSet::cardinality))
                .toList()) {
            if (!set.intersects(used)) {
                used.or(set);
                count++;
            }
        }
        return count;
    }

    private int mostUseful(List<BitSet> hits, List<List<BitSet>> choices) {
        double[] use = new double[decisions.statements().variables().size()];
        hits.forEach(hit -> hit.stream().forEach(variable -> use[variable] += Math.scalb(1.0, -hit.cardinality())));
        choices.forEach(ways -> ways.forEach(way ->
                way.stream().forEach(variable -> use[variable] += Math.scalb(1.0, -way.cardinality()) / ways.size())));
        int best = 0;
        for (int variable = 1; variable < use.length; variable++) {
            best = use[variable] > use[best] ? variable : best;
        }
        return best;
    }
}
