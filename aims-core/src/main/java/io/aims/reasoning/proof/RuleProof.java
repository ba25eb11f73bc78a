package io.aims.reasoning.proof;

import io.aims.evaluation.Evaluation;
import io.aims.rule.PackReference;
import io.aims.rule.Rule;
import io.aims.rule.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule holds for a system, does not hold, or may hold.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class RuleProof implements Proof {

    private final Proofs proofs;
    private final int position;
    private volatile @Nullable ConditionProof condition;

    RuleProof(Proofs proofs, int position) {
        this.proofs = proofs;
        this.position = position;
    }

    @Override
    public String id() {
        return rule().id().value();
    }

    @Override
    public Evaluation evaluation() {
        return proofs.evaluation();
    }

    /**
     * Returns the rule, with its reason, sources and confidence.
     *
     * @return the rule
     */
    public Rule rule() {
        return proofs.base().rules().get(position);
    }

    /**
     * Returns the pack in which the rule stands.
     *
     * @return id, version and fingerprint of the pack
     */
    public PackReference pack() {
        return proofs.base().packOf(position);
    }

    /**
     * Tells whether the rule holds.
     *
     * @return {@link Truth#UNDETERMINED} if the facts known do not settle it
     */
    public Truth truth() {
        return proofs.truth(position);
    }

    /**
     * Returns what the condition came to, test by test.
     *
     * @return the condition with the answers it read
     */
    public ConditionProof condition() {
        ConditionProof ready = condition;
        if (ready == null) {
            ready = proofs.condition(rule().condition());
            condition = ready;
        }
        return ready;
    }

    /** Returns the proofs of the results that decide here. */
    @Override
    public List<Proof> premises() {
        List<Proof> premises = new ArrayList<>();
        collect(condition(), premises);
        return premises.stream().distinct().toList();
    }

    private static void collect(ConditionProof step, List<Proof> premises) {
        if (step instanceof ConditionProof.Result result) {
            premises.add(result.because());
        }
        step.decisive().forEach(part -> collect(part, premises));
    }

    int position() {
        return position;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleProof that && position == that.position && proofs.isOfSame(that.proofs);
    }

    @Override
    public int hashCode() {
        return position;
    }

    @Override
    public String toString() {
        return Explanation.of(this, Detail.SHORT).text();
    }
}
