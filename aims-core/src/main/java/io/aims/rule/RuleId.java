package io.aims.rule;

import io.aims.text.IdForm;
import io.aims.text.NaturalOrder;
import org.jspecify.annotations.Nullable;

/**
 * The id of a rule, unique over all packs in use.
 *
 * <p>Ordered as people read ids: digits by their number.
 *
 * @param value for example {@code ADM-14}
 * @since 0.1
 */
public record RuleId(String value) implements Comparable<RuleId> {

    /** Checks the form of the id. */
    public RuleId {
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
    public int compareTo(RuleId other) {
        return NaturalOrder.compare(value, other.value);
    }

    /** Written out: this runs at every start, where what the compiler makes of a record is slow to begin. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleId that && value.equals(that.value);
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
