package io.aims.evaluation;

import io.aims.control.Control;
import io.aims.error.AimsException;
import io.aims.risk.Objective;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.util.List;
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

    /** The characteristic that tells what the organisation is to the system. */
    static final String ROLES = "aimsRoles";

    private static final Bounds.Members NO_ROLE_KNOWN = new Bounds.Members(0, false);

    private final RuleBase base;
    private final RuleEngine engine;
    private final RiskMethod method;
    private volatile @Nullable Basis basis;
    private final Questions questions;
    private final @Nullable Characteristic<?> roles;
    private final List<Objective> objectives;
    private final List<Control> controls;
    private volatile @Nullable RuleReadings readings;

    /**
     * Creates an evaluator.
     *
     * @param base what evaluations rest on
     * @param engine an engine that runs the rules of this base
     */
    public Evaluator(RuleBase base, RuleEngine engine) {
        this.base = base;
        this.engine = engine;
        this.method = new RiskMethod(base);
        this.questions = new Questions(method);
        this.roles = base.vocabulary().characteristic(ROLES).orElse(null);
        this.objectives = List.copyOf(base.catalogue().objectives());
        this.controls = List.copyOf(base.catalogue().controls());
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
        Basis ready = basis;
        if (ready == null) {
            ready = Basis.of(base).withOutside(engine.outside());
            basis = ready;
        }
        return ready;
    }

    RuleEngine.Kind engine() {
        return engine.kind();
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
        Conclusions conclusions = new Conclusions(this, system, rolesHeld(system), engine.run(system));
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

    private Bounds.Members rolesHeld(AiSystem system) {
        return roles == null ? NO_ROLE_KNOWN : (Bounds.Members) system.bounds(roles);
    }

    RiskMethod method() {
        return method;
    }

    List<Objective> objectives() {
        return objectives;
    }

    List<Control> controls() {
        return controls;
    }

    Questions questions() {
        return questions;
    }

    /** They are found when a finding is first asked for. Threads that ask at the same time find the same. */
    RuleReadings readings() {
        RuleReadings ready = readings;
        if (ready == null) {
            ready = new RuleReadings(base);
            readings = ready;
        }
        return ready;
    }
}
