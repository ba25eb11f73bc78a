package io.aims.benchmarks;

import io.aims.system.AiSystem;

/** Something that evaluates systems by the rules of one base. */
@FunctionalInterface
public interface Contender {

    /**
     * Evaluates a system.
     *
     * @param system a system that answers no fact of a law
     * @return truth of every rule, risk to every objective, status of every control
     */
    Result evaluate(AiSystem system);
}
