package io.aims.testing;

import io.aims.evaluation.Evaluation;
import io.aims.law.Classification;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about risk outcomes of which all that fail are told, not only the first. An id that does not exist is still an
 * exception at once. Not thread-safe.
 *
 * <pre>{@code
 * AimsSoftAssertions.assertSoftly(softly -> {
 *     softly.assertThat(evaluation).requires("A.9.2").because("ADM-05");
 *     softly.assertThat(evaluation).hasNoOpenQuestions();
 * });
 * }</pre>
 *
 * @since 0.1
 */
public final class AimsSoftAssertions extends AbstractSoftAssertions {

    /** Begins to collect failures. */
    public AimsSoftAssertions() {}

    /**
     * Collects the failures of some assertions and tells them all.
     *
     * @param assertions the assertions
     */
    public static void assertSoftly(Consumer<AimsSoftAssertions> assertions) {
        SoftAssertionsProvider.assertSoftly(AimsSoftAssertions.class, assertions);
    }

    /**
     * Begins assertions about an evaluation.
     *
     * @param actual an evaluation
     * @return the assertions
     */
    public EvaluationAssert assertThat(@Nullable Evaluation actual) {
        return new EvaluationAssert(actual, this::collectAssertionError);
    }

    /**
     * Begins assertions about what a law says of a system.
     *
     * @param actual a classification
     * @return the assertions
     */
    public ClassificationAssert assertThat(@Nullable Classification actual) {
        return new ClassificationAssert(actual, this::collectAssertionError);
    }
}
