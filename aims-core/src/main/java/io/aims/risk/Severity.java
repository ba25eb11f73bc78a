package io.aims.risk;

/**
 * How bad the consequence is if an objective is failed, in rising order, for persons, the organisation or society.
 *
 * @clause ISO/IEC 42001:2023 6.1.2
 * @since 0.1
 */
public enum Severity {
    /** An inconvenience. */
    NEGLIGIBLE,
    /** Brief and reversible. */
    MINOR,
    /** A material loss, or access denied. */
    MODERATE,
    /** A right lost, a lasting or serious injury. */
    MAJOR,
    /** Death, loss of liberty, or irreparable harm to very many. */
    CATASTROPHIC;

    /**
     * Returns the number of the step.
     *
     * @return 1 for {@link #NEGLIGIBLE} to 5 for {@link #CATASTROPHIC}
     */
    public int step() {
        return ordinal() + 1;
    }

    /**
     * Returns the worse of two.
     *
     * @param other another severity
     * @return the higher one
     */
    public Severity max(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
