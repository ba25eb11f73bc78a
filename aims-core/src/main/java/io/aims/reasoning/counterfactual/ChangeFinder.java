package io.aims.reasoning.counterfactual;

import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.Finding;
import io.aims.evaluation.RiskMethod;
import io.aims.risk.Objective;
import io.aims.risk.RiskSource;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.Contradiction;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the smallest changes that reach a target.
 *
 * <p>Rules have no negation, so the less hazardous an answer, the fewer rules hold. Whether a set of characteristics can reach
 * the target therefore shows when each of them is at its least hazardous. Every set that cannot be enough points to
 * characteristics of which each solution must change one; the cheapest sets that respect all of these are tried first, so
 * that the first one that is enough is the cheapest there is. Each answer is then weakened as far as the target is still
 * reached, the most costly change first.
 *
 * <p>Immutable and thread-safe, if the engine is.
 *
 * @since 0.1
 */
public final class ChangeFinder {

    private final Evaluator evaluator;
    private final RuleBase base;
    private final RiskMethod method;

    /**
     * Creates a finder.
     *
     * @param evaluator evaluates what is found
     */
    public ChangeFinder(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.base = evaluator.base();
        this.method = new RiskMethod(base);
    }

    /**
     * Finds the smallest changes that reach a target.
     *
     * @param evaluation an evaluation on the rules of this finder
     * @param target what is to be reached
     * @param changeable what may be changed
     * @param limits how long to search
     * @return sets of changes, or what stands against the target
     * @throws AimsException AIMS-3050, if the target names what the catalogue or the packs do not have; AIMS-3053, if the
     *     vocabulary does not have a characteristic that may be changed
     */
    public SmallestChanges find(Evaluation evaluation, Target target, Changeable changeable, SearchLimits limits) {
        check(target, changeable);
        HighEnd highEnd = new HighEnd(base, method, target);
        AiSystem system = evaluation.system();
        Bounds[] present = highEnd.read().stream().map(system::bounds).toArray(Bounds[]::new);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < present.length; i++) {
            int position = i;
            Optional.ofNullable(changeable.rooms().get(highEnd.read().get(i).id()))
                    .flatMap(room -> Candidate.of(position, room, present[position], highEnd.tests(position)))
                    .ifPresent(candidates::add);
        }
        Trials trials = new Trials(highEnd, present, candidates);
        CheapestSets.Found found = new CheapestSets(trials, limits).search();
        List<ChangeSet> sets = found.sets().stream()
                .map(chosen -> changeSet(evaluation, target, trials, chosen))
                .sorted(Comparator.comparingLong(ChangeSet::cost)
                        .thenComparing(set -> !set.isConsistent())
                        .thenComparing(set -> set.changes().size()))
                .toList();
        return new SmallestChanges(
                evaluation,
                target,
                sets,
                found.leastCost(),
                found.isComplete(),
                sets.isEmpty() ? obstacles(evaluation, target, trials) : List.of(),
                trials.count());
    }

    private ChangeSet changeSet(Evaluation before, Target target, Trials trials, BitSet chosen) {
        List<Change> changes = consistent(before, trials.weakest(chosen));
        Evaluation after = evaluator.evaluate(
                changed(before.system(), changes), before.asOf().orElse(null));
        if (!target.isReachedBy(after)) {
            throw new IllegalStateException("The changes " + changes + " do not reach " + target);
        }
        return new ChangeSet(changes, trials.cost(chosen), after, contradictions(before, changes));
    }

    /** The changes, with safer answers where these avoid a contradiction. */
    private List<Change> consistent(Evaluation before, List<Trials.Weakened> weakened) {
        List<Change> changes = new ArrayList<>();
        weakened.forEach(each -> changes.add(change(before.system(), each.candidate(), each.proposal())));
        for (int i = 0; i < changes.size(); i++) {
            Candidate candidate = weakened.get(i).candidate();
            for (Candidate.Proposal safer : candidate.saferThan(weakened.get(i).proposal())) {
                List<Change> others = new ArrayList<>(changes);
                others.set(i, change(before.system(), candidate, safer));
                if (contradictions(before, others).size()
                        < contradictions(before, changes).size()) {
                    changes.set(i, others.get(i));
                }
            }
        }
        return changes;
    }

    /** What the changed answers contradict, and the present ones do not. */
    private List<Contradiction> contradictions(Evaluation before, List<Change> changes) {
        Set<String> known =
                before.contradictions().stream().map(Contradiction::id).collect(Collectors.toSet());
        return base.vocabulary().contradictionsIn(changed(before.system(), changes)).stream()
                .filter(contradiction -> !known.contains(contradiction.id()))
                .toList();
    }

    private static Change change(AiSystem system, Candidate candidate, Candidate.Proposal proposal) {
        Characteristic<?> characteristic = candidate.room().characteristic();
        return new Change(
                characteristic,
                system.answer(characteristic).orElse(null),
                Answer.of(characteristic, proposal.proposed()),
                proposal.enough());
    }

    private static AiSystem changed(AiSystem system, List<Change> changes) {
        AiSystem.Builder builder = system.toBuilder();
        changes.forEach(change -> builder.put(change.proposed()));
        return builder.build();
    }

    private List<Obstacle> obstacles(Evaluation before, Target target, Trials trials) {
        AiSystem.Builder builder = before.system().toBuilder();
        trials.mostHarmless().forEach(builder::put);
        Evaluation best = evaluator.evaluate(builder.build(), before.asOf().orElse(null));
        List<Obstacle> obstacles = new ArrayList<>();
        for (Target part : target.parts()) {
            List<Finding> findings = trials.against(part).stream()
                    .flatMap(rule -> best.finding(base.rules().get(rule).id()).stream())
                    .toList();
            if (!findings.isEmpty()) {
                obstacles.add(new Obstacle(part, findings));
            }
        }
        return obstacles;
    }

    private void check(Target target, Changeable changeable) {
        Faults faults = new Faults();
        target.parts().forEach(part -> check(part, faults));
        for (Changeable.Room room : changeable.rooms().values()) {
            Characteristic<?> characteristic = room.characteristic();
            if (!base.answerable().characteristic(characteristic.id()).equals(Optional.of(characteristic))) {
                faults.add(
                        "AIMS-3053",
                        null,
                        "The characteristic (" + characteristic.id() + ") that may be changed is not in vocabulary ("
                                + Quoted.of(base.vocabulary().id()) + ").",
                        "Maybe a pack that adds it is missing, or is there in another version.");
            }
        }
        faults.throwIfAny();
    }

    private void check(Target part, Faults faults) {
        Catalogue catalogue = base.catalogue();
        if (part instanceof Target.ObjectiveLevel level) {
            check(
                    "objective",
                    level.objective(),
                    catalogue.objectives().stream().map(Objective::id),
                    faults);
        } else if (part instanceof Target.NotNeeded needed) {
            check("control", needed.control(), catalogue.controls().stream().map(Control::id), faults);
        } else if (part instanceof Target.NotRequired required) {
            check("control", required.control(), catalogue.controls().stream().map(Control::id), faults);
        } else if (part instanceof Target.Absent absent) {
            check(
                    "risk source",
                    absent.source(),
                    catalogue.riskSources().stream().map(RiskSource::id),
                    faults);
        } else if (part instanceof Target.Silent silent) {
            check("rule", silent.rule(), base.rules().stream().map(Rule::id), faults);
        }
    }

    private static <T> void check(String kind, T id, Stream<T> known, Faults faults) {
        List<String> ids = known.map(Object::toString).toList();
        if (!ids.contains(id.toString())) {
            faults.add(
                    "AIMS-3050",
                    null,
                    "There is no " + kind + " (" + Quoted.of(id.toString()) + ").",
                    Nearest.to(id.toString(), ids)
                            .map(near -> "Maybe you meant (" + near + ").")
                            .orElse("Maybe the catalogue or pack that has it is missing."));
        }
    }
}
