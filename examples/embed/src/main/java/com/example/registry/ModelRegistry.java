package com.example.registry;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.OpenQuestion;
import io.aims.risk.RiskLevel;
import io.aims.treatment.ControlStates;
import io.aims.treatment.Gap;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Lets models go live whose high risks are treated. Thread-safe.
 *
 * <p>This is all that an application needs: one {@link Aims} for its life time, a description for each request, and a policy
 * of its own about the result.
 */
public final class ModelRegistry {

    private final Aims aims;
    private final ControlStates controls;

    /**
     * Creates a registry.
     *
     * @param aims shared by all requests
     * @param controls what the organisation has in place
     */
    public ModelRegistry(Aims aims, ControlStates controls) {
        this.aims = aims;
        this.controls = controls;
    }

    /**
     * Decides whether a model may go live: no verdict forbids it, and either its risk is surely below high or every
     * control that it needs is known to be in place.
     *
     * @param card what is known of the model
     * @param day the day of the decision; nothing here reads the clock
     * @return the decision with its reasons
     */
    public Admission admit(ModelCard card, LocalDate day) {
        Evaluation evaluation = aims.evaluate(card.describe(), day);
        String next = evaluation.nextQuestion().map(OpenQuestion::question).orElse("");
        if (evaluation.isStopped()) {
            return new Admission.Refused(
                    evaluation.stops().stream().map(Finding::toString).toList(), next);
        }
        boolean surelyBelowHigh = evaluation.level().high().compareTo(RiskLevel.HIGH) < 0;
        List<Gap> missing = aims.gaps(evaluation, controls, day).stream()
                .filter(gap -> gap.kind() != Gap.Kind.NOT_SHOWN)
                .toList();
        if (surelyBelowHigh || missing.isEmpty()) {
            return new Admission.Admitted(evaluation.seal().value(), next);
        }
        return new Admission.Refused(missing.stream().map(ModelRegistry::line).toList(), next);
    }

    private static String line(Gap gap) {
        Optional<Finding> reason = gap.safeguard().reasons().stream().findFirst();
        return gap.safeguard().control()
                + reason.map(found -> ", because " + found).orElse("");
    }
}
