package io.aims.law;

import io.aims.source.Confidence;
import io.aims.source.Source;
import java.util.List;

/**
 * Something that a law asks of an organisation, beside or below the class.
 *
 * @param id the id, for example {@code ART_50_1}
 * @param article the provision, for example {@code Art. 50(1)}
 * @param who the role that owes it, the id of a value, for example {@code PROVIDER}
 * @param about what is owed, one sentence in our own words
 * @param when when the organisation described owes it
 * @param applies when it applies already
 * @param due within which time it has to be done, for example {@code 15 days}, or empty
 * @param confidence how well the sources support it
 * @param sources where it comes from
 * @since 0.1
 */
public record Duty(
        PropositionId id,
        String article,
        String who,
        String about,
        LegalCondition when,
        LegalCondition applies,
        String due,
        Confidence confidence,
        List<Source> sources) {

    /** Copies the list of sources. */
    public Duty {
        sources = List.copyOf(sources);
    }

    /**
     * Returns id and article.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return id + " " + article;
    }
}
