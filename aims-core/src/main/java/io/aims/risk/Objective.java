package io.aims.risk;

import io.aims.source.Source;
import java.util.List;

/**
 * Something the organisation wants of its AI systems and that risk is measured against.
 *
 * @param id the id
 * @param title the short title
 * @param draftTitle the title in descriptions of the draft, empty if it is the same or unknown
 * @param definition what it means, in our own words
 * @param signs what threatens it, for readers
 * @param threatenedBy the risk sources by which it can be threatened
 * @param supplementary whether it is ours and not in the published list
 * @param note a remark on the entry, empty if there is none
 * @param sources where it comes from
 * @clause ISO/IEC 42001:2023 C.2
 * @since 0.1
 */
public record Objective(
        ObjectiveId id,
        String title,
        String draftTitle,
        String definition,
        List<String> signs,
        List<RiskSourceId> threatenedBy,
        boolean supplementary,
        String note,
        List<Source> sources) {

    /** Copies the lists. */
    public Objective {
        signs = List.copyOf(signs);
        threatenedBy = List.copyOf(threatenedBy);
        sources = List.copyOf(sources);
    }

    /**
     * Returns id and title, as people name an objective.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return id + " " + title;
    }
}
