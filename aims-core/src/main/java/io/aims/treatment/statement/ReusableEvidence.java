package io.aims.treatment.statement;

import io.aims.treatment.reuse.EvidenceSuggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What another framework may have in place for a control of a statement, and for how many systems. It is no state: how far the
 * control is in place does not depend on it.
 *
 * @param suggestion what may be reused, with the row of a crosswalk as its reason
 * @param ofOrganisation whether the organisation says so for all of its systems; otherwise the descriptions of systems do
 * @param systems for how many systems it is said, of those that need the control, or may need it if none does
 * @since 0.1
 */
public record ReusableEvidence(EvidenceSuggestion suggestion, boolean ofOrganisation, int systems) {

    /** Checks that somebody says it. */
    public ReusableEvidence {
        if (systems < 0 || !ofOrganisation && systems == 0) {
            throw new IllegalArgumentException("Nobody says it of " + suggestion.mapping());
        }
    }

    /** Who says it, of how many systems. */
    private record Speaker(boolean ofOrganisation, int systems) {}

    /** What the organisation says stands alone; what descriptions say is told with their number. */
    static List<String> sentences(List<ReusableEvidence> reuse) {
        Map<Speaker, List<EvidenceSuggestion>> bySpeaker = new LinkedHashMap<>();
        for (ReusableEvidence each : reuse) {
            Speaker speaker = new Speaker(each.ofOrganisation, each.ofOrganisation ? 0 : each.systems);
            bySpeaker.computeIfAbsent(speaker, key -> new ArrayList<>()).add(each.suggestion);
        }
        List<String> sentences = new ArrayList<>();
        bySpeaker.forEach((speaker, suggestions) -> {
            String end = speaker.ofOrganisation
                    ? ""
                    : speaker.systems == 1
                            ? " So says the description of 1 system."
                            : " So say the descriptions of " + StatementWords.systems(speaker.systems) + ".";
            EvidenceSuggestion.sentences(suggestions).forEach(sentence -> sentences.add(sentence + end));
        });
        return List.copyOf(sentences);
    }
}
