package io.aims.reasoning.change;

import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.system.AiSystem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates systems, and refuses those that it cannot read as a whole. Thread-safe, and the same for the same input.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface SystemEvaluator {

    /**
     * Evaluates a system.
     *
     * @param system the system
     * @param asOf the day for which it is evaluated, or {@code null}
     * @return the evaluation
     * @throws AimsException if an answer or the day does not fit the vocabulary and packs
     */
    Evaluation evaluate(AiSystem system, @Nullable LocalDate asOf);
}
