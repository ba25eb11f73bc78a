package io.aims.testing;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.law.Classification;
import io.aims.rules.PackReport;
import io.aims.testing.baseline.BaselineCheck;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where assertions about risk outcomes begin.
 *
 * <pre>{@code
 * assertThat(evaluation).requires("A.9.2").because("ADM-05");
 * assertThat(evaluation).doesNotStop().atMost(HIGH);
 * }</pre>
 *
 * <p>Failures are explained by the standard rules if the evaluation was made with them. With packs of your own, say so:
 * {@code AimsAssertions.using(aims).assertThat(evaluation)}. Thread-safe.
 *
 * @since 0.1
 */
public final class AimsAssertions {

    /** Makes {@code assertThat(object).asInstanceOf(EVALUATION)} possible. */
    public static final InstanceOfAssertFactory<Evaluation, EvaluationAssert> EVALUATION =
            new InstanceOfAssertFactory<>(Evaluation.class, AimsAssertions::assertThat);

    /** Makes {@code assertThat(object).asInstanceOf(CLASSIFICATION)} possible. */
    public static final InstanceOfAssertFactory<Classification, ClassificationAssert> CLASSIFICATION =
            new InstanceOfAssertFactory<>(Classification.class, AimsAssertions::assertThat);

    private AimsAssertions() {}

    /**
     * Begins assertions about an evaluation.
     *
     * @param actual an evaluation
     * @return the assertions
     */
    public static EvaluationAssert assertThat(@Nullable Evaluation actual) {
        return new EvaluationAssert(actual, OutcomeAssert::thrown);
    }

    /**
     * Begins assertions about what a law says of a system.
     *
     * @param actual a classification
     * @return the assertions
     */
    public static ClassificationAssert assertThat(@Nullable Classification actual) {
        return new ClassificationAssert(actual, OutcomeAssert::thrown);
    }

    /**
     * Begins assertions about a portfolio that was compared with its baseline.
     *
     * @param actual what is not as the baseline says
     * @return the assertions
     */
    public static BaselineCheckAssert assertThat(@Nullable BaselineCheck actual) {
        return new BaselineCheckAssert(actual, OutcomeAssert::thrown);
    }

    /**
     * Begins assertions about packs that were verified.
     *
     * @param actual what there is to say of them
     * @return the assertions
     */
    public static PackReportAssert assertThat(@Nullable PackReport actual) {
        return new PackReportAssert(actual, OutcomeAssert::thrown);
    }

    /**
     * Names the rules with which systems are evaluated and failures explained.
     *
     * @param aims packs, catalogues and criteria in use
     * @return where such assertions begin
     */
    public static AssertionsByRules using(Aims aims) {
        return new AssertionsByRules(aims);
    }
}
