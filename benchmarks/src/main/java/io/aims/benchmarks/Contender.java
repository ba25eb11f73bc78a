package io.aims.benchmarks;

import io.aims.system.AiSystem;

/** Something that evaluates systems by the rules of one base. */
@FunctionalInterface
public interface Contender extends AutoCloseable {

    /**
     * Evaluates a system.
     *
     * @param system a system that answers no fact of a law
     * @return truth of every rule, risk to every objective, status of every control
     */
    Result evaluate(AiSystem system);

    /**
     * Evaluates a system and reads the level, the levels of the objectives and the statuses of the controls: what is timed.
     *
     * @param system a system that answers no fact of a law
     * @return what {@link Result#read()} gives
     */
    default int read(AiSystem system) {
        return evaluate(system).read();
    }

    /** Frees what it holds; most hold nothing. */
    @Override
    default void close() {}
}
