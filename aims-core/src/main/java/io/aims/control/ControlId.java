package io.aims.control;

import io.aims.text.IdForm;
import io.aims.text.NaturalOrder;
import org.jspecify.annotations.Nullable;

/**
 * The id of a control in its catalogue.
 *
 * <p>Ordered as people read ids: digits by their number.
 *
 * @param value for example {@code A.9.2}
 * @since 0.1
 */
public record ControlId(String value) implements Comparable<ControlId> {

    /** Checks the form of the id. */
    public ControlId {
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
    public int compareTo(ControlId other) {
        return NaturalOrder.compare(value, other.value);
    }

    /** Written out: this runs at every start, where what the compiler makes of a record is slow to begin. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ControlId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
