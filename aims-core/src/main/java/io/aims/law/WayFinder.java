package io.aims.law;

import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds ways to make something hold from the outcome down to the facts it keeps: of every choice and every conjunction it keeps
 * the few with the fewest changes. It finds ways of any length, and not always the shortest.
 */
final class WayFinder {

    /** How many ways are kept for each part. */
    private static final int MOST_WAYS = 12;

    /** How many of those may change the same and differ only in what they keep. */
    private static final int MOST_ALIKE = 4;

    private final Situation situation;
    private final Program program;
    private final AiSystem system;
    private final Map<Integer, List<Way>> madeTrue = new HashMap<>();
    private final Map<Integer, List<Way>> madeFalse = new HashMap<>();

    WayFinder(Situation situation, AiSystem system) {
        this.situation = situation;
        this.program = situation.program();
        this.system = system;
    }

    /** The ways to make an entry hold, the best first. */
    List<Way> to(int position) {
        return ways(position, Truth.TRUE);
    }

    /** The ways to make a class hold and to rule out all others on purpose; others do both in a pack that is made well. */
    List<Way> toAlone(int position) {
        List<Way> ways = ways(position, Truth.TRUE);
        for (LegalClass other : program.pack().classes()) {
            int rival = program.entry(other.id());
            ways = rival == position ? ways : both(ways, ways(rival, Truth.FALSE));
        }
        return ways;
    }

    private List<Way> ways(int position, Truth wanted) {
        Map<Integer, List<Way>> found = wanted == Truth.TRUE ? madeTrue : madeFalse;
        List<Way> known = found.get(position);
        if (known == null) {
            known = ways(program.entries().get(position), wanted);
            found.put(position, known);
        }
        return known;
    }

    /** What is stated as a whole is changed where it was stated; what was not is shown by its parts. */
    private List<Way> ways(Entry entry, Truth wanted) {
        if (entry.when() == null) {
            return ways(new Node.Leaf(entry.stated()), wanted);
        }
        List<Way> byParts = ways(entry.parts(), wanted);
        if (entry.stated() == Entry.NOT_STATED) {
            return byParts;
        }
        List<Way> asStated = ways(new Node.Leaf(entry.stated()), wanted);
        boolean partsObject = situation.byParts(entry) == LegalCondition.not(wanted);
        if (situation.asStated(entry) == Truth.UNDETERMINED) {
            return wanted == Truth.TRUE || partsObject ? byParts : fewest(List.of(byParts, asStated));
        }
        return partsObject ? both(asStated, byParts) : asStated;
    }

    private List<Way> ways(Node node, Truth wanted) {
        if (node instanceof Node.Not not) {
            return ways(not.part(), LegalCondition.not(wanted));
        }
        if (node instanceof Node.Reference reference) {
            return ways(reference.entry(), wanted);
        }
        if (node instanceof Node.All all) {
            return wanted == Truth.TRUE ? together(all.parts(), wanted) : either(all.parts(), wanted);
        }
        if (node instanceof Node.Any any) {
            return wanted == Truth.TRUE ? either(any.parts(), wanted) : together(any.parts(), wanted);
        }
        if (node instanceof Node.Leaf leaf) {
            return ofLeaf(leaf.position(), wanted);
        }
        return wanted == Truth.TRUE ? List.of(way(new TreeMap<>())) : List.of();
    }

    private List<Way> ofLeaf(int leaf, Truth wanted) {
        int position = program.characteristicOf(leaf);
        if (position == Program.NO_CHARACTERISTIC) {
            return situation.leaf(leaf) == wanted ? List.of(way(new TreeMap<>())) : List.of();
        }
        return fewest(List.of(Demand.of(program, leaf, wanted).stream()
                .map(demand -> way(new TreeMap<>(Map.of(position, demand))))
                .toList()));
    }

    private List<Way> together(List<Node> parts, Truth wanted) {
        List<Way> ways = List.of(way(new TreeMap<>()));
        for (Node part : parts) {
            ways = both(ways, ways(part, wanted));
        }
        return ways;
    }

    private List<Way> either(List<Node> parts, Truth wanted) {
        return fewest(parts.stream().map(part -> ways(part, wanted)).toList());
    }

    private List<Way> both(List<Way> some, List<Way> others) {
        List<Way> joined = new ArrayList<>();
        for (Way one : some) {
            for (Way other : others) {
                one.and(other).ifPresent(demands -> joined.add(way(demands)));
            }
        }
        return fewest(List.of(joined));
    }

    /** The best ways, of those that change the same only a few: they differ in what they keep. */
    private static List<Way> fewest(List<List<Way>> alternatives) {
        Map<SortedMap<Integer, Demand>, Integer> alike = new HashMap<>();
        return alternatives.stream()
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .filter(way -> alike.merge(way.changes(), 1, Integer::sum) <= MOST_ALIKE)
                .limit(MOST_WAYS)
                .toList();
    }

    private Way way(SortedMap<Integer, Demand> demands) {
        SortedMap<Integer, Demand> changes = new TreeMap<>();
        int contradicted = 0;
        for (Map.Entry<Integer, Demand> each : demands.entrySet()) {
            Characteristic<?> characteristic = program.characteristics().get(each.getKey());
            Bounds present = system.bounds(characteristic);
            List<Bounds> pieces = program.pieces(each.getKey());
            if (!each.getValue().isMetBy(present, pieces)) {
                changes.put(each.getKey(), each.getValue());
                Bounds needed = each.getValue().answer(characteristic, present, pieces);
                contradicted += needed.isWithin(present) ? 0 : 1;
            }
        }
        return new Way(demands, changes, contradicted);
    }
}
