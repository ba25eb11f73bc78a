package io.aims.treatment.assessment;

import io.aims.reasoning.internal.Phrases;
import io.aims.rule.Truth;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.VocabularyEntry;

/**
 * A fact about a system that bears on a topic, with who said so.
 *
 * @param entry the characteristic with its words
 * @param answer what is known of it, with its provenance
 * @param fact what of it bears on the topic
 * @since 0.1
 */
public record KnownFact(VocabularyEntry entry, Answer answer, TopicFact fact) {

    /**
     * Returns the fact and where it comes from.
     *
     * @return for example {@code Decision effect: minor (an inconvenience). Stated by product owner.}
     */
    public String sentence() {
        String source = Phrases.sentence(answer.provenance());
        return statement() + (source.isEmpty() ? "" : " " + source);
    }

    /**
     * Returns the fact without where it comes from.
     *
     * @return for example {@code Decision effect: minor (an inconvenience).}
     */
    public String statement() {
        String name = Phrases.capitalised(Phrases.name(entry.characteristic()));
        if (fact.isOfValues() && answer.bounds() instanceof Bounds.Members members) {
            Truth truth = fact.truth(members);
            long shown = truth == Truth.TRUE ? members.known() & fact.values() : fact.values();
            String values = Phrases.words(entry.characteristic(), new Bounds.Members(shown, true));
            return name + ": " + (truth == Truth.TRUE ? values + " among them." : "not among them: " + values + ".");
        }
        String[] told =
                Phrases.withinSentence(Phrases.answer(entry, answer.bounds())).split(": ", 2);
        return name + ": " + told[0] + (told.length == 1 ? "." : " (" + told[1] + ").");
    }
}
