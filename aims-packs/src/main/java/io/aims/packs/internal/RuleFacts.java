package io.aims.packs.internal;

import io.aims.evaluation.KnownFacts;
import io.aims.evaluation.Outcomes;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.RiskMethod;
import io.aims.rule.Facts;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import java.util.BitSet;

/** What the rules of a base can read of a system. Immutable and thread-safe. */
public final class RuleFacts {

    private final RuleBase base;
    private final PlainEngine engine;
    private final RiskMethod method;

    /**
     * Prepares for a base of rules.
     *
     * @param base the rules
     */
    public RuleFacts(RuleBase base) {
        this.base = base;
        this.engine = new PlainEngine(base);
        this.method = new RiskMethod(base);
    }

    /**
     * Returns the rules.
     *
     * @return the base
     */
    public RuleBase base() {
        return base;
    }

    /**
     * Returns what a rule can read of a system.
     *
     * @param rule the position of the rule in the base
     * @param system the system
     * @return its answers, and the results of the strata below the rule
     */
    public Facts of(int rule, AiSystem system) {
        if (base.stratumOf(rule) == 0) {
            return new KnownFacts(system, method.results(new BitSet(), new BitSet()));
        }
        Outcomes outcomes = engine.run(system);
        BitSet certain = outcomes.certain();
        BitSet possible = outcomes.possible();
        for (int other = possible.nextSetBit(0); other >= 0; other = possible.nextSetBit(other + 1)) {
            if (base.stratumOf(other) >= base.stratumOf(rule)) {
                certain.clear(other);
                possible.clear(other);
            }
        }
        return new KnownFacts(system, method.results(certain, possible));
    }
}
