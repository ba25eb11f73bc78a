package io.aims.control;

import io.aims.text.NaturalOrder;
import io.aims.text.Quoted;
import java.util.regex.Pattern;

/**
 * The id of a control in its catalogue.
 *
 * <p>Ordered as people read ids: digits by their number.
 *
 * @param value for example {@code A.9.2}
 * @since 0.1
 */
public record ControlId(String value) implements Comparable<ControlId> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Checks the form of the id. */
    public ControlId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "An id is a letter or digit and up to 63 letters, digits, dots, hyphens or underscores: "
                            + Quoted.of(value));
        }
    }

    /**
     * Tells whether a text has the form of an id.
     *
     * @param text any text
     * @return {@code true} if an id can be made of it
     */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(ControlId other) {
        return NaturalOrder.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
