package io.aims.packs.documentation;

import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.reasoning.internal.Phrases;
import io.aims.reasoning.proof.ConditionProof;
import io.aims.reasoning.proof.Explainer;
import io.aims.reasoning.proof.RuleProof;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleExample;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Runs the examples of rules and tells which tests decided. */
final class ExampleProofs {

    private final Evaluator evaluator;
    private final Explainer explainer;
    private final ConditionWords words;

    ExampleProofs(RuleBase base, ConditionWords words) {
        this.evaluator = new Evaluator(base, new PlainEngine(base));
        this.explainer = new Explainer(base);
        this.words = words;
    }

    /**
     * What an example came to.
     *
     * @param truth what the rule came to
     * @param decisive the tests that decided, each a piece of Markdown
     */
    record Outcome(Truth truth, List<String> decisive) {}

    /** Runs an example: its answers, everything else unknown, with all rules of the base. */
    Outcome run(Rule rule, RuleExample example) {
        AiSystem system = AiSystem.named("example").putAll(example.answers()).build();
        Evaluation evaluation = evaluator.evaluate(system, null);
        RuleProof proof = explainer.proofs(evaluation).rule(rule.id());
        Set<String> decisive = new LinkedHashSet<>();
        collect(proof.condition(), proof.truth(), decisive);
        return new Outcome(proof.truth(), new ArrayList<>(decisive));
    }

    /** Of parts that leave the whole open, those that are settled already do not matter any more. */
    private void collect(ConditionProof step, Truth whole, Set<String> decisive) {
        if (whole == Truth.UNDETERMINED && step.truth() != Truth.UNDETERMINED) {
            return;
        }
        if (step instanceof ConditionProof.Fact fact) {
            decisive.add(words.statement(fact.test()) + ": "
                    + MarkdownPage.text("it is " + Phrases.words(fact.test().characteristic(), fact.bounds())));
        } else if (step instanceof ConditionProof.Result result) {
            decisive.add(words.statement(result.test()) + ": "
                    + switch (result.truth()) {
                        case TRUE -> "it is so";
                        case FALSE -> "it is not so";
                        case UNDETERMINED -> "that is not known";
                    });
        }
        step.decisive().forEach(part -> collect(part, whole, decisive));
    }
}
