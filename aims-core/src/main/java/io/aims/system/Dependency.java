package io.aims.system;

/**
 * What several systems may depend on at once, so that what goes wrong with it goes wrong in all of them.
 *
 * @since 0.1
 */
public enum Dependency {
    /** Whoever supplies the system or a part of it. */
    SUPPLIER("suppliers"),
    /** A model that the system uses. */
    MODEL("models"),
    /** A set of data from which the system was made, or on which it runs. */
    DATA_SET("dataSets");

    private final String field;

    Dependency(String field) {
        this.field = field;
    }

    /**
     * Returns the name of the field under which files list it.
     *
     * @return for example {@code dataSets}
     */
    public String field() {
        return field;
    }
}
