package io.aims.law;

import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds answers that would make something hold: from the outcome down to the facts it keeps, of every choice and every
 * conjunction, the few ways with the fewest changes; each is evaluated again, and every change that can be is left out.
 */
final class WhyNotSearch {

    /** How many ways are kept for each part. More find no shorter ones in the packs that were tried. */
    private static final int MOST_WAYS = 12;

    private static final int MOST_ALIKE = 2;

    private final Classifier classifier;
    private final Situation situation;
    private final Program program;
    private final AiSystem system;
    private final @Nullable LocalDate asOf;
    private final Set<Integer> contradictory;
    private final Map<Integer, List<Way>> madeTrue = new HashMap<>();
    private final Map<Integer, List<Way>> madeFalse = new HashMap<>();

    WhyNotSearch(Classifier classifier, Situation situation, AiSystem system, @Nullable LocalDate asOf) {
        this.classifier = classifier;
        this.situation = situation;
        this.program = situation.program();
        this.system = system;
        this.asOf = asOf;
        this.contradictory = new HashSet<>(situation.contradictory());
    }

    LegalWhyNot of(int position) {
        Entry target = program.entries().get(position);
        Truth truth = truth(situation, position);
        List<LegalStep> against = List.of();
        List<LegalChange> changes = List.of();
        if (truth != Truth.TRUE) {
            against = against(position);
            changes = changes(position);
        }
        return new LegalWhyNot(target.id(), target.article(), target.title(), truth, against, changes);
    }

    /** A class is given if it is the only one possible, anything else if it holds. */
    private Truth truth(Situation supposed, int position) {
        Truth truth = supposed.entry(position);
        if (program.entries().get(position).kind() != LegalStep.Kind.CLASS || truth == Truth.FALSE) {
            return truth;
        }
        return supposed.possible().cardinality() == 1 ? Truth.TRUE : Truth.UNDETERMINED;
    }

    private List<LegalStep> against(int position) {
        Steps steps = new Steps(situation, system, asOf);
        BitSet outcomes = new BitSet();
        if (situation.entry(position) == Truth.FALSE) {
            outcomes.set(position);
            return steps.to(outcomes).stream()
                    .filter(step -> !step.facts().isEmpty())
                    .toList();
        }
        outcomes.set(position);
        if (program.entries().get(position).kind() == LegalStep.Kind.CLASS) {
            program.pack().classes().forEach(each -> outcomes.set(program.entry(each.id())));
        }
        BitSet open = Openness.of(situation, outcomes).entries();
        return steps.to(open).stream()
                .filter(step ->
                        open.get(program.entry(step.id())) && !step.facts().isEmpty())
                .toList();
    }

    private List<LegalChange> changes(int position) {
        for (Way way : ways(position)) {
            List<@Nullable Bounds> supposed = supposed(way);
            if (holds(supposed, position)) {
                leaveOut(supposed, position);
                return changes(supposed);
            }
        }
        return List.of();
    }

    private List<Way> ways(int position) {
        List<Way> ways = ways(position, Truth.TRUE);
        if (program.entries().get(position).kind() == LegalStep.Kind.CLASS) {
            for (LegalClass other : program.pack().classes()) {
                int rival = program.entry(other.id());
                ways = rival == position ? ways : both(ways, ways(rival, Truth.FALSE));
            }
        }
        return ways;
    }

    private List<@Nullable Bounds> supposed(Way way) {
        List<@Nullable Bounds> supposed =
                new ArrayList<>(Collections.nCopies(program.characteristics().size(), null));
        way.changes().forEach((position, demand) -> {
            Characteristic<?> characteristic = program.characteristics().get(position);
            supposed.set(
                    position, demand.answer(characteristic, system.bounds(characteristic), program.pieces(position)));
        });
        return supposed;
    }

    private boolean holds(List<@Nullable Bounds> supposed, int position) {
        Situation changed = situation.supposing(supposed);
        return truth(changed, position) == Truth.TRUE && contradictory.containsAll(changed.contradictory());
    }

    /** Leaves out every change without which it holds as well. */
    private void leaveOut(List<@Nullable Bounds> supposed, int position) {
        for (int each = 0; each < supposed.size(); each++) {
            Bounds change = supposed.set(each, null);
            if (change != null && !holds(supposed, position)) {
                supposed.set(each, change);
            }
        }
    }

    private List<LegalChange> changes(List<@Nullable Bounds> supposed) {
        List<LegalChange> changes = new ArrayList<>();
        for (int each = 0; each < supposed.size(); each++) {
            Bounds needed = supposed.get(each);
            if (needed != null) {
                Characteristic<?> characteristic = program.characteristics().get(each);
                changes.add(new LegalChange(
                        classifier.entry(characteristic),
                        system.answer(characteristic).orElse(null),
                        Answer.of(characteristic, needed)));
            }
        }
        return changes;
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
        Node when = entry.when();
        if (when == null) {
            return ways(new Node.Leaf(entry.stated()), wanted);
        }
        List<Way> byParts = ways(parts(when, entry.unless()), wanted);
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

    private static Node parts(Node when, List<Node> unless) {
        List<Node> parts = new ArrayList<>(List.of(when));
        unless.forEach(exemption -> parts.add(new Node.Not(exemption)));
        return new Node.All(parts);
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
