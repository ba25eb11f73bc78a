package io.aims.packs.mutation;

import io.aims.evaluation.Evaluator;
import io.aims.evaluation.Outcomes;
import io.aims.evaluation.PlainEngine;
import io.aims.packs.Conclusion;
import io.aims.packs.PackCase;
import io.aims.packs.PackUnderTest;
import io.aims.packs.internal.RuleFacts;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleExample;
import io.aims.rule.RulePack;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The examples and cases of a pack, tried on mutants of its rules.
 *
 * <p>Only what passes without a change can notice one. Most mutants are decided without evaluating the pack: by an example of
 * the rule, or by what a case says the rule concludes. Not thread-safe.
 */
final class Trials {

    private final PackUnderTest tested;
    private final RuleFacts facts;
    private final List<Trial> passing = new ArrayList<>();
    private final Map<Integer, List<Example>> examples = new HashMap<>();

    Trials(PackUnderTest tested, RuleFacts facts) {
        this.tested = tested;
        this.facts = facts;
        PlainEngine engine = new PlainEngine(tested.base());
        Evaluator evaluator = new Evaluator(tested.base(), engine);
        for (PackCase each : tested.cases()) {
            AiSystem system = each.system();
            if (each.differences(evaluator.evaluate(system, null)).isEmpty()) {
                passing.add(new Trial(each, system, engine.run(system)));
            }
        }
    }

    private record Trial(PackCase expected, AiSystem system, Outcomes outcomes) {}

    private record Example(Facts facts, Truth expected) {}

    /** Tells whether something notices a mutant of a rule. */
    boolean kill(int position, Mutant mutant) {
        if (mutant.kind().isOfCondition()) {
            Condition condition = mutant.mutated().condition();
            return examples(position).stream().anyMatch(each -> condition.evaluate(each.facts()) != each.expected())
                    || killByCases(position, mutant);
        }
        Conclusion mutated = Conclusion.of(mutant.mutated());
        for (Trial trial : passing) {
            @Nullable
            Conclusion expected = trial.expected().concludes().get(mutant.rule().id());
            if (expected != null && !expected.equals(mutated)) {
                return true;
            }
        }
        return killByCases(position, mutant);
    }

    /** What the rule comes to, given answers. */
    Truth truth(int position, List<Answer> answers) {
        AiSystem system = AiSystem.named("example").putAll(answers).build();
        return tested.base().rules().get(position).condition().evaluate(facts.of(position, system));
    }

    private List<Example> examples(int position) {
        return examples.computeIfAbsent(position, key -> {
            Rule rule = tested.base().rules().get(position);
            List<Example> passed = new ArrayList<>();
            for (RuleExample example : rule.examples()) {
                AiSystem system =
                        AiSystem.named("example").putAll(example.answers()).build();
                Facts read = facts.of(position, system);
                if (rule.condition().evaluate(read) == example.expected()) {
                    passed.add(new Example(read, example.expected()));
                }
            }
            return passed;
        });
    }

    private boolean killByCases(int position, Mutant mutant) {
        Evaluator evaluator = null;
        for (Trial trial : passing) {
            if (canMatter(position, mutant, trial)) {
                evaluator = evaluator == null ? evaluator(mutant) : evaluator;
                if (!trial.expected()
                        .differences(evaluator.evaluate(trial.system(), null))
                        .isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean canMatter(int position, Mutant mutant, Trial trial) {
        Truth truth = trial.outcomes().of(position);
        return mutant.kind().isOfCondition()
                ? mutant.mutated().condition().evaluate(facts.of(position, trial.system())) != truth
                : truth != Truth.FALSE;
    }

    private Evaluator evaluator(Mutant mutant) {
        RuleBase base = tested.base();
        List<RulePack> packs =
                base.packs().stream().map(pack -> with(pack, mutant)).toList();
        RuleBase mutated = new RuleBase(base.vocabulary(), base.catalogue(), base.criteria(), packs);
        return new Evaluator(mutated, new PlainEngine(mutated));
    }

    /** The characteristics and catalogues that packs bring are in the base already. */
    private static RulePack with(RulePack pack, Mutant mutant) {
        List<Chapter> chapters = new ArrayList<>();
        for (Chapter chapter : pack.chapters()) {
            List<Rule> rules = chapter.rules().stream()
                    .map(rule -> rule.equals(mutant.rule()) ? mutant.mutated() : rule)
                    .toList();
            chapters.add(new Chapter(chapter.title(), chapter.about(), rules));
        }
        return new RulePack(
                pack.id(),
                pack.version(),
                pack.title(),
                pack.licence(),
                pack.about(),
                pack.catalogue(),
                pack.validFrom(),
                pack.validUntil(),
                List.of(),
                chapters,
                List.of(),
                pack.replaces());
    }
}
