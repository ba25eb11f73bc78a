package io.aims.evaluation;

import io.aims.error.AimsException;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns what an engine finds into an {@link Evaluation}: risks by the risk method, controls by the roles of the
 * organisation, all sorted.
 *
 * <p>Immutable and thread-safe, if the engine is.
 *
 * @since 0.1
 */
public final class Evaluator {

    private final RuleBase base;
    private final RuleEngine engine;
    private final Grounds grounds;

    /**
     * Creates an evaluator.
     *
     * @param base what evaluations rest on
     * @param engine an engine that runs the rules of this base
     */
    public Evaluator(RuleBase base, RuleEngine engine) {
        this.base = base;
        this.engine = engine;
        this.grounds = new Grounds(base, engine.kind(), engine.outside());
    }

    /**
     * Returns what evaluations rest on.
     *
     * @return the base
     */
    public RuleBase base() {
        return base;
    }

    /**
     * Returns the names and fingerprints of what evaluations rest on. They are computed when first asked for: threads that ask
     * at the same time compute the same.
     *
     * @return the basis of every evaluation that is made here
     */
    public Basis basis() {
        return grounds.basis();
    }

    /**
     * Evaluates a system.
     *
     * @param described the system as it is described
     * @param asOf the date for which it is evaluated, or {@code null}
     * @return the evaluation, of the system with what the laws in use show of it
     * @throws AimsException AIMS-1012, if an answer is of another kind than its characteristic in the vocabulary
     */
    public Evaluation evaluate(AiSystem described, @Nullable LocalDate asOf) {
        AiSystem system = described;
        if (!base.vocabulary().hasAll(described)) {
            checkKinds(described);
            system = base.established(described);
        }
        Conclusions conclusions = new Conclusions(grounds, system, engine.run(system));
        return new Evaluation(system, asOf, conclusions);
    }

    /** An answer made in Java may have the id of a characteristic of the vocabulary and be of another kind. */
    private void checkKinds(AiSystem system) {
        for (Answer answer : system.answers().values()) {
            checkKind(answer.characteristic(), system);
        }
    }

    private void checkKind(Characteristic<?> given, AiSystem system) {
        Optional<Characteristic<?>> known = base.answerable().characteristic(given.id());
        if (known.isPresent() && !known.get().equals(given)) {
            throw new AimsException(
                    "AIMS-1012",
                    "The " + given.id() + " of system (" + Quoted.of(system.id())
                            + ") is of another kind than that of vocabulary ("
                            + Quoted.of(base.vocabulary().id()) + ").",
                    "Maybe the system was described with another version of a pack.");
        }
    }
}
