package io.aims.testing;

import io.aims.evaluation.Evaluation;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about one evaluation.
 *
 * @since 0.1
 */
public final class EvaluationAssert extends AbstractAssert<EvaluationAssert, Evaluation> {

    EvaluationAssert(Evaluation actual) {
        super(actual, EvaluationAssert.class);
    }
}
