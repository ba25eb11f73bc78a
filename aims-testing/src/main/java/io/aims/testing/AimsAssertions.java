package io.aims.testing;

import io.aims.evaluation.Evaluation;

/**
 * Where assertions about risk outcomes begin.
 *
 * @since 0.1
 */
public final class AimsAssertions {

    private AimsAssertions() {}

    /**
     * Begins assertions about an evaluation.
     *
     * @param actual an evaluation
     * @return the assertions
     */
    public static EvaluationAssert assertThat(Evaluation actual) {
        return new EvaluationAssert(actual);
    }
}
