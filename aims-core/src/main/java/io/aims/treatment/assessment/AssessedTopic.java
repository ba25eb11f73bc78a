package io.aims.treatment.assessment;

import io.aims.evaluation.Finding;
import io.aims.reasoning.internal.Phrases;
import io.aims.risk.RiskSource;
import io.aims.treatment.ResidualRisk;
import java.util.List;

/**
 * What is known, found, done and open on one topic for one system. Nothing in it is asserted that does not follow from facts.
 *
 * @param topic the topic
 * @param known the facts that are known, in the order of the topic
 * @param found the findings that are certain, the strongest first
 * @param possible the findings that may come true, and those that may come to bear on the topic, the strongest first
 * @param causes the risk sources that the certain findings show to be present, sorted
 * @param risks the risks to the objectives at stake, before and after what is done, in the order of the topic
 * @param controls the controls that act on it, in the order of the topic
 * @param open the facts that are not known, those on which most depends first
 * @since 0.1
 */
public record AssessedTopic(
        ImpactTopic topic,
        List<KnownFact> known,
        List<Finding> found,
        List<Finding> possible,
        List<RiskSource> causes,
        List<ResidualRisk> risks,
        List<ActingControl> controls,
        List<OpenFact> open) {

    /** What the facts say of a topic, in rising order. */
    public enum Standing {
        /** No rule finds anything, and none can any more. It is no proof that there is no effect. */
        NOTHING_FOUND,
        /** No rule finds anything yet, and some may. */
        POSSIBLE,
        /** A rule finds something. */
        FOUND
    }

    /** Copies the lists. */
    public AssessedTopic {
        known = List.copyOf(known);
        found = List.copyOf(found);
        possible = List.copyOf(possible);
        causes = List.copyOf(causes);
        risks = List.copyOf(risks);
        controls = List.copyOf(controls);
        open = List.copyOf(open);
    }

    /**
     * Returns what the facts say of the topic.
     *
     * @return whether something is found, possible, or neither
     */
    public Standing standing() {
        return !found.isEmpty() ? Standing.FOUND : !possible.isEmpty() ? Standing.POSSIBLE : Standing.NOTHING_FOUND;
    }

    /**
     * Returns what the facts say of the topic in a sentence or two.
     *
     * @return for example {@code 3 findings are certain, 2 more are possible. 4 facts are open.}
     */
    public String summary() {
        String open = open().isEmpty() ? "" : " " + Phrases.count(open().size(), "fact is", "facts are") + " open.";
        return switch (standing()) {
            case FOUND ->
                Phrases.count(found.size(), "finding is", "findings are") + " certain"
                        + (possible.isEmpty() ? "." : ", " + possible.size() + " more possible.") + open;
            case POSSIBLE ->
                "Nothing is certain yet; " + Phrases.count(possible.size(), "finding is", "findings are") + " possible."
                        + open;
            case NOTHING_FOUND -> "No rule finds anything here on the facts known." + open;
        };
    }
}
