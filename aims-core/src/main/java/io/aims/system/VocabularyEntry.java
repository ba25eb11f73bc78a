package io.aims.system;

import io.aims.source.Source;
import java.util.List;

/**
 * A characteristic with the words that explain it and ask for it.
 *
 * @param characteristic the characteristic
 * @param section the id of the section it stands in
 * @param tier how early it is asked for
 * @param question the question that asks for it
 * @param definition what it means, in our own words
 * @param feeds what it decides, as a hint for readers
 * @param sources where it comes from
 * @since 0.1
 */
public record VocabularyEntry(
        Characteristic<?> characteristic,
        String section,
        Tier tier,
        String question,
        String definition,
        String feeds,
        List<Source> sources) {

    /** Copies the list of sources. */
    public VocabularyEntry {
        sources = List.copyOf(sources);
    }
}
