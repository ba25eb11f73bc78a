package io.aims.treatment.assessment;

import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Priority;
import io.aims.reasoning.internal.Phrases;
import io.aims.risk.Range;
import io.aims.rule.RuleId;
import io.aims.text.Quoted;
import io.aims.treatment.ControlState;
import io.aims.treatment.CountedState;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A control that acts on a topic: whether it is needed, and how far it is in place.
 *
 * @param result what the control is to the system
 * @param state what it counts for
 * @param calledForBy the findings of the topic that call for it, sorted; empty if others do, or none
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record ActingControl(ControlResult result, CountedState state, List<RuleId> calledForBy) {

    /** Copies the list. */
    public ActingControl {
        calledForBy = List.copyOf(calledForBy);
    }

    /**
     * Returns the control, whether it is needed, and how far it is in place.
     *
     * @return for example {@code External reporting (A.8.3): required, high priority; nothing is said of how far it is
     *     in place.}
     */
    public String sentence() {
        return title() + ": " + standing();
    }

    /**
     * Returns title and id of the control.
     *
     * @return for example {@code External reporting (A.8.3)}
     */
    public String title() {
        return Quoted.whole(result.control().title()) + " (" + result.control().id() + ")";
    }

    /**
     * Returns whether the control is needed, and how far it is in place.
     *
     * @return for example {@code required, high priority; nothing is said of how far it is in place.}
     */
    public String standing() {
        return need() + "; " + stage() + ".";
    }

    private String need() {
        return switch (result.status()) {
            case REQUIRED -> "required" + priority();
            case VIA_SUPPLIER -> "needed from a supplier" + priority();
            case ROLE_EXCLUDED -> "needed, but not from this organisation";
            case UNDETERMINED -> "not known yet whether it is required";
            case NOT_REQUIRED -> "no rule calls for it";
        };
    }

    private String priority() {
        return result.priority()
                .filter(priority -> priority != Priority.BASELINE)
                .map(priority -> ", " + Phrases.words(priority.name()) + " priority")
                .orElse("");
    }

    /**
     * Returns how far the control is in place.
     *
     * @return words
     */
    public String stage() {
        if (state.statement().isEmpty()) {
            return "nothing is said of how far it is in place";
        }
        ControlState said = state.statement().get();
        String evidence = said.evidence()
                .filter(text -> !text.isBlank())
                .map(text -> "; evidence: " + Quoted.of(text) + (said.until() == null ? "" : ", until " + said.until()))
                .orElse("");
        String why = state.reasons().stream().map(CountedState.Reason::phrase).collect(Collectors.joining(", and "));
        return "stated as " + Phrases.words(said.stage().name()) + evidence
                + (why.isEmpty() ? "" : "; counts as " + words(state.stage()) + ", because " + why);
    }

    private static String words(Range<ControlState.Stage> stage) {
        String low = Phrases.words(stage.low().name());
        return stage.isExact() ? low : low + " to " + Phrases.words(stage.high().name());
    }
}
