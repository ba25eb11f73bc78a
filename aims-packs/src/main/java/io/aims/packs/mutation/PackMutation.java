package io.aims.packs.mutation;

import io.aims.error.Diagnostic;
import io.aims.error.Fault;
import io.aims.packs.Conclusion;
import io.aims.packs.ExampleText;
import io.aims.packs.PackUnderTest;
import io.aims.packs.SurvivorReason;
import io.aims.packs.internal.RuleFacts;
import io.aims.packs.internal.SituationSearch;
import io.aims.packs.internal.SystemSearch;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.Answer;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the examples and tests of a pack notice that a rule is changed.
 *
 * <p>Every rule is changed in one small place at a time ({@link MutationKind}). A change is noticed, the mutant killed, if an
 * example of the rule or a case of the files of tests fails that passes without the change.
 *
 * <p>Changes that change nothing do not count. Written differently is not enough: {@code x >= B or x >= C} means the same without
 * its second test. That is decided by trying, for each thing that both conditions read, every value that a test tells apart.
 * Two changes that are written alike, but for order and tests that always hold, count once. Conclusions always count: what
 * a rule says is to be told by a test, even if other rules say it too.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PackMutation {

    private static final String WRONG_REASON = "AIMS-2163";
    private static final String SURVIVOR = "AIMS-2168";

    private final List<Mutant> killed;
    private final List<Mutant> equivalent;
    private final List<Survivor> survivors;
    private final List<Diagnostic> diagnostics;

    private PackMutation(
            List<Mutant> killed, List<Mutant> equivalent, List<Survivor> survivors, List<Diagnostic> diagnostics) {
        this.killed = List.copyOf(killed);
        this.equivalent = List.copyOf(equivalent);
        this.survivors = List.copyOf(survivors);
        this.diagnostics = diagnostics.stream().sorted().toList();
    }

    /**
     * Changes every rule of a pack in every way.
     *
     * @param tested the pack with its examples and tests
     * @return what was noticed
     */
    public static PackMutation of(PackUnderTest tested) {
        Run run = new Run(tested);
        tested.positions().forEach(run::mutate);
        run.checkReasons();
        return new PackMutation(run.killed, run.equivalent, run.survivors, run.diagnostics);
    }

    /**
     * Returns the mutants of a rule.
     *
     * @param rule a rule
     * @return its mutants, first those of the condition, those that change nothing among them
     */
    public static List<Mutant> mutants(Rule rule) {
        List<Mutant> mutants = new ArrayList<>();
        for (ConditionMutants.Changed changed : ConditionMutants.of(rule.condition())) {
            Rule mutated = mutated(rule, changed.condition(), Conclusion.of(rule));
            mutants.add(new Mutant(changed.kind(), rule, mutated, changed.change()));
        }
        for (ConclusionMutants.Changed changed : ConclusionMutants.of(Conclusion.of(rule))) {
            Rule mutated = mutated(rule, rule.condition(), changed.conclusion());
            mutants.add(new Mutant(changed.kind(), rule, mutated, changed.change()));
        }
        return List.copyOf(mutants);
    }

    private static Rule mutated(Rule rule, Condition condition, Conclusion conclusion) {
        return new Rule(
                rule.id(),
                rule.title(),
                rule.scope(),
                condition,
                conclusion.raises(),
                conclusion.threatens(),
                conclusion.contributes(),
                conclusion.floor(),
                conclusion.requires(),
                conclusion.stop(),
                rule.why(),
                rule.sources(),
                rule.confidence(),
                rule.examples(),
                rule.place());
    }

    /**
     * Returns how many mutants count.
     *
     * @return the number of mutants that mean something else than their rule
     */
    public int count() {
        return killed.size() + survivors.size();
    }

    /**
     * Returns the mutants that an example or a case notices.
     *
     * @return the mutants, rule by rule in the order of the chapters
     */
    public List<Mutant> killed() {
        return killed;
    }

    /**
     * Returns the mutants that mean the same as their rule, and do not count.
     *
     * @return the mutants, rule by rule
     */
    public List<Mutant> equivalent() {
        return equivalent;
    }

    /**
     * Returns the mutants that nothing notices.
     *
     * @return the survivors, those explained among them, rule by rule
     */
    public List<Survivor> survivors() {
        return survivors;
    }

    /**
     * Returns the survivors of which nobody says why.
     *
     * @return the survivors, rule by rule
     */
    public List<Survivor> unexplained() {
        return survivors.stream().filter(survivor -> !survivor.isExplained()).toList();
    }

    /**
     * Returns the share of mutants that are killed. An explanation does not raise it.
     *
     * @return 0 to 1; 1 if there are no mutants
     */
    public double score() {
        return count() == 0 ? 1 : (double) killed.size() / count();
    }

    /**
     * Returns how many mutants of a kind are killed.
     *
     * @param kind a kind
     * @return the number
     */
    public int killed(MutationKind kind) {
        return (int) killed.stream().filter(mutant -> mutant.kind() == kind).count();
    }

    /**
     * Returns how many mutants of a kind count.
     *
     * @param kind a kind
     * @return the number
     */
    public int count(MutationKind kind) {
        return killed(kind)
                + (int) survivors.stream()
                        .filter(survivor -> survivor.mutant().kind() == kind)
                        .count();
    }

    /**
     * Returns survivors that nobody explains as warnings, and explanations of what does not survive as errors.
     *
     * @return what there is to say, sorted by place
     */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Returns the numbers, the score in percent rounded down. */
    @Override
    public String toString() {
        return killed.size() + " of " + count() + " mutants killed ("
                + (count() == 0 ? 100 : (int) (100L * killed.size() / count())) + " %), " + survivors.size()
                + " survive, " + (survivors.size() - unexplained().size()) + " of them explained";
    }

    private static final class Run {

        private final PackUnderTest tested;
        private final RuleFacts facts;
        private final Trials trials;
        private final Map<RuleId, Map<String, SurvivorReason>> reasons = new HashMap<>();
        private final List<Mutant> killed = new ArrayList<>();
        private final List<Mutant> equivalent = new ArrayList<>();
        private final List<Survivor> survivors = new ArrayList<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();

        Run(PackUnderTest tested) {
            this.tested = tested;
            this.facts = new RuleFacts(tested.base());
            this.trials = new Trials(tested, facts);
            tested.reasons()
                    .forEach(reason -> reasons.computeIfAbsent(reason.rule(), rule -> new HashMap<>())
                            .put(reason.mutant(), reason));
        }

        void mutate(int position) {
            Rule rule = tested.base().rules().get(position);
            for (Mutant mutant : mutants(rule)) {
                if (trials.kill(position, mutant)) {
                    killed.add(mutant);
                } else if (mutant.kind().isOfCondition() && isEquivalent(mutant)) {
                    equivalent.add(mutant);
                } else {
                    survive(position, mutant);
                }
            }
        }

        private static boolean isEquivalent(Mutant mutant) {
            Condition original = mutant.rule().condition();
            Condition mutated = mutant.mutated().condition();
            return SituationSearch.search(
                            List.of(original, mutated),
                            situation -> original.evaluate(situation) != mutated.evaluate(situation))
                    .isImpossible();
        }

        private void survive(int position, Mutant mutant) {
            Optional<String> killer = mutant.kind().isOfCondition() ? example(position, mutant) : testCase(position);
            SurvivorReason reason =
                    reasons.getOrDefault(mutant.rule().id(), Map.of()).get(mutant.change());
            survivors.add(new Survivor(mutant, killer.orElse(null), reason));
            if (reason == null) {
                Rule rule = mutant.rule();
                diagnostics.add(Diagnostic.warning(new Fault(
                        SURVIVOR,
                        "No example and no test notices rule (" + rule.id()
                                + (rule.place() == null ? "" : ", " + rule.place()) + ") " + mutant.change() + ".",
                        killer.map(text -> "Maybe add " + text).orElse("No example was found by trying.")
                                + "\nOr explain the mutant (" + mutant.change()
                                + ") under survivors in a file of tests.",
                        rule.place())));
            }
        }

        private Optional<String> example(int position, Mutant mutant) {
            Condition original = mutant.rule().condition();
            Condition mutated = mutant.mutated().condition();
            Optional<List<Answer>> answers = new SystemSearch(facts, position)
                    .search(List.of(original, mutated), read -> original.evaluate(read) != mutated.evaluate(read))
                    .answers();
            return answers.map(found -> {
                Truth truth = trials.truth(position, found);
                return "under " + ExampleText.kind(truth) + ": " + ExampleText.of(found);
            });
        }

        private Optional<String> testCase(int position) {
            Condition condition = tested.base().rules().get(position).condition();
            return new SystemSearch(facts, position)
                    .search(List.of(condition), read -> condition.evaluate(read) == Truth.TRUE)
                    .answers()
                    .map(answers -> caseText(tested.base().rules().get(position), answers));
        }

        private static String caseText(Rule rule, List<Answer> answers) {
            return "to a file of tests: {title: What " + rule.id() + " says, answers: " + ExampleText.of(answers)
                    + ", concludes: {" + rule.id() + ": " + Conclusion.of(rule) + "}}";
        }

        void checkReasons() {
            for (SurvivorReason reason : tested.reasons()) {
                List<String> survived = survivors.stream()
                        .filter(survivor -> survivor.mutant().rule().id().equals(reason.rule()))
                        .map(survivor -> survivor.mutant().change())
                        .toList();
                if (!survived.contains(reason.mutant())) {
                    diagnostics.add(Diagnostic.error(new Fault(
                            WRONG_REASON,
                            "The survivor (" + Quoted.of(reason.mutant()) + ") of rule (" + reason.rule()
                                    + (reason.place() == null ? "" : ", " + reason.place()) + ") " + fate(reason) + ".",
                            Nearest.to(reason.mutant(), survived)
                                    .map(near -> "Maybe you meant (" + near + ").")
                                    .orElse("Maybe strike the explanation."),
                            reason.place())));
                }
            }
        }

        private String fate(SurvivorReason reason) {
            if (killed.stream().anyMatch(mutant -> isMeant(reason, mutant))) {
                return "does not survive: a test notices it";
            }
            return equivalent.stream().anyMatch(mutant -> isMeant(reason, mutant))
                    ? "need not be explained: it means the same as the rule"
                    : "is no mutant of it";
        }

        private static boolean isMeant(SurvivorReason reason, Mutant mutant) {
            return mutant.rule().id().equals(reason.rule()) && mutant.change().equals(reason.mutant());
        }
    }
}
