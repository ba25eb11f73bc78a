package io.aims.error;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong: a code, a sentence with the subject and its value, and the way out.
 *
 * @param code the stable code, {@code AIMS-} and four digits
 * @param message what is wrong, with the value found and what is allowed; foreign text in it is already escaped
 * @param advice what to do, a sentence
 * @param where the place in the document, or {@code null} if there is none
 * @since 0.1
 */
public record Fault(
        String code,
        String message,
        String advice,
        @Nullable Place where) implements Serializable {

    /**
     * Creates a fault without a place.
     *
     * @param code the stable code
     * @param message what is wrong
     * @param advice what to do
     * @return the fault
     */
    public static Fault of(String code, String message, String advice) {
        return new Fault(code, message, advice, null);
    }

    /**
     * Returns the place in the document, if there is one.
     *
     * @return the place
     */
    public Optional<Place> place() {
        return Optional.ofNullable(where);
    }

    /**
     * Returns the fault as a message of two lines: what is wrong, then what to do.
     *
     * @return the message
     */
    @Override
    public String toString() {
        return code + ": " + message + "\n" + advice;
    }
}
