package io.aims.law;

import io.aims.rule.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what stands against something that is to be true or false: groups of leaves, of each of which at least one has to come to
 * something else, whatever else is changed.
 */
final class Obstacles {

    private final Situation situation;
    private final Program program;
    private final Map<Integer, List<Set<Obstacle>>> againstTrue = new HashMap<>();
    private final Map<Integer, List<Set<Obstacle>>> againstFalse = new HashMap<>();

    Obstacles(Situation situation) {
        this.situation = situation;
        this.program = situation.program();
    }

    /** What stands against an entry coming to something that it does not come to now. */
    List<Set<Obstacle>> to(int position, Truth wanted) {
        Map<Integer, List<Set<Obstacle>>> found = wanted == Truth.TRUE ? againstTrue : againstFalse;
        List<Set<Obstacle>> known = found.get(position);
        if (known == null) {
            known = against(program.entries().get(position), wanted);
            found.put(position, known);
        }
        return known;
    }

    /** What stands against the parts of an entry agreeing with what was stated of it as a whole. */
    List<Set<Obstacle>> toAgreement(int position) {
        Entry entry = program.entries().get(position);
        return against(entry.parts(), situation.asStated(entry));
    }

    /** What was stated as a whole has to be said otherwise where it was stated; what was not is shown by its parts. */
    private List<Set<Obstacle>> against(Entry entry, Truth wanted) {
        Truth stated = situation.asStated(entry);
        if (entry.when() == null || stated != Truth.UNDETERMINED) {
            return List.of(Set.of(new Obstacle(entry.stated(), wanted)));
        }
        List<Set<Obstacle>> parts = against(entry.parts(), wanted);
        if (entry.stated() == Entry.NOT_STATED
                || wanted == Truth.TRUE
                || situation.byParts(entry) != Truth.UNDETERMINED) {
            return parts;
        }
        return List.of(union(List.of(smallest(parts), Set.of(new Obstacle(entry.stated(), wanted)))));
    }

    private List<Set<Obstacle>> against(Node node, Truth wanted) {
        if (node instanceof Node.Not not) {
            return against(not.part(), LegalCondition.not(wanted));
        }
        if (node instanceof Node.Reference reference) {
            return to(reference.entry(), wanted);
        }
        if (node instanceof Node.All all) {
            return wanted == Truth.TRUE ? together(all.parts(), wanted) : either(all.parts(), wanted);
        }
        if (node instanceof Node.Any any) {
            return wanted == Truth.TRUE ? either(any.parts(), wanted) : together(any.parts(), wanted);
        }
        if (node instanceof Node.Leaf leaf && program.characteristicOf(leaf.position()) != Program.NO_CHARACTERISTIC) {
            return List.of(Set.of(new Obstacle(leaf.position(), wanted)));
        }
        return List.of(Set.of());
    }

    private List<Set<Obstacle>> together(List<Node> parts, Truth wanted) {
        List<Set<Obstacle>> groups = new ArrayList<>();
        for (Node part : parts) {
            if (situation.of(part) != wanted) {
                groups.addAll(against(part, wanted));
            }
        }
        return groups;
    }

    private List<Set<Obstacle>> either(List<Node> parts, Truth wanted) {
        return List.of(union(
                parts.stream().map(part -> smallest(against(part, wanted))).toList()));
    }

    private static Set<Obstacle> union(List<Set<Obstacle>> groups) {
        Set<Obstacle> union = new LinkedHashSet<>();
        groups.forEach(union::addAll);
        return union;
    }

    /** The group with the fewest leaves, nothing if there is none. */
    static Set<Obstacle> smallest(List<Set<Obstacle>> groups) {
        return groups.stream().min(Comparator.comparingInt(Set::size)).orElse(Set.of());
    }

    /** How many characteristics have to change at least, besides some that change anyway. */
    int fewestChanges(List<Set<Obstacle>> groups, Set<Integer> changedAnyway) {
        BitSet used = new BitSet();
        changedAnyway.forEach(used::set);
        int changes = 0;
        for (Set<Obstacle> group : groups) {
            BitSet characteristics = new BitSet();
            group.forEach(each -> characteristics.set(program.characteristicOf(each.leaf())));
            if (!characteristics.intersects(used)) {
                used.or(characteristics);
                changes++;
            }
        }
        return changes;
    }
}
