package io.aims.reasoning.proof;

import io.aims.control.ControlId;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.RiskMethod;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Explains evaluations that were made with one base of rules.
 *
 * <p>Immutable and thread-safe: build it once and share it.
 *
 * @since 0.1
 */
public final class Explainer {

    private final RuleBase base;
    private final RiskMethod method;
    private final double[] rates;
    private final Map<RuleId, Integer> positions = new HashMap<>();
    private final Map<ControlId, List<Integer>> requiring = new HashMap<>();
    private final Map<RiskSourceId, List<Integer>> raising = new HashMap<>();
    private final Map<ObjectiveId, List<Integer>> moving = new HashMap<>();

    /**
     * Creates an explainer.
     *
     * @param base the rules with which the evaluations are made
     */
    public Explainer(RuleBase base) {
        this.base = base;
        this.method = new RiskMethod(base);
        this.rates = new double[base.rules().size()];
        for (int i = 0; i < base.rules().size(); i++) {
            Rule rule = base.rules().get(i);
            positions.put(rule.id(), i);
            rates[i] = rule.contributes() == null ? 0 : base.criteria().rate(rule.contributes());
            index(requiring, rule.requires(), i);
            index(raising, rule.raises(), i);
            if (rule.contributes() != null || rule.floor() != null) {
                index(moving, rule.threatens(), i);
            }
        }
    }

    private static <K> void index(Map<K, List<Integer>> index, List<K> keys, int rule) {
        keys.forEach(key -> index.computeIfAbsent(key, k -> new ArrayList<>()).add(rule));
    }

    /**
     * Returns the proofs of an evaluation. Take all proofs of one evaluation from one object: they share their parts.
     *
     * @param evaluation an evaluation made with the rules of this explainer
     * @return the proofs
     */
    public Proofs proofs(Evaluation evaluation) {
        return new Proofs(this, evaluation);
    }

    RuleBase base() {
        return base;
    }

    RiskMethod method() {
        return method;
    }

    Map<RuleId, Integer> positions() {
        return positions;
    }

    /** The rate that a rule contributes, by its position; 0 if it contributes none. */
    double rate(int rule) {
        return rates[rule];
    }

    List<Integer> requiring(ControlId control) {
        return requiring.getOrDefault(control, List.of());
    }

    List<Integer> raising(RiskSourceId source) {
        return raising.getOrDefault(source, List.of());
    }

    /** The rules that bear on the level of an objective, by a likelihood or by a floor. */
    List<Integer> moving(ObjectiveId objective) {
        return moving.getOrDefault(objective, List.of());
    }
}
