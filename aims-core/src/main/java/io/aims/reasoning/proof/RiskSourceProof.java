package io.aims.reasoning.proof;

import io.aims.evaluation.Evaluation;
import io.aims.evaluation.RiskSourceResult;
import io.aims.rule.Truth;
import java.util.List;

/**
 * Why a risk source is present in a system, is not, or may be.
 *
 * <p>Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 C.3
 * @since 0.1
 */
public final class RiskSourceProof implements Proof {

    private final Proofs proofs;
    private final RiskSourceResult result;

    RiskSourceProof(Proofs proofs, RiskSourceResult result) {
        this.proofs = proofs;
        this.result = result;
    }

    @Override
    public String id() {
        return result.source().id().value();
    }

    @Override
    public Evaluation evaluation() {
        return proofs.evaluation();
    }

    /**
     * Returns what is proved.
     *
     * @return the risk source and whether it is present
     */
    public RiskSourceResult result() {
        return result;
    }

    /**
     * Returns every rule that could show the risk source to be present.
     *
     * @return the rules, sorted by id
     */
    public List<RuleProof> rules() {
        return proofs.rulesRaising(result.source().id());
    }

    /**
     * Returns the rules that decide: those that hold; if none does, those that may hold; if none may, all.
     *
     * @return the rules, the strongest first
     */
    public List<RuleProof> decisive() {
        return proofs.decisive(rules(), result.status());
    }

    /** Returns the rules that decide. */
    @Override
    public List<Proof> premises() {
        return List.copyOf(decisive());
    }

    Truth truth() {
        return result.status();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RiskSourceProof that && id().equals(that.id()) && proofs.isOfSame(that.proofs);
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return Explanation.of(this, Detail.SHORT).text();
    }
}
