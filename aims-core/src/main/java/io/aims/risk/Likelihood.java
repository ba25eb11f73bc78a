package io.aims.risk;

/**
 * How likely an objective is failed within a year without controls made for AI, in rising order. The probabilities
 * behind the words are data: {@link RiskCriteria}.
 *
 * @clause ISO/IEC 42001:2023 6.1.2
 * @since 0.1
 */
public enum Likelihood {
    /** Hardly to be expected. */
    VERY_LOW,
    /** Possible, against expectation. */
    LOW,
    /** Quite possible. */
    MODERATE,
    /** To be expected now and then. */
    HIGH,
    /** To be expected. */
    VERY_HIGH
}
