package io.aims.risk;

/**
 * The level of a risk, in rising order. It ranks attention; it is no probability.
 *
 * @clause ISO/IEC 42001:2023 6.1.2
 * @since 0.1
 */
public enum RiskLevel {
    /** Needs no attention beyond the baseline. */
    VERY_LOW,
    /** Needs little attention. */
    LOW,
    /** Needs attention. */
    MODERATE,
    /** Needs attention first. */
    HIGH,
    /** Needs a decision of top management. */
    VERY_HIGH;

    /**
     * Returns the higher of two.
     *
     * @param other another level
     * @return the higher one
     */
    public RiskLevel max(RiskLevel other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
