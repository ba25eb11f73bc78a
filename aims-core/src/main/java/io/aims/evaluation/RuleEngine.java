package io.aims.evaluation;

import io.aims.rule.PackReference;
import io.aims.system.AiSystem;
import java.util.List;

/**
 * Runs the rules of one base. Implementations are thread-safe and give the same outcomes for the same system, whichever
 * of them it is. Only findings of rules outside the guarantees may differ: not every engine runs those.
 *
 * @since 0.1
 */
public interface RuleEngine extends AutoCloseable {

    /**
     * How an engine runs rules. Results are labelled with it.
     *
     * @since 0.1
     */
    enum Kind {
        /** By a rule engine. */
        RULE_ENGINE,
        /** By the plain evaluator, to which every rule engine is held. */
        PLAIN
    }

    /**
     * Evaluates every rule for a system.
     *
     * @param system a system
     * @return what the rules come to
     */
    Outcomes run(AiSystem system);

    /**
     * Returns how this engine runs rules.
     *
     * @return {@link Kind#RULE_ENGINE} with all but the plain evaluator
     */
    default Kind kind() {
        return Kind.RULE_ENGINE;
    }

    /**
     * Returns the rules outside the guarantees that this engine runs beside those of the base.
     *
     * @return the rules, sorted by id; none with most engines
     */
    default List<PackReference> outside() {
        return List.of();
    }

    /** Frees what the engine holds. It cannot be used afterwards. */
    @Override
    default void close() {}
}
