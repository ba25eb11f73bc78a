package io.aims.reasoning.change;

import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.system.CharacteristicValue;
import io.aims.system.DateCharacteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.Provenance;
import io.aims.system.ScaleCharacteristic;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tells what would be if some answers were others. The system it began with stays as it is.
 *
 * <pre>{@code
 * EvaluationDiff diff = aims.whatIf(system)
 *     .set(HUMAN_OVERSIGHT_MODE, NONE)
 *     .unknown(DATA_QUALITY)
 *     .diff();
 * }</pre>
 *
 * <p>Every call gives another supposition and leaves this one as it was. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.3
 * @since 0.1
 */
public final class WhatIf {

    /** The provenance of an answer that is only supposed, so that nobody takes it for one that somebody stated. */
    public static final Provenance SUPPOSED = new Provenance(null, null, "what-if", Provenance.Basis.INFERRED);

    private final SystemEvaluator evaluator;
    private final Evaluation original;
    private final AiSystem system;
    private final @Nullable LocalDate asOf;
    private volatile @Nullable Evaluation evaluation;

    private WhatIf(SystemEvaluator evaluator, Evaluation original, AiSystem system, @Nullable LocalDate asOf) {
        this.evaluator = evaluator;
        this.original = original;
        this.system = system;
        this.asOf = asOf;
    }

    /**
     * Begins to suppose.
     *
     * @param evaluator evaluates what is supposed
     * @param original the evaluation of the system as it is, made by the same evaluator
     * @return a supposition in which nothing is changed yet
     */
    public static WhatIf of(SystemEvaluator evaluator, Evaluation original) {
        return new WhatIf(
                evaluator, original, original.system(), original.asOf().orElse(null));
    }

    /**
     * Supposes a value. Of a set it is the only member.
     *
     * @param characteristic a characteristic
     * @param value its value
     * @param <V> the type of value
     * @return the wider supposition
     * @throws AimsException AIMS-1002, if it is no value of the characteristic
     */
    public <V extends CharacteristicValue> WhatIf set(EnumeratedCharacteristic<V> characteristic, V value) {
        return set(builder -> builder.answer(characteristic, value));
    }

    /**
     * Supposes a value on a scale.
     *
     * @param characteristic a scale
     * @param value its value
     * @return the wider supposition
     * @throws AimsException AIMS-1003, if it is outside the scale
     */
    public WhatIf set(ScaleCharacteristic characteristic, int value) {
        return set(builder -> builder.answer(characteristic, value));
    }

    /**
     * Supposes a number.
     *
     * @param characteristic a characteristic
     * @param value its value, zero or above
     * @return the wider supposition
     * @throws AimsException AIMS-1003, if it is negative
     */
    public WhatIf set(DecimalCharacteristic characteristic, BigDecimal value) {
        return set(builder -> builder.answer(characteristic, value));
    }

    /**
     * Supposes a day.
     *
     * @param characteristic a characteristic
     * @param day the day, in a year of four digits
     * @return the wider supposition
     * @throws AimsException AIMS-1003, if the year is not 1 to 9999
     */
    public WhatIf set(DateCharacteristic characteristic, LocalDate day) {
        return set(builder -> builder.answer(characteristic, day));
    }

    /**
     * Supposes an answer. If it says nothing about its provenance, it is marked as {@link #SUPPOSED}.
     *
     * @param answer the answer
     * @return the wider supposition
     */
    public WhatIf set(Answer answer) {
        return set(builder -> builder.put(answer));
    }

    /**
     * Supposes answers in every form that the description of a system has, such as
     * {@code builder -> builder.containing(VULNERABLE_GROUPS, WORKERS)}.
     *
     * @param answers states the answers
     * @return the wider supposition
     */
    public WhatIf set(UnaryOperator<AiSystem.Builder> answers) {
        return with(marked(answers.apply(system.toBuilder()).build()));
    }

    /**
     * Supposes that nothing is known of a characteristic.
     *
     * @param characteristic the characteristic
     * @return the wider supposition
     */
    public WhatIf unknown(Characteristic<?> characteristic) {
        return with(system.without(characteristic));
    }

    /**
     * Supposes another day.
     *
     * @param day the day for which the supposed system is evaluated
     * @return the wider supposition
     */
    public WhatIf asOf(LocalDate day) {
        return new WhatIf(evaluator, original, system, day);
    }

    private WhatIf with(AiSystem supposed) {
        return new WhatIf(evaluator, original, supposed, asOf);
    }

    /** An answer that says the same as before stays the answer that was given. */
    private AiSystem marked(AiSystem supposed) {
        AiSystem.Builder marked = supposed.toBuilder();
        for (Answer answer : supposed.answers().values()) {
            Answer present = system.answers().get(answer.characteristic().id());
            if (answer.equals(present) || !answer.provenance().isNone()) {
                continue;
            }
            Answer given =
                    original.system().answers().get(answer.characteristic().id());
            marked.put(
                    given != null && saysTheSame(given, answer)
                            ? given
                            : new Answer(answer.characteristic(), answer.bounds(), SUPPOSED));
        }
        return marked.build();
    }

    private static boolean saysTheSame(Answer one, Answer other) {
        return one.characteristic().equals(other.characteristic())
                && one.bounds().equals(other.bounds());
    }

    /**
     * Returns the system as it is supposed.
     *
     * @return the system with the supposed answers
     */
    public AiSystem system() {
        return system;
    }

    /**
     * Evaluates the system as it is supposed.
     *
     * @return the evaluation; it is made when first asked for
     * @throws AimsException AIMS-1004, if the vocabulary does not have a supposed characteristic; AIMS-2016, if a pack does
     *     not hold on the supposed day
     */
    public Evaluation evaluation() {
        Evaluation ready = evaluation;
        if (ready == null) {
            ready = evaluator.evaluate(system, asOf);
            evaluation = ready;
        }
        return ready;
    }

    /**
     * Compares the system as it is with the system as it is supposed.
     *
     * @return what would change
     * @throws AimsException AIMS-1004, if the vocabulary does not have a supposed characteristic; AIMS-2016, if a pack does
     *     not hold on the supposed day
     */
    public EvaluationDiff diff() {
        return EvaluationDiff.between(original, evaluation());
    }

    @Override
    public String toString() {
        return "what if " + system;
    }
}
