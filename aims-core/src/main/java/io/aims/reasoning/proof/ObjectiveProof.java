package io.aims.reasoning.proof;

import io.aims.evaluation.Derivation;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Risk;
import io.aims.risk.Likelihood;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.rule.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the level of the risk to an objective came about, at both of its ends.
 *
 * <p>Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.2
 * @since 0.1
 */
public final class ObjectiveProof implements Proof {

    private final Proofs proofs;
    private final Risk risk;
    private volatile @Nullable Derivation low;
    private volatile @Nullable Derivation high;

    ObjectiveProof(Proofs proofs, Risk risk) {
        this.proofs = proofs;
        this.risk = risk;
    }

    @Override
    public String id() {
        return risk.objective().id().value();
    }

    @Override
    public Evaluation evaluation() {
        return proofs.evaluation();
    }

    /**
     * Returns what is proved.
     *
     * @return the risk to the objective
     */
    public Risk result() {
        return risk;
    }

    /**
     * Returns how the low end came about, from the rules that hold.
     *
     * @return the derivation by the risk method
     */
    public Derivation low() {
        Derivation ready = low;
        if (ready == null) {
            ready = proofs.derive(risk.objective().id(), true);
            low = ready;
        }
        return ready;
    }

    /**
     * Returns how the high end came about, from the rules that hold and those that may hold.
     *
     * @return the derivation by the risk method
     */
    public Derivation high() {
        Derivation ready = high;
        if (ready == null) {
            ready = proofs.derive(risk.objective().id(), false);
            high = ready;
        }
        return ready;
    }

    /**
     * Returns every rule that could bear on the level: by a likelihood or by a floor under the severity.
     *
     * @return the rules, sorted by id
     */
    public List<RuleProof> rules() {
        return proofs.rulesMoving(risk.objective().id());
    }

    /** Returns the rules that bear on the level: those that hold, then those that may hold, the strongest first. */
    @Override
    public List<Proof> premises() {
        List<Proof> premises = new ArrayList<>(proofs.decisive(rules(), Truth.TRUE));
        premises.addAll(proofs.decisive(rules(), Truth.UNDETERMINED));
        return List.copyOf(premises);
    }

    /**
     * Returns the rules that decide whether the level reaches another one: if it does for certain, those that hold; if it
     * cannot, those that do not hold; otherwise all. None decides if the level is reached without any rule.
     */
    List<Proof> deciding(RiskLevel least) {
        if (criteria().level(Likelihood.VERY_LOW, Severity.NEGLIGIBLE).compareTo(least) >= 0) {
            return List.of();
        }
        if (risk.level().low().compareTo(least) >= 0) {
            return List.copyOf(proofs.decisive(rules(), Truth.TRUE));
        }
        return risk.level().high().compareTo(least) < 0
                ? List.copyOf(proofs.decisive(rules(), Truth.FALSE))
                : List.copyOf(rules());
    }

    RiskCriteria criteria() {
        return proofs.base().criteria();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectiveProof that && id().equals(that.id()) && proofs.isOfSame(that.proofs);
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
