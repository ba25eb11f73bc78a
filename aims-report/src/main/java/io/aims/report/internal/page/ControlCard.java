package io.aims.report.internal.page;

import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.evaluation.Finding;
import io.aims.evaluation.Priority;
import io.aims.evaluation.Safeguard;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Explanation;
import io.aims.reasoning.proof.Proofs;
import io.aims.treatment.ControlState;
import io.aims.treatment.CountedState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A control that is needed, with how far it is in place and why it is needed.
 *
 * @param control the control
 * @param status {@link ControlStatus#REQUIRED} or {@link ControlStatus#VIA_SUPPLIER}
 * @param priority how much attention it deserves
 * @param state what it counts for
 * @param reasons the findings that call for it, the strongest first
 * @param proof the proof of its status
 */
public record ControlCard(
        Control control,
        ControlStatus status,
        Priority priority,
        CountedState state,
        List<Finding> reasons,
        List<Step> proof) {

    private static final int MOST_REASONS = 4;

    /** Copies the lists. */
    public ControlCard {
        reasons = List.copyOf(reasons);
        proof = List.copyOf(proof);
    }

    static ControlCard of(Safeguard safeguard, CountedState state, Proofs proofs) {
        return new ControlCard(
                safeguard.control(),
                safeguard.status(),
                safeguard.priority(),
                state,
                safeguard.reasons(),
                Step.of(Explanation.of(proofs.control(safeguard.control().id()), Detail.SHORT)));
    }

    /**
     * Returns how far the control is in place, in a few words.
     *
     * @return for example {@code Implemented}
     */
    public String stateWords() {
        return words(state);
    }

    /**
     * Returns the class that marks how far the control is in place.
     *
     * @return {@code good}, {@code fair}, {@code bad} or {@code open}
     */
    public String stateKind() {
        return kind(state);
    }

    static String kind(CountedState state) {
        if (state.stage().low() == ControlState.Stage.EFFECTIVE) {
            return "good";
        }
        if (state.isInPlace()) {
            return "fair";
        }
        return state.stage().high().compareTo(ControlState.Stage.IMPLEMENTED) < 0 ? "bad" : "open";
    }

    static String words(CountedState state) {
        return state.statement().isEmpty() ? "State unknown" : Words.of(state.stage());
    }

    /**
     * Returns what was said of the control and why it counts for something else.
     *
     * @return sentences; empty if nothing was said
     */
    public List<String> said() {
        return said(state);
    }

    static List<String> said(CountedState state) {
        List<String> sentences = new ArrayList<>();
        state.statement().ifPresent(statement -> {
            List<String> parts = new ArrayList<>();
            parts.add("Stated as " + Words.within(statement.stage()));
            if (statement.since() != null) {
                parts.add("from " + statement.since());
            }
            if (statement.until() != null) {
                parts.add("until " + statement.until());
            }
            if (parts.size() > 1 || !state.reasons().isEmpty()) {
                sentences.add(String.join(" ", parts) + ".");
            }
            String reasons =
                    state.reasons().stream().map(CountedState.Reason::phrase).collect(Collectors.joining(", and "));
            if (!reasons.isEmpty()) {
                sentences.add("Counts as " + Words.within(state.stage()) + ": " + reasons + ".");
            }
            statement.evidence().ifPresent(evidence -> sentences.add("Evidence: " + ended(evidence)));
            statement.owner().ifPresent(owner -> sentences.add("Owner: " + ended(owner)));
        });
        return sentences;
    }

    private static String ended(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /**
     * Returns the name of the area of the control in an address within the page.
     *
     * @return letters, digits and hyphens
     */
    public String anchor() {
        return Anchors.control(control.id());
    }

    /**
     * Returns the strongest reasons.
     *
     * @return a few of {@link #reasons()}; all of them if only one would be left out
     */
    public List<Finding> mainReasons() {
        return reasons.size() <= MOST_REASONS + 1 ? reasons : reasons.subList(0, MOST_REASONS);
    }

    /**
     * Returns how many other reasons there are.
     *
     * @return for example {@code and 3 more}, empty if there are none
     */
    public String moreReasons() {
        int more = reasons.size() - mainReasons().size();
        return more == 0 ? "" : "and " + more + " more";
    }
}
