package io.aims.reasoning.proof;

import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.rule.Truth;
import java.util.List;

/**
 * Why a control is required, left to a supplier or to another role, not required, or undetermined.
 *
 * <p>Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public final class ControlProof implements Proof {

    private final Proofs proofs;
    private final ControlResult result;

    ControlProof(Proofs proofs, ControlResult result) {
        this.proofs = proofs;
        this.result = result;
    }

    @Override
    public String id() {
        return result.control().id().value();
    }

    @Override
    public Evaluation evaluation() {
        return proofs.evaluation();
    }

    /**
     * Returns what is proved.
     *
     * @return the control with its status
     */
    public ControlResult result() {
        return result;
    }

    /**
     * Returns how the roles of the organisation bear on the control.
     *
     * @return the step from being needed to the status
     */
    public RoleStep roles() {
        return RoleStep.of(result.control(), proofs.rolesHeld());
    }

    /**
     * Returns every rule that could call for the control.
     *
     * @return the rules, sorted by id
     */
    public List<RuleProof> rules() {
        return proofs.rulesRequiring(result.control().id());
    }

    /**
     * Returns the rules that decide whether the control is needed: those that hold; if none does, those that may hold; if
     * none may, all.
     *
     * @return the rules, the strongest first
     */
    public List<RuleProof> decisive() {
        return proofs.decisive(rules(), result.needed());
    }

    /** Returns the rules that decide. */
    @Override
    public List<Proof> premises() {
        return List.copyOf(decisive());
    }

    Truth truth() {
        return result.needed();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ControlProof that && id().equals(that.id()) && proofs.isOfSame(that.proofs);
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
