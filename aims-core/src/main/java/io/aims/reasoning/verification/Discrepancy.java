package io.aims.reasoning.verification;

import io.aims.text.Quoted;

/**
 * A place where a stored result says something else than is found again.
 *
 * @param path the place in the result, for example {@code controls[A.9.2].status}; foreign names in it are escaped and cut
 * @param kind what is wrong there
 * @param expected what is found again, or is at hand, empty if nothing is; not escaped
 * @param found what the result says, empty if nothing; not escaped
 * @param meaning what it means, in one or two sentences
 * @since 0.1
 */
public record Discrepancy(String path, Kind kind, String expected, String found, String meaning) {

    /** What is wrong. */
    public enum Kind {
        /** The result says something else. */
        CHANGED,
        /** The result leaves out what belongs there. */
        MISSING,
        /** The result says what does not belong there. */
        ADDED,
        /** The result says it more than once. */
        REPEATED,
        /** The result says it in another order. */
        MOVED,
        /** The result rests on something that is not at hand, so that what follows from it cannot be checked. */
        NOT_AT_HAND
    }

    /**
     * Tells whether the facts about the system differ, not what was concluded from them.
     *
     * @return {@code true} for id, name, description and answers
     */
    public boolean concernsFacts() {
        return path.equals("system") || path.startsWith("system.");
    }

    /**
     * Returns the discrepancy as a message.
     *
     * @return the place, what is expected and found, and what it means, on two lines, safe in a terminal
     */
    @Override
    public String toString() {
        String contrast = switch (kind) {
            case CHANGED -> "is (" + Quoted.of(found) + "), must be (" + Quoted.of(expected) + ")";
            case NOT_AT_HAND ->
                "is (" + Quoted.of(found) + "), at hand is "
                        + (expected.isEmpty() ? "none" : "(" + Quoted.of(expected) + ")");
            case MISSING -> "is missing, must be (" + Quoted.of(expected) + ")";
            case ADDED -> "is (" + Quoted.of(found) + "), must not be there";
            case REPEATED -> "stands more than once";
            case MOVED -> "begins to differ at (" + Quoted.of(found) + "), must be (" + Quoted.of(expected) + ") there";
        };
        return path + " " + contrast + ".\n" + meaning;
    }
}
