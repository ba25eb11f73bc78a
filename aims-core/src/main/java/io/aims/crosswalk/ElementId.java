package io.aims.crosswalk;

import io.aims.text.NaturalOrder;
import io.aims.text.Quoted;
import java.util.regex.Pattern;

/**
 * The id of an element in its framework, as the framework writes it: {@code A.5.1}, {@code GOVERN 1.1}, {@code Art. 9(9)}.
 *
 * <p>Ordered by framework, then as people read ids: digits by their number.
 *
 * @param framework the framework
 * @param value a letter or digit and up to 63 letters, digits, dots, hyphens, underscores, slashes, parentheses and single
 *     blanks, the last of them no blank
 * @since 0.1
 */
public record ElementId(FrameworkId framework, String value) implements Comparable<ElementId> {

    private static final int LONGEST = 64;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9](?: ?[A-Za-z0-9._()/-])*");

    /** Checks the form of the id. */
    public ElementId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "The id of an element is a letter or digit and up to 63 letters, digits, dots, hyphens, underscores, "
                            + "slashes, parentheses and single blanks: " + Quoted.of(value));
        }
    }

    /**
     * Tells whether a text has the form of an id.
     *
     * @param text any text
     * @return {@code true} if an id can be made of it
     */
    public static boolean isWellFormed(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(ElementId other) {
        int order = framework.compareTo(other.framework);
        return order != 0 ? order : NaturalOrder.compare(value, other.value);
    }

    /**
     * Returns framework and id.
     *
     * @return for example {@code nist-ai-rmf-1.0 GOVERN 1.1}
     */
    @Override
    public String toString() {
        return framework + " " + value;
    }
}
