package io.aims.text;

/**
 * The form of the ids of rules, controls, objectives and risk sources: safe in messages, file names and conditions.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public final class IdForm {

    private static final int LONGEST = 64;

    private IdForm() {}

    /**
     * Tells whether a text has the form of an id.
     *
     * @param text any text
     * @return {@code true} if it is a letter or digit and up to 63 letters, digits, dots, hyphens or underscores
     */
    public static boolean matches(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inside = c == '.' || c == '_' || c == '-';
            if (!isLetterOrDigit(c) && (i == 0 || !inside)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /**
     * Refuses a text that has not the form of an id.
     *
     * @param text any text
     * @throws IllegalArgumentException if it is no id
     */
    public static void check(String text) {
        if (!matches(text)) {
            throw new IllegalArgumentException(
                    "An id is a letter or digit and up to 63 letters, digits, dots, hyphens or underscores: "
                            + Quoted.of(text));
        }
    }
}
