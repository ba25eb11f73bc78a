package io.aims.system;

import io.aims.source.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A characteristic with the words that explain it and ask for it.
 *
 * @param characteristic the characteristic
 * @param section the id of the section it stands in
 * @param tier how early it is asked for
 * @param question the question that asks for it
 * @param meanings one phrase for each value that needs one, by the id of the value, in the order of the values
 * @param definition what it means, in our own words
 * @param feeds what it decides, as a hint for readers
 * @param sources where it comes from
 * @param given whether it is a fact of the world, of the purpose or of the past, which the organisation does not choose for
 *     the system; it bears on what is proposed as a change, and on no evaluation
 * @since 0.1
 */
public record VocabularyEntry(
        Characteristic<?> characteristic,
        String section,
        Tier tier,
        String question,
        Map<String, String> meanings,
        String definition,
        String feeds,
        List<Source> sources,
        boolean given) {

    /** Copies the collections. */
    public VocabularyEntry {
        meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
        sources = List.copyOf(sources);
    }

    /**
     * Creates an entry that the organisation chooses.
     *
     * @param characteristic the characteristic
     * @param section the id of the section it stands in
     * @param tier how early it is asked for
     * @param question the question that asks for it
     * @param meanings one phrase for each value that needs one, by the id of the value
     * @param definition what it means, in our own words
     * @param feeds what it decides, as a hint for readers
     * @param sources where it comes from
     */
    public VocabularyEntry(
            Characteristic<?> characteristic,
            String section,
            Tier tier,
            String question,
            Map<String, String> meanings,
            String definition,
            String feeds,
            List<Source> sources) {
        this(characteristic, section, tier, question, meanings, definition, feeds, sources, false);
    }
}
