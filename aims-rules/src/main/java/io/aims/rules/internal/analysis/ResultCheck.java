package io.aims.rules.internal.analysis;

import io.aims.error.Diagnostics;
import io.aims.evaluation.KnownFacts;
import io.aims.evaluation.Outcomes;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.RiskMethod;
import io.aims.evaluation.StratumResults;
import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleExample;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the rules that read results of other rules, in the packs in which they are used. Not thread-safe. */
final class ResultCheck {

    private static final int MOST_SITUATIONS = 1_000;

    private final RuleBase base;
    private final Map<RuleId, PlacedRule> own = new HashMap<>();
    private final ConditionAnalysis analysis;
    private final boolean all;
    private final Diagnostics found;
    private final RiskMethod method;
    private final PlainEngine engine;
    private final Set<String> foreseen;
    private final List<Facts> situations = new ArrayList<>();

    /**
     * Creates a check.
     *
     * @param base the rules of all packs in use
     * @param own the rules that are verified
     * @param analysis answers the questions
     * @param all whether to tell warnings as well
     * @param found receives what there is to say
     */
    ResultCheck(RuleBase base, Iterable<PlacedRule> own, ConditionAnalysis analysis, boolean all, Diagnostics found) {
        this.base = base;
        own.forEach(placed -> this.own.put(placed.rule().id(), placed));
        this.analysis = analysis;
        this.all = all;
        this.found = found;
        this.method = new RiskMethod(base);
        this.engine = new PlainEngine(base);
        this.foreseen = base.packs().stream()
                .filter(pack -> new KnownPacks(pack).containsAll(base.packs()))
                .map(RulePack::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Checks each stratum with the results that the rules below it can come to. */
    void check() {
        BitSet certain = new BitSet();
        BitSet possible = new BitSet();
        for (int stratum = 0; stratum < base.stratumCount(); stratum++) {
            StratumResults results = method.results(certain, possible);
            BitSet holding = new BitSet();
            for (int i = 0; i < base.rules().size(); i++) {
                if (base.stratumOf(i) == stratum) {
                    Condition condition = base.rules().get(i).condition();
                    PlacedRule placed = own.get(base.rules().get(i).id());
                    holding.set(i, placed == null || analysis.canHold(condition, results));
                    certain.set(i, condition instanceof Condition.Always);
                    if (placed != null && placed.readsResults()) {
                        check(placed, results);
                    }
                }
            }
            possible.or(holding);
        }
    }

    private void check(PlacedRule placed, StratumResults results) {
        boolean reaches = new ConditionCheck(analysis, all, found).checkReach(placed, results);
        boolean known = foreseen.contains(placed.pack());
        ExampleCheck examples = new ExampleCheck(placed, this::facts, !known, found);
        if (all && known) {
            examples.checkWorth();
            if (reaches) {
                examples.checkMissing();
                examples.checkCoverage(situations());
            }
        }
    }

    private Facts facts(List<Answer> answers) {
        AiSystem system = Answered.system(answers);
        Outcomes outcomes = engine.run(system);
        return new KnownFacts(system, method.results(outcomes.certain(), outcomes.possible()));
    }

    /** Complete systems, one for each example, as far as it takes to show what results can come to. */
    private List<Facts> situations() {
        if (situations.isEmpty()) {
            base.rules().stream()
                    .flatMap(rule -> rule.examples().stream())
                    .map(example ->
                            AiSystem.named("example").putAll(distinct(example)).build())
                    .limit(MOST_SITUATIONS)
                    .forEach(system -> situations.add(situation(system)));
        }
        return situations;
    }

    private static Collection<Answer> distinct(RuleExample example) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        example.answers().forEach(answer -> answers.put(answer.characteristic().id(), answer));
        return answers.values();
    }

    private Facts situation(AiSystem system) {
        BitSet holding = new BitSet();
        for (int stratum = 0; stratum < base.stratumCount(); stratum++) {
            Facts facts = new Completion(system, method.results(holding, holding));
            BitSet now = new BitSet();
            for (int i = 0; i < base.rules().size(); i++) {
                if (base.stratumOf(i) == stratum) {
                    now.set(i, base.rules().get(i).condition().evaluate(facts) == Truth.TRUE);
                }
            }
            holding.or(now);
        }
        return new Completion(system, method.results(holding, holding));
    }
}
