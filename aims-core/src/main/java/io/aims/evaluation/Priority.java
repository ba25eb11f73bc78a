package io.aims.evaluation;

import io.aims.risk.RiskLevel;

/**
 * How much attention a control deserves in one system, in rising order.
 *
 * @since 0.1
 */
public enum Priority {
    /** Needed whatever the level of risk. */
    BASELINE,
    /** Called for by a finding that alone makes a very low risk. */
    VERY_LOW,
    /** Called for by a finding that alone makes a low risk. */
    LOW,
    /** Called for by a finding that alone makes a moderate risk. */
    MODERATE,
    /** Called for by a finding that alone makes a high risk. */
    HIGH,
    /** Called for by a finding that alone makes a very high risk. */
    VERY_HIGH;

    private static final Priority[] ALL = values();

    static Priority of(RiskLevel level) {
        return ALL[level.ordinal() + 1];
    }
}
