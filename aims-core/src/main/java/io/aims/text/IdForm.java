package io.aims.text;

import java.util.regex.Pattern;

/**
 * The form of the ids of rules, controls, objectives and risk sources: safe in messages, file names and conditions.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public final class IdForm {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private IdForm() {}

    /**
     * Tells whether a text has the form of an id.
     *
     * @param text any text
     * @return {@code true} if it is a letter or digit and up to 63 letters, digits, dots, hyphens or underscores
     */
    public static boolean matches(String text) {
        return FORM.matcher(text).matches();
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
