package io.aims.reasoning.interview;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.evaluation.QuestionCosts;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.system.AiSystem;
import io.aims.system.Characteristic;
import io.aims.system.VocabularyEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Leads interviews about systems by the rules of one base. It is prepared once.
 *
 * <p>The same answers give the same questions, on every machine. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Interviewer {

    private static final double LEAST_COST = 1e-9;

    private final RuleBase base;
    private final Decisions decisions;
    private final Trials trials;

    /**
     * Prepares interviews.
     *
     * @param base the rules
     */
    public Interviewer(RuleBase base) {
        this.base = base;
        this.decisions = new Decisions(base);
        this.trials = new Trials(base, decisions.statements());
    }

    /**
     * Begins an interview.
     *
     * @param system what is known, maybe nothing
     * @param goal what is to be settled
     * @param costs what answers cost
     * @return an interview with its first question
     */
    public Interview begin(AiSystem system, InterviewGoal goal, QuestionCosts costs) {
        return new Interview(this, system, goal, costs, List.of(), Set.of());
    }

    RuleBase base() {
        return base;
    }

    /** The questions that can still change something, the one to ask next first. */
    List<InterviewQuestion> questions(AiSystem system, InterviewGoal goal, QuestionCosts costs, Set<String> closed) {
        Open open = open(system, goal, closed);
        if (open.relevant().isEmpty()) {
            return List.of();
        }
        double[] cost = decisions.statements().variables().stream()
                .mapToDouble(variable -> Math.max(LEAST_COST, costs.of(variable.characteristic())))
                .toArray();
        int[] votes = Ballot.votes(decisions, decisions(goal), open.now(), open.askable(), cost);
        Integer[] best = open.relevant().stream().boxed().toArray(Integer[]::new);
        Arrays.sort(
                best,
                Comparator.comparingDouble((Integer variable) -> -(votes[variable]
                                + (double) Ballot.FUTURES
                                        / Trials.TRIALS
                                        * open.found().times().get(variable))
                        / cost[variable]));
        return Arrays.stream(best)
                .map(variable -> open.changes().question(variable, costs))
                .toList();
    }

    /**
     * What is open.
     *
     * @param now what is settled
     * @param askable the variables that can be asked for
     * @param found what trials have shown
     * @param changes what each variable can change
     * @param relevant the variables that can be asked for and change something
     */
    private record Open(Situation now, BitSet askable, Trials.Found found, Changes changes, BitSet relevant) {}

    private Open open(AiSystem system, InterviewGoal goal, Set<String> closed) {
        Statements statements = decisions.statements();
        Situation now = new Situation(decisions, Known.of(statements, system));
        BitSet askable = new BitSet();
        for (int variable = 0; variable < statements.variables().size(); variable++) {
            Characteristic<?> characteristic =
                    statements.variables().get(variable).characteristic();
            askable.set(variable, !now.known().bounds(variable).isExact() && !closed.contains(characteristic.id()));
        }
        Changes changes = new Changes(statements.variables().size());
        decisions(goal).forEach(decision -> changes.add(decision, now.changing(decision)));
        Trials.Results results = results(goal);
        Trials.Found found = trials.about(results, now.known());
        changes.add(results, found);
        BitSet relevant = changes.variables();
        relevant.and(askable);
        return new Open(now, askable, found, changes, relevant);
    }

    /** The characteristics that can still change something, in the order of the vocabulary. */
    List<Characteristic<?>> relevant(AiSystem system, InterviewGoal goal) {
        List<Characteristic<?>> relevant = new ArrayList<>();
        open(system, goal, Set.of()).relevant().stream()
                .forEach(variable -> relevant.add(
                        decisions.statements().variables().get(variable).characteristic()));
        return relevant;
    }

    private List<Decision> decisions(InterviewGoal goal) {
        List<Decision> goals = new ArrayList<>();
        if (goal != InterviewGoal.LEVELS) {
            goals.addAll(decisions.controls());
        }
        if (goal == InterviewGoal.EVERYTHING) {
            goals.addAll(decisions.rules());
        }
        return goals;
    }

    private Trials.Results results(InterviewGoal goal) {
        return new Trials.Results(
                goal == InterviewGoal.LEVELS ? List.of() : decisions.controlsWithoutSum(),
                goal == InterviewGoal.LEVELS ? List.copyOf(base.catalogue().objectives()) : List.of(),
                goal == InterviewGoal.EVERYTHING ? decisions.rulesWithoutSum() : List.of());
    }

    /** What each variable can change. */
    private final class Changes {

        private final List<Set<ControlId>> controls = new ArrayList<>();
        private final List<Set<ObjectiveId>> objectives = new ArrayList<>();
        private final List<Set<RuleId>> rules = new ArrayList<>();

        Changes(int variables) {
            for (int variable = 0; variable < variables; variable++) {
                controls.add(new TreeSet<>());
                objectives.add(new TreeSet<>());
                rules.add(new TreeSet<>());
            }
        }

        void add(Decision decision, BitSet variables) {
            Control control = decision.control();
            Rule rule = decision.rule();
            variables.stream().forEach(variable -> {
                if (control != null) {
                    controls.get(variable).add(control.id());
                }
                if (rule != null) {
                    rules.get(variable).add(rule.id());
                }
            });
        }

        void add(Trials.Results results, Trials.Found found) {
            int behindControls = results.controls().size();
            int behindObjectives = behindControls + results.objectives().size();
            for (int variable = 0; variable < controls.size(); variable++) {
                for (int result : found.changed().get(variable).stream().toArray()) {
                    if (result < behindControls) {
                        controls.get(variable)
                                .add(results.controls().get(result).id());
                    } else if (result < behindObjectives) {
                        Objective objective = results.objectives().get(result - behindControls);
                        objectives.get(variable).add(objective.id());
                    } else {
                        int rule = results.rules().get(result - behindObjectives);
                        rules.get(variable).add(base.rules().get(rule).id());
                    }
                }
            }
        }

        BitSet variables() {
            BitSet variables = new BitSet();
            for (int variable = 0; variable < controls.size(); variable++) {
                variables.set(
                        variable,
                        !controls.get(variable).isEmpty()
                                || !objectives.get(variable).isEmpty()
                                || !rules.get(variable).isEmpty());
            }
            return variables;
        }

        InterviewQuestion question(int variable, QuestionCosts costs) {
            VocabularyEntry entry = base.vocabulary().entries().get(variable);
            return new InterviewQuestion(
                    entry,
                    costs.of(entry.characteristic()),
                    List.copyOf(controls.get(variable)),
                    List.copyOf(objectives.get(variable)),
                    List.copyOf(rules.get(variable)));
        }
    }
}
