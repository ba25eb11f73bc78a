package io.aims.crosswalk;

import io.aims.text.IdForm;
import io.aims.text.NaturalOrder;

/**
 * The id of a framework with its edition. Another edition is another framework: its elements may be numbered otherwise.
 *
 * @param value for example {@code iso-27001-2022}
 * @since 0.1
 */
public record FrameworkId(String value) implements Comparable<FrameworkId> {

    /** Checks the form of the id. */
    public FrameworkId {
        IdForm.check(value);
    }

    /**
     * Tells whether a text has the form of an id.
     *
     * @param text any text
     * @return {@code true} if an id can be made of it
     */
    public static boolean isWellFormed(String text) {
        return IdForm.matches(text);
    }

    @Override
    public int compareTo(FrameworkId other) {
        return NaturalOrder.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
