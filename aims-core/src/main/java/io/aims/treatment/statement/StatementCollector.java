package io.aims.treatment.statement;

import io.aims.error.AimsException;
import io.aims.reasoning.proof.Explainer;
import io.aims.reasoning.proof.Proofs;
import io.aims.rule.RuleBase;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a statement of systems one by one, and keeps of each little more than its name and seals. Not thread-safe.
 *
 * @since 0.1
 */
public final class StatementCollector {

    private final Explainer explainer;

    StatementCollector(
            RuleBase base, ControlStates organisation, List<Decision> decisions, @Nullable LocalDate asOf, int limit) {
        this.explainer = new Explainer(base);
    }

    /**
     * Adds a system.
     *
     * @param profile the evaluation of the system with what its controls count for
     * @return this collector
     * @throws AimsException as {@link #add(Proofs, ResidualProfile)}
     */
    public StatementCollector add(ResidualProfile profile) {
        return add(explainer.proofs(profile.evaluation()), profile);
    }

    /**
     * Adds a system whose evaluation has been explained.
     *
     * @param proofs the proofs of the evaluation
     * @param profile the same evaluation with what its controls count for
     * @return this collector
     * @throws AimsException AIMS-3077, if a system with this id was added before; AIMS-3078, if the evaluation rests on other
     *     rules than the statement; AIMS-3079, if the states count for another day
     * @throws IllegalArgumentException if the proofs are those of another evaluation
     */
    public StatementCollector add(Proofs proofs, ResidualProfile profile) {
        throw new UnsupportedOperationException();
    }

    /**
     * Returns the statement over the systems added so far. More can be added afterwards.
     *
     * @return the statement
     * @throws AimsException AIMS-3076, if no system was added: a statement over nothing says nothing
     */
    public StatementOfApplicability statement() {
        throw new UnsupportedOperationException();
    }
}
