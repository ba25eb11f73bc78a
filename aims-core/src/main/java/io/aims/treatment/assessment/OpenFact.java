package io.aims.treatment.assessment;

import io.aims.reasoning.internal.Phrases;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.VocabularyEntry;
import io.aims.text.Quoted;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact about a system that is not known, or only in part. It is open, and never taken for harmless.
 *
 * @param entry the characteristic with the question that asks for it
 * @param given what is known so far, or {@code null} if nothing is
 * @param fact what of it bears on the topic
 * @param decides whether a finding still depends on it
 * @since 0.1
 */
public record OpenFact(VocabularyEntry entry, @Nullable Answer given, TopicFact fact, boolean decides) {

    /**
     * Returns what is known so far.
     *
     * @return empty if nothing is
     */
    public Optional<Answer> answer() {
        return Optional.ofNullable(given);
    }

    /**
     * Returns the question, what it is about here, and what is known so far.
     *
     * @return for example {@code Who sees an output before it has effect? (humanOversightMode)}
     */
    public String sentence() {
        StringBuilder sentence = new StringBuilder(Quoted.whole(entry.question()));
        sentence.append(" (").append(entry.characteristic().id()).append(')');
        if (fact.isOfValues() && entry.characteristic().unknown() instanceof Bounds.Members) {
            sentence.append(" Looked for here: ")
                    .append(Phrases.words(entry.characteristic(), new Bounds.Members(fact.values(), true)))
                    .append('.');
        }
        if (given != null) {
            sentence.append(" Known so far: ").append(Phrases.words(given)).append('.');
        }
        return sentence.toString();
    }
}
