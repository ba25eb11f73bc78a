package io.aims.reasoning.proof;

import io.aims.evaluation.Evaluation;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Why the overall level is what it is: the highest over all objectives, at both ends.
 *
 * <p>Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.2
 * @since 0.1
 */
public final class LevelProof implements Proof {

    /** The id under which the overall level is explained. */
    public static final String ID = "level";

    private final Proofs proofs;

    LevelProof(Proofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Evaluation evaluation() {
        return proofs.evaluation();
    }

    /**
     * Returns what is proved.
     *
     * @return the overall level
     */
    public Range<RiskLevel> result() {
        return evaluation().level();
    }

    /**
     * Returns the level of every objective with its derivation.
     *
     * @return the proofs, the highest level first, equal ones in the order of the objectives
     */
    public List<ObjectiveProof> objectives() {
        List<ObjectiveProof> all = new ArrayList<>(evaluation().risks().stream()
                .map(risk -> new ObjectiveProof(proofs, risk))
                .toList());
        all.sort(Comparator.comparing(
                        (ObjectiveProof proof) -> proof.result().level().low())
                .thenComparing(proof -> proof.result().level().high())
                .reversed());
        return List.copyOf(all);
    }

    /** Returns the objectives that set one of the ends. */
    @Override
    public List<Proof> premises() {
        Range<RiskLevel> level = result();
        return objectives().stream()
                .filter(proof -> proof.result().level().low() == level.low()
                        || proof.result().level().high() == level.high())
                .map(Proof.class::cast)
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LevelProof that && proofs.isOfSame(that.proofs);
    }

    @Override
    public int hashCode() {
        return ID.hashCode();
    }

    @Override
    public String toString() {
        return Explanation.of(this, Detail.SHORT).text();
    }
}
