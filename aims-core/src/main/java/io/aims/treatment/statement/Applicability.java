package io.aims.treatment.statement;

/**
 * Whether a control belongs to what an organisation does.
 *
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public enum Applicability {
    /** Some system needs it, or the organisation has decided for it. */
    APPLICABLE("yes"),
    /** No system needs it, and the facts or the roles of the organisation say why. */
    NOT_APPLICABLE("no"),
    /** No system is known to need it, and for some system that is not settled: it may not be excluded. */
    UNDECIDED("undecided");

    private final String word;

    Applicability(String word) {
        this.word = word;
    }

    /**
     * Returns what stands in the column "applicable" of a statement.
     *
     * @return {@code yes}, {@code no} or {@code undecided}
     */
    public String word() {
        return word;
    }
}
