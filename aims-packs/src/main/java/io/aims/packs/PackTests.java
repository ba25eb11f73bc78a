package io.aims.packs;

import io.aims.control.ControlId;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.Outcomes;
import io.aims.evaluation.PlainEngine;
import io.aims.packs.CaseResult.Status;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Explainer;
import io.aims.reasoning.proof.Explanation;
import io.aims.reasoning.proof.Proof;
import io.aims.reasoning.proof.Proofs;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Rule;
import io.aims.rule.RuleExample;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the examples of the rules of a pack, and its files of tests.
 *
 * <p>Rules are evaluated in plain Java; no engine is started. Thread-safe.
 *
 * @since 0.1
 */
public final class PackTests {

    private static final String SUITE_OF_CASES = "Tests of pack ";

    private final PackUnderTest tested;
    private final PlainEngine engine;
    private final Evaluator evaluator;
    private final Explainer explainer;

    private PackTests(PackUnderTest tested) {
        this.tested = tested;
        this.engine = new PlainEngine(tested.base());
        this.evaluator = new Evaluator(tested.base(), engine);
        this.explainer = new Explainer(tested.base());
    }

    /**
     * Runs everything.
     *
     * @param tested a pack
     * @return first the examples, rule by rule in the order of the chapters, then the cases in the order of their files
     */
    public static List<CaseResult> run(PackUnderTest tested) {
        PackTests tests = new PackTests(tested);
        List<CaseResult> results = new ArrayList<>();
        tested.positions().forEach(position -> tests.runExamples(position, results));
        String suite = SUITE_OF_CASES + Quoted.of(tested.pack().id());
        tested.cases().forEach(each -> results.add(tests.run(suite, each)));
        return List.copyOf(results);
    }

    private void runExamples(int position, List<CaseResult> results) {
        Rule rule = tested.base().rules().get(position);
        String suite = rule.id() + " " + Quoted.whole(rule.title());
        Map<String, Integer> names = new HashMap<>();
        for (RuleExample example : rule.examples()) {
            String name = ExampleText.kind(example.expected()) + " " + ExampleText.of(example.answers());
            int count = names.merge(name, 1, Integer::sum);
            results.add(run(suite, count == 1 ? name : name + " (" + count + ")", position, example));
        }
    }

    private CaseResult run(String suite, String name, int position, RuleExample example) {
        Rule rule = tested.base().rules().get(position);
        AiSystem system = AiSystem.named("example").putAll(example.answers()).build();
        Outcomes outcomes = engine.run(system);
        Truth truth = outcomes.of(position);
        if (truth == example.expected()) {
            return new CaseResult(suite, name, Status.PASSED, "", "", rule.place());
        }
        Proofs proofs = explainer.proofs(evaluator.evaluate(system, null));
        return new CaseResult(
                suite,
                name,
                Status.FAILED,
                "Rule (" + rule.id() + ") comes to " + truth + ", not to " + example.expected() + ".",
                explained(proofs.rule(rule.id())),
                rule.place());
    }

    private CaseResult run(String suite, PackCase each) {
        Evaluation evaluation = evaluator.evaluate(each.system(), null);
        List<PackCase.Difference> differences = each.differences(evaluation);
        String title = Quoted.whole(each.title());
        if (differences.isEmpty()) {
            return new CaseResult(suite, title, Status.PASSED, "", "", each.place());
        }
        String message = differences.stream().map(PackCase.Difference::text).collect(Collectors.joining("; "));
        Proofs proofs = explainer.proofs(evaluation);
        Set<Object> about = new LinkedHashSet<>();
        differences.forEach(difference -> about.add(difference.about()));
        String details = about.stream().map(id -> explained(proof(proofs, id))).collect(Collectors.joining("\n"));
        return new CaseResult(suite, title, Status.FAILED, sentence(message), details, each.place());
    }

    private static String sentence(String parts) {
        return Character.toUpperCase(parts.charAt(0)) + parts.substring(1) + ".";
    }

    private static Proof proof(Proofs proofs, Object id) {
        if (id instanceof RuleId rule) {
            return proofs.rule(rule);
        }
        if (id instanceof ControlId control) {
            return proofs.control(control);
        }
        return id instanceof ObjectiveId objective ? proofs.objective(objective) : proofs.riskSource((RiskSourceId) id);
    }

    private static String explained(Proof proof) {
        return Explanation.of(proof, Detail.SHORT).text();
    }
}
