package io.aims.evaluation;

import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Evaluates rules in plain Java, condition by condition in Kleene logic: the oracle to which every other engine is held.
 *
 * @since 0.1
 */
public final class PlainEngine implements RuleEngine {

    private final RuleBase base;
    private final RiskMethod method;
    private final List<List<Integer>> rulesByStratum = new ArrayList<>();

    /**
     * Creates an engine.
     *
     * @param base the rules to run
     */
    public PlainEngine(RuleBase base) {
        this.base = base;
        this.method = new RiskMethod(base);
        for (int stratum = 0; stratum < base.stratumCount(); stratum++) {
            rulesByStratum.add(new ArrayList<>());
        }
        for (int rule = 0; rule < base.rules().size(); rule++) {
            rulesByStratum.get(base.stratumOf(rule)).add(rule);
        }
    }

    @Override
    public Kind kind() {
        return Kind.PLAIN;
    }

    @Override
    public Outcomes run(AiSystem system) {
        BitSet certain = new BitSet();
        BitSet possible = new BitSet();
        for (List<Integer> stratum : rulesByStratum) {
            Facts facts = new KnownFacts(system, method.results(certain, possible));
            BitSet nowCertain = new BitSet();
            BitSet nowPossible = new BitSet();
            for (int rule : stratum) {
                Condition condition = base.rules().get(rule).condition();
                Truth truth = condition.evaluate(facts);
                nowCertain.set(rule, truth == Truth.TRUE);
                nowPossible.set(rule, truth != Truth.FALSE);
            }
            certain.or(nowCertain);
            possible.or(nowPossible);
        }
        return new Outcomes(certain, possible);
    }
}
