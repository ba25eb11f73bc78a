package io.aims.risk;

import io.aims.source.Source;
import java.util.List;

/**
 * A cause that can give rise to risk.
 *
 * @param id the id
 * @param title the short title
 * @param definition what it means, in our own words
 * @param signs the characteristics by which it is seen, for readers
 * @param note a remark on the entry, empty if there is none
 * @param sources where it comes from
 * @clause ISO/IEC 42001:2023 C.3
 * @since 0.1
 */
public record RiskSource(
        RiskSourceId id, String title, String definition, List<String> signs, String note, List<Source> sources) {

    /** Copies the lists. */
    public RiskSource {
        signs = List.copyOf(signs);
        sources = List.copyOf(sources);
    }
}
