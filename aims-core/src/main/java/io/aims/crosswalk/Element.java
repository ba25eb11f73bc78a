package io.aims.crosswalk;

/**
 * Something in a framework that others can be compared with: a control, a clause, an article, an outcome.
 *
 * @param id the id
 * @param label what it is about, in our own words
 * @param section the part of the framework in which it stands, empty if the framework has no parts that matter here
 * @param standing where the id comes from
 * @param remark why the id is not the framework's own or not confirmed, empty for {@link Standing#RESOLVED}
 * @since 0.1
 */
public record Element(ElementId id, String label, String section, Standing standing, String remark) {

    /** Where the id of an element comes from. */
    public enum Standing {
        /** It is the framework's own and was checked against a listing of it. */
        RESOLVED,
        /** It is meant to be the framework's own, and was derived from others by a pattern. */
        DERIVED,
        /** It is not the framework's own: the framework shows none, or does not make it public. */
        OWN,
        /** It stands for the framework as a whole, not for a part of it. */
        WHOLE;

        /**
         * Tells whether the id cannot be found in the framework.
         *
         * @return {@code true} for {@link #OWN} and {@link #WHOLE}
         */
        public boolean isExternal() {
            return this == OWN || this == WHOLE;
        }
    }

    /** Checks that the element says what it is, and why its id is what it is. */
    public Element {
        if (label.isBlank()) {
            throw new IllegalArgumentException("The element " + id + " needs a label");
        }
        if (remark.isBlank() != (standing == Standing.RESOLVED)) {
            throw new IllegalArgumentException("The element " + id + " is " + standing
                    + (remark.isBlank() ? " and needs a remark that says why" : " and needs no remark"));
        }
    }

    /**
     * Creates an element under the framework's own id.
     *
     * @param id the id
     * @param label what it is about, in our own words
     * @param section the part of the framework in which it stands, or empty
     * @return the element
     */
    public static Element resolved(ElementId id, String label, String section) {
        return new Element(id, label, section, Standing.RESOLVED, "");
    }

    /**
     * Returns id and label, without the framework.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return id.value() + " " + label;
    }
}
