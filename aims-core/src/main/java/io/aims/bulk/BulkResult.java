package io.aims.bulk;

import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.system.AiSystem;
import io.aims.text.Quoted;
import java.util.function.Function;

/**
 * What came of one system among many: its evaluation, or why there is none. No system is left out.
 *
 * @since 0.1
 */
public sealed interface BulkResult {

    /**
     * Returns the system as it was given.
     *
     * @return the system
     */
    AiSystem system();

    /**
     * Returns the evaluation of a system that has one.
     *
     * @return the evaluation
     * @throws AimsException with everything that is wrong with the system, if it has none
     */
    Evaluation orElseThrow();

    /**
     * Evaluates a system and keeps what is wrong with it.
     *
     * @param system the system
     * @param evaluator evaluates systems
     * @return the evaluation, or the faults; AIMS-3145, if the evaluator fails otherwise than by an {@link AimsException}
     * @throws IllegalStateException if the evaluator throws it: it is closed, which no system is to blame for
     */
    static BulkResult of(AiSystem system, Function<? super AiSystem, Evaluation> evaluator) {
        try {
            return new Evaluated(system, evaluator.apply(system));
        } catch (AimsException e) {
            return new Refused(system, e);
        } catch (IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            AimsException problem = new AimsException(
                    "AIMS-3145",
                    "The evaluation of system (" + Quoted.of(system.id()) + ") failed: "
                            + e.getClass().getSimpleName() + ".",
                    "The cause of this exception tells more.");
            problem.initCause(e);
            return new Refused(system, problem);
        }
    }

    /**
     * A system with its evaluation.
     *
     * @param system the system as it was given
     * @param evaluation the evaluation
     */
    record Evaluated(AiSystem system, Evaluation evaluation) implements BulkResult {

        @Override
        public Evaluation orElseThrow() {
            return evaluation;
        }
    }

    /**
     * A system that could not be evaluated.
     *
     * @param system the system as it was given
     * @param problem everything that is wrong with it
     */
    record Refused(AiSystem system, AimsException problem) implements BulkResult {

        @Override
        public Evaluation orElseThrow() {
            throw problem;
        }
    }
}
