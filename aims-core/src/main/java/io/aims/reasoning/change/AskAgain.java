package io.aims.reasoning.change;

import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.system.VocabularyEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A characteristic whose answer has to be looked at, because the rules are others.
 *
 * @param characteristic the characteristic as it is asked for now, or as it was if it is gone
 * @param reason why it has to be looked at
 * @param answer the answer that was given, or {@code null} if there was none
 * @param entry the words in which it is asked for now, or {@code null} if it is gone
 * @since 0.1
 */
public record AskAgain(
        Characteristic<?> characteristic,
        Reason reason,
        @Nullable Answer answer,
        @Nullable VocabularyEntry entry) {

    /** Why an answer has to be looked at. */
    public enum Reason {
        /** Its type or its values are others: the former answer is no answer any more, and it is unknown until asked. */
        OTHER_VALUES,
        /** It is asked for in other words: the former answer stands until asked. */
        OTHER_WORDS,
        /** It is gone, and its answer with it. */
        GONE,
        /** Rules read it that did not before, and it is unknown or partly known. */
        READ_NOW
    }

    /**
     * Returns the answer that was given.
     *
     * @return empty if there was none
     */
    public Optional<Answer> given() {
        return Optional.ofNullable(answer);
    }

    /**
     * Returns the question that asks for it now.
     *
     * @return empty if the characteristic is gone
     */
    public Optional<String> question() {
        return Optional.ofNullable(entry).map(VocabularyEntry::question);
    }
}
