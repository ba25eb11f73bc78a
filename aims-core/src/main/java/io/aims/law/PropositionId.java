package io.aims.law;

import io.aims.text.NaturalOrder;
import io.aims.text.Quoted;
import java.util.regex.Pattern;

/**
 * The id of a proposition, a class or a duty of a legal pack; the three share one space of names.
 *
 * <p>Ordered as people read ids: digits by their number.
 *
 * @param value a capital letter and up to 79 capital letters, digits or underscores, for example {@code ART_50_1}
 * @since 0.1
 */
public record PropositionId(String value) implements Comparable<PropositionId> {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,79}");

    /** Checks the form of the id. */
    public PropositionId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "An id of a legal pack is a capital letter and up to 79 capital letters, digits or underscores: "
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
    public int compareTo(PropositionId other) {
        return NaturalOrder.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
