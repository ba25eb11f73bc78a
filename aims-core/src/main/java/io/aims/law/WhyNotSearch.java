package io.aims.law;

import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds answers that would make something hold: first the fewest, one more at a time, by changing what stands against it; then any,
 * and whether fewer do as far as that is quickly done. Whatever is found was evaluated again, and every change that can be is left
 * out.
 */
final class WhyNotSearch {

    /** How many suppositions are evaluated in the search for the fewest: some milliseconds. */
    private static final int MOST_RUNS = 2_000;

    /** How many changes are tried before any way is looked for: most why-nots name no more. */
    private static final int MOST_TRIED_FIRST = 2;

    /** Up to how many changes it is tried whether fewer do. */
    private static final int MOST_TRIED = 6;

    private final Classifier classifier;
    private final Situation situation;
    private final Program program;
    private final AiSystem system;
    private final @Nullable LocalDate asOf;
    private final Set<Integer> contradictory;
    private int runs;

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
        BitSet outcomes = new BitSet();
        if (situation.entry(position) == Truth.TRUE) {
            program.pack().classes().forEach(each -> outcomes.set(program.entry(each.id())));
        } else {
            outcomes.set(position);
        }
        List<LegalStep> steps = new Steps(situation, system, asOf).toAllOf(outcomes);
        BitSet open = Openness.of(situation, outcomes).entries();
        return steps.stream()
                .filter(step -> !step.facts().isEmpty())
                .filter(step -> situation.entry(position) == Truth.FALSE || open.get(program.entry(step.id())))
                .toList();
    }

    private List<LegalChange> changes(int position) {
        Optional<Supposition> found = fewest(position, 1, MOST_TRIED_FIRST);
        if (found.isEmpty()) {
            WayFinder finder = new WayFinder(situation, system);
            boolean isClass = program.entries().get(position).kind() == LegalStep.Kind.CLASS;
            Optional<Supposition> any = first(finder.to(position), position)
                    .or(() -> isClass ? first(finder.toAlone(position), position) : Optional.empty());
            int fewer = any.map(Supposition::size).orElse(Integer.MAX_VALUE) - 1;
            found = fewest(position, MOST_TRIED_FIRST + 1, Math.min(fewer, MOST_TRIED))
                    .or(() -> any);
        }
        return found.map(each -> changes(irreducible(each, position))).orElse(List.of());
    }

    private Optional<Supposition> first(List<Way> ways, int position) {
        return ways.stream()
                .map(way -> new Supposition(program, system, way.changes()))
                .filter(supposed -> holds(supposed.in(situation), position))
                .map(found -> irreducible(found, position))
                .findFirst();
    }

    private Optional<Supposition> fewest(int position, int from, int to) {
        for (int size = from; size <= to; size++) {
            Optional<Supposition> found = fewest(new Supposition(program, system), position, size);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Changes what stands against it until it holds, at most some characteristics. Every solution changes one of each group. */
    private Optional<Supposition> fewest(Supposition supposed, int position, int size) {
        Situation changed = supposed.in(situation);
        runs++;
        if (holds(changed, position)) {
            return Optional.of(supposed);
        }
        Obstacles obstacles = new Obstacles(changed);
        List<Set<Obstacle>> groups = groups(obstacles, changed, position);
        if (supposed.size() + obstacles.fewestChanges(groups, supposed.characteristics()) > size) {
            return Optional.empty();
        }
        List<Obstacle> openFirst = Obstacles.smallest(groups).stream()
                .sorted(Comparator.comparing(each -> changed.leaf(each.leaf()) != Truth.UNDETERMINED))
                .toList();
        for (Obstacle obstacle : openFirst) {
            for (Demand demand : Demand.of(program, obstacle.leaf(), obstacle.wanted())) {
                Optional<Supposition> more = supposed.with(program.characteristicOf(obstacle.leaf()), demand);
                if (more.isPresent() && more.get().size() <= size && runs < MOST_RUNS) {
                    Optional<Supposition> found = fewest(more.get(), position, size);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What stands against the target, else against ruling out another class, else against agreeing with what was stated. */
    private List<Set<Obstacle>> groups(Obstacles obstacles, Situation changed, int position) {
        if (changed.entry(position) != Truth.TRUE) {
            return obstacles.to(position, Truth.TRUE);
        }
        if (truth(changed, position) != Truth.TRUE) {
            return program.pack().classes().stream()
                    .map(each -> program.entry(each.id()))
                    .filter(rival -> rival != position && changed.entry(rival) != Truth.FALSE)
                    .flatMap(rival -> obstacles.to(rival, Truth.FALSE).stream())
                    .toList();
        }
        return changed.contradictory().stream()
                .filter(each -> !contradictory.contains(each))
                .flatMap(each -> obstacles.toAgreement(each).stream())
                .toList();
    }

    private boolean holds(Situation changed, int position) {
        return truth(changed, position) == Truth.TRUE && contradictory.containsAll(changed.contradictory());
    }

    /** Leaves out every change without which it holds as well. */
    private Supposition irreducible(Supposition found, int position) {
        Supposition needed = found;
        for (int each : found.characteristics()) {
            Supposition fewer = needed.without(each);
            needed = holds(fewer.in(situation), position) ? fewer : needed;
        }
        return needed;
    }

    private List<LegalChange> changes(Supposition needed) {
        List<LegalChange> changes = new ArrayList<>();
        needed.answers().forEach((each, bounds) -> {
            Characteristic<?> characteristic = program.characteristics().get(each);
            changes.add(new LegalChange(
                    classifier.entry(characteristic),
                    system.answer(characteristic).orElse(null),
                    Answer.of(characteristic, bounds)));
        });
        return changes;
    }
}
