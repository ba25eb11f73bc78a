package io.aims.evaluation;

import io.aims.rule.Condition;
import io.aims.rule.Facts;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import java.util.BitSet;

/**
 * Evaluates rules in plain Java, condition by condition in Kleene logic: the oracle to which every other engine is held.
 *
 * @since 0.1
 */
public final class PlainEngine implements RuleEngine {

    private final RuleBase base;
    private final RiskMethod method;

    /**
     * Creates an engine.
     *
     * @param base the rules to run
     */
    public PlainEngine(RuleBase base) {
        this.base = base;
        this.method = new RiskMethod(base);
    }

    @Override
    public Outcomes run(AiSystem system) {
        BitSet certain = new BitSet();
        BitSet possible = new BitSet();
        for (int stratum = 0; stratum < base.stratumCount(); stratum++) {
            Facts facts = new KnownFacts(system, method.results(certain, possible));
            BitSet nowCertain = new BitSet();
            BitSet nowPossible = new BitSet();
            for (int rule = 0; rule < base.rules().size(); rule++) {
                if (base.stratumOf(rule) == stratum) {
                    Condition condition = base.rules().get(rule).condition();
                    Truth truth = condition.evaluate(facts);
                    nowCertain.set(rule, truth == Truth.TRUE);
                    nowPossible.set(rule, truth != Truth.FALSE);
                }
            }
            certain.or(nowCertain);
            possible.or(nowPossible);
        }
        return new Outcomes(certain, possible);
    }
}
