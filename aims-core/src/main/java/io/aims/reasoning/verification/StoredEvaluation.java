package io.aims.reasoning.verification;

import io.aims.evaluation.Basis;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.OutsideFinding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as a file keeps it: what it says, not yet believed.
 *
 * <p>Nothing here needs the packs, vocabulary or criteria that the result names; they are needed to verify it. Immutable
 * and thread-safe.
 *
 * @param systemId the id of the system
 * @param day the day for which it was evaluated, or {@code null}
 * @param basis what it says it rests on
 * @param outside the findings of rules outside the guarantees, in the order of the file
 * @param content everything it says, without the form, the place of the description and the states of controls
 * @since 0.1
 */
public record StoredEvaluation(
        String systemId, @Nullable LocalDate day, Basis basis, List<OutsideFinding> outside, Statement.Parts content) {

    /** Copies the list. */
    public StoredEvaluation {
        outside = List.copyOf(outside);
    }

    /**
     * Creates a stored evaluation without findings of rules outside the guarantees.
     *
     * @param systemId the id of the system
     * @param day the day for which it was evaluated, or {@code null}
     * @param basis what it says it rests on
     * @param content everything it says
     */
    public StoredEvaluation(String systemId, @Nullable LocalDate day, Basis basis, Statement.Parts content) {
        this(systemId, day, basis, List.of(), content);
    }

    /**
     * Returns the day for which the system was evaluated.
     *
     * @return empty if none was given
     */
    public Optional<LocalDate> asOf() {
        return Optional.ofNullable(day);
    }

    /**
     * Returns what a file keeps of an evaluation.
     *
     * @param evaluation the evaluation
     * @param limits what every report must say of the method, as the criteria have it
     * @return what is read back from the file
     */
    public static StoredEvaluation of(Evaluation evaluation, List<String> limits) {
        return new StoredEvaluation(
                evaluation.system().id(),
                evaluation.asOf().orElse(null),
                evaluation.basis(),
                evaluation.outside(),
                ResultStatements.of(evaluation, limits));
    }
}
