package io.aims.law;

import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds answers that would make something hold: first the fewest, one more at a time, by changing what stands against it, as far
 * as that is quickly done; then any. Whatever is found was evaluated again, and every change that can be is left out.
 */
final class WhyNotSearch {

    /** How many suppositions are evaluated in the search for the fewest: some milliseconds. */
    private static final int MOST_RUNS = 4_000;

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
        for (int size = 1; runs < MOST_RUNS && size <= program.characteristics().size(); size++) {
            Optional<Supposition> found = fewest(new Supposition(program, system), position, size);
            if (found.isPresent()) {
                return changes(found.get(), position);
            }
        }
        return new WayFinder(situation, system)
                .to(position).stream()
                        .map(way -> new Supposition(program, system, way.changes()))
                        .filter(supposed -> holds(supposed.in(situation), position))
                        .findFirst()
                        .map(found -> changes(found, position))
                        .orElse(List.of());
    }

    /** Changes what stands against it until it holds, at most some characteristics. Every solution changes one of those. */
    private Optional<Supposition> fewest(Supposition supposed, int position, int size) {
        Situation changed = supposed.in(situation);
        runs++;
        if (holds(changed, position)) {
            return Optional.of(supposed);
        }
        for (Obstacle obstacle : obstacles(changed, position)) {
            for (Demand demand : obstacle.demands(program)) {
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

    private List<Obstacle> obstacles(Situation changed, int position) {
        Obstacles obstacles = new Obstacles(changed);
        if (changed.entry(position) != Truth.TRUE && truth(changed, position) != Truth.UNDETERMINED
                || program.entries().get(position).kind() != LegalStep.Kind.CLASS
                        && changed.entry(position) != Truth.TRUE) {
            return obstacles.to(position, Truth.TRUE);
        }
        for (LegalClass other : program.pack().classes()) {
            int rival = program.entry(other.id());
            if (program.entries().get(position).kind() == LegalStep.Kind.CLASS
                    && rival != position
                    && changed.entry(rival) != Truth.FALSE) {
                return obstacles.to(rival, Truth.FALSE);
            }
        }
        return changed.contradictory().stream()
                .filter(each -> !contradictory.contains(each))
                .findFirst()
                .map(obstacles::toAgreement)
                .orElse(List.of());
    }

    private boolean holds(Situation changed, int position) {
        return truth(changed, position) == Truth.TRUE && contradictory.containsAll(changed.contradictory());
    }

    /** Leaves out every change without which it holds as well. */
    private List<LegalChange> changes(Supposition found, int position) {
        Supposition needed = found;
        for (int each : found.characteristics()) {
            Supposition fewer = needed.without(each);
            needed = holds(fewer.in(situation), position) ? fewer : needed;
        }
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
