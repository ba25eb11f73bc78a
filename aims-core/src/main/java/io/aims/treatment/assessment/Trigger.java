package io.aims.treatment.assessment;

import io.aims.control.Control;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Finding;
import io.aims.reasoning.internal.Phrases;
import io.aims.reasoning.proof.Explanation;
import io.aims.text.Quoted;
import java.util.List;

/**
 * Whether a control calls for an impact assessment of the system, and why.
 *
 * @param result what the control is to the system
 * @param call what follows from it
 * @param reasons the findings that call for it; if none is certain, those that may; the strongest first
 * @param against if it is not called for, the facts that make every rule that could call for it false, in the order of the
 *     vocabulary: they are the outcome of the screening
 * @param explanation the same in sentences
 * @clause ISO/IEC 42001:2023 6.1.4, A.5.3, A.5.4, A.5.5
 * @since 0.1
 */
public record Trigger(
        ControlResult result, Call call, List<Finding> reasons, List<KnownFact> against, Explanation explanation) {

    /** How many reasons a sentence names. */
    private static final int FEW = 3;

    /** Whether something is called for, in rising order. */
    public enum Call {
        /** Every rule that could call for it is false: the screening is the outcome. */
        NOT_CALLED_FOR,
        /** The facts known do not settle it. */
        OPEN,
        /** A rule calls for it. */
        CALLED_FOR
    }

    /** Copies the lists. */
    public Trigger {
        reasons = List.copyOf(reasons);
        against = List.copyOf(against);
    }

    /**
     * Returns what follows from the control, and the strongest reasons.
     *
     * @return a sentence
     */
    public String sentence() {
        String titled = Quoted.whole(control().title()) + " (" + control().id() + ")";
        return switch (call) {
            case NOT_CALLED_FOR -> titled + " is not called for: no rule that could call for it holds.";
            case OPEN ->
                "Whether " + titled + " is called for is not settled: "
                        + Phrases.count(reasons.size(), "rule may", "rules may") + " call for it.";
            case CALLED_FOR ->
                titled + " is called for by " + Phrases.count(reasons.size(), "finding", "findings")
                        + (reasons.size() > FEW ? ", the strongest of which are: " : ": ")
                        + ImpactNarrator.titles(reasons.subList(0, Math.min(FEW, reasons.size()))) + ".";
        };
    }

    /**
     * Returns the control.
     *
     * @return the control that calls for an assessment, or does not
     */
    public Control control() {
        return result.control();
    }
}
