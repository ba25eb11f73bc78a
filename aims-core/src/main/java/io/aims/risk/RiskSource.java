package io.aims.risk;

import io.aims.source.Source;
import java.util.List;

/**
 * A cause that can give rise to risk.
 *
 * @param id the id
 * @param title the short title
 * @param draftTitle the title in descriptions of the draft, empty if it is the same or unknown
 * @param definition what it means, in our own words
 * @param signs the characteristics by which it is seen, for readers
 * @param threatens the objectives that it can threaten
 * @param note a remark on the entry, empty if there is none
 * @param sources where it comes from
 * @clause ISO/IEC 42001:2023 C.3
 * @since 0.1
 */
public record RiskSource(
        RiskSourceId id,
        String title,
        String draftTitle,
        String definition,
        List<String> signs,
        List<ObjectiveId> threatens,
        String note,
        List<Source> sources) {

    /** Copies the lists. */
    public RiskSource {
        signs = List.copyOf(signs);
        threatens = List.copyOf(threatens);
        sources = List.copyOf(sources);
    }

    /**
     * Returns id and title, as people name a risk source.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return id + " " + title;
    }
}
