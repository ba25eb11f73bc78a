package io.aims.law;

import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A day on which something of a law changes.
 *
 * @param id the id, a capital letter and up to 79 capital letters, digits or underscores
 * @param day the first day on which it holds
 * @param about what changes on that day
 * @param confidence how well the source supports it
 * @param source where it comes from
 * @since 0.1
 */
public record LegalDate(String id, LocalDate day, String about, Confidence confidence, Source source) {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,79}");

    /** Checks the form of the id. */
    public LegalDate {
        if (!isWellFormed(id)) {
            throw new IllegalArgumentException(
                    "The id of a day is a capital letter and up to 79 capital letters, digits or underscores: "
                            + Quoted.of(id));
        }
    }

    /**
     * Tells whether a text has the form of an id.
     *
     * @param text any text
     * @return {@code true} if a day can be named so
     */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * Returns the id and the day.
     *
     * @return for example {@code TRANSPARENCY (2026-08-02)}
     */
    @Override
    public String toString() {
        return id + " (" + day + ")";
    }
}
