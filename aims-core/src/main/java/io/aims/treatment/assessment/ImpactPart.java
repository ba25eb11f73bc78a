package io.aims.treatment.assessment;

/**
 * Whom an AI system can affect, and what that can come from: the parts of an impact assessment, in order.
 *
 * @clause ISO/IEC 42001:2023 6.1.4, A.5.4, A.5.5
 * @since 0.1
 */
public enum ImpactPart {
    /** Single persons. */
    INDIVIDUALS("Individuals"),
    /** Groups of people, those with little power among them. */
    GROUPS("Groups of people"),
    /** Everybody: environment, economy, public life. */
    SOCIETIES("Societies"),
    /** How the system can fail or be misused, from which effects on all of them can come. */
    CAUSES("How it can fail or be misused");

    private final String title;

    ImpactPart(String title) {
        this.title = title;
    }

    /**
     * Returns the part as a heading.
     *
     * @return for example {@code Groups of people}
     */
    public String title() {
        return title;
    }
}
