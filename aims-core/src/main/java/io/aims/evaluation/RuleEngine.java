package io.aims.evaluation;

import io.aims.system.AiSystem;

/**
 * Runs the rules of one base. Implementations are thread-safe and give the same outcomes for the same system, whichever
 * of them it is.
 *
 * @since 0.1
 */
public interface RuleEngine extends AutoCloseable {

    /**
     * Evaluates every rule for a system.
     *
     * @param system a system
     * @return what the rules come to
     */
    Outcomes run(AiSystem system);

    /** Frees what the engine holds. It cannot be used afterwards. */
    @Override
    default void close() {}
}
