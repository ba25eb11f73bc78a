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

    /** How many characters are shown before two long texts part. */
    private static final int CONTEXT = 20;

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
     * Returns what is found again, as a message shows it.
     *
     * @return escaped, and cut to where it parts from what the result says
     */
    public String expectedPart() {
        return part(expected);
    }

    /**
     * Returns what the result says, as a message shows it.
     *
     * @return escaped, and cut to where it parts from what is found again
     */
    public String foundPart() {
        return part(found);
    }

    private String part(String text) {
        int alike = 0;
        while (alike < Math.min(expected.length(), found.length()) && expected.charAt(alike) == found.charAt(alike)) {
            alike++;
        }
        boolean isShort = Math.max(expected.length(), found.length()) <= Quoted.LONGEST;
        int start = isShort ? 0 : text.offsetByCodePoints(0, Math.max(0, text.codePointCount(0, alike) - CONTEXT));
        return (start == 0 ? "" : "...") + Quoted.of(text.substring(start));
    }

    /**
     * Returns the discrepancy as a message.
     *
     * @return the place, what is expected and found, and what it means, on two lines, safe in a terminal
     */
    @Override
    public String toString() {
        String contrast = switch (kind) {
            case CHANGED -> "is (" + foundPart() + "), must be (" + expectedPart() + ")";
            case NOT_AT_HAND ->
                "is (" + foundPart() + "), at hand is " + (expected.isEmpty() ? "none" : "(" + expectedPart() + ")");
            case MISSING -> "is missing, must be (" + expectedPart() + ")";
            case ADDED -> "is (" + foundPart() + "), must not be there";
            case REPEATED -> "stands more than once";
            case MOVED -> "begins to differ at (" + foundPart() + "), must be (" + expectedPart() + ") there";
        };
        return path + " " + contrast + ".\n" + meaning;
    }
}
