package io.aims.testing;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.system.AiSystem;
import java.time.LocalDate;

/**
 * Where assertions begin that know the rules: they evaluate systems themselves, and explain every failure. Thread-safe.
 *
 * @since 0.1
 */
public final class AssertionsByRules {

    private final Aims aims;

    AssertionsByRules(Aims aims) {
        this.aims = aims;
    }

    /**
     * Begins assertions about an evaluation.
     *
     * @param actual an evaluation made with these rules
     * @return the assertions
     * @throws AimsException AIMS-3010, if it was made with others
     */
    public EvaluationAssert assertThat(Evaluation actual) {
        return AimsAssertions.assertThat(actual).explainedBy(aims);
    }

    /**
     * Evaluates a system, without a day, and begins assertions about the evaluation.
     *
     * @param system a system
     * @return the assertions
     * @throws AimsException AIMS-1004, if the system answers what the vocabulary does not have; AIMS-2016, if a pack does
     *     not hold on every day
     */
    public EvaluationAssert assertThat(AiSystem system) {
        return assertThat(aims.evaluate(system));
    }

    /**
     * Evaluates a system for a day and begins assertions about the evaluation.
     *
     * @param system a system
     * @param asOf the day
     * @return the assertions
     * @throws AimsException AIMS-1004, if the system answers what the vocabulary does not have; AIMS-2016, if a pack does
     *     not hold on that day
     */
    public EvaluationAssert assertThat(AiSystem system, LocalDate asOf) {
        return assertThat(aims.evaluate(system, asOf));
    }
}
