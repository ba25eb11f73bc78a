package io.aims.law;

import io.aims.rule.Truth;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what stands against something that is to be true or false: leaves of which at least one has to come to something else,
 * whatever else is changed. What is open comes before what is known to be otherwise.
 */
final class Obstacles {

    private final Situation situation;

    Obstacles(Situation situation) {
        this.situation = situation;
    }

    List<Obstacle> to(int entry, Truth wanted) {
        return ordered(against(situation.program().entries().get(entry), wanted));
    }

    /** What stands against the parts of an entry agreeing with what was stated of it as a whole. */
    List<Obstacle> toAgreement(int position) {
        Entry entry = situation.program().entries().get(position);
        return ordered(againstParts(entry, situation.asStated(entry)));
    }

    private List<Obstacle> ordered(Set<Obstacle> obstacles) {
        return obstacles.stream()
                .sorted(Comparator.comparing(each -> situation.leaf(each.leaf()) != Truth.UNDETERMINED))
                .toList();
    }

    /** What was stated as a whole has to be said otherwise where it was stated; what was not is shown by its parts. */
    private Set<Obstacle> against(Entry entry, Truth wanted) {
        if (entry.stated() == Entry.NOT_STATED) {
            return againstParts(entry, wanted);
        }
        Set<Obstacle> obstacles = new LinkedHashSet<>();
        Truth stated = situation.asStated(entry);
        if (entry.when() != null && stated == Truth.UNDETERMINED) {
            obstacles.addAll(againstParts(entry, wanted));
        }
        if (entry.when() == null
                || stated != Truth.UNDETERMINED
                || wanted == Truth.FALSE && situation.byParts(entry) == Truth.UNDETERMINED) {
            obstacles.add(new Obstacle(entry.stated(), wanted));
        }
        return obstacles;
    }

    private Set<Obstacle> againstParts(Entry entry, Truth wanted) {
        return against(entry.parts(), wanted);
    }

    private Set<Obstacle> against(Node node, Truth wanted) {
        if (node instanceof Node.Not not) {
            return against(not.part(), LegalCondition.not(wanted));
        }
        if (node instanceof Node.Reference reference) {
            return against(situation.program().entries().get(reference.entry()), wanted);
        }
        if (node instanceof Node.All all) {
            return wanted == Truth.TRUE ? ofOnePart(all.parts(), wanted) : ofAllParts(all.parts(), wanted);
        }
        if (node instanceof Node.Any any) {
            return wanted == Truth.TRUE ? ofAllParts(any.parts(), wanted) : ofOnePart(any.parts(), wanted);
        }
        return node instanceof Node.Leaf leaf ? Set.of(new Obstacle(leaf.position(), wanted)) : Set.of();
    }

    /** All parts have to come round: those that stand against the one with the fewest are enough. */
    private Set<Obstacle> ofOnePart(List<Node> parts, Truth wanted) {
        return parts.stream()
                .filter(part -> situation.of(part) != wanted)
                .map(part -> against(part, wanted))
                .min(Comparator.comparingInt(Set::size))
                .orElse(Set.of());
    }

    private Set<Obstacle> ofAllParts(List<Node> parts, Truth wanted) {
        Set<Obstacle> obstacles = new LinkedHashSet<>();
        parts.forEach(part -> obstacles.addAll(against(part, wanted)));
        return obstacles;
    }
}
