package io.aims.system.technique;

import io.aims.system.CharacteristicValue;

/**
 * Whether behaviour changes during use: frozen; retrained offline and released; updates in operation pass a gate;
 * updates take effect by themselves. The third of the three features that motivate the standard.
 *
 * <p>The values rise in severity.
 *
 * @clause BARR Advisory 2023
 * @clause ISO/IEC 22989:2022 continuous learning
 * @since 0.1
 */
public enum ContinuousLearning implements CharacteristicValue {
    /** Frozen: behaviour does not change in use. */
    NONE,
    /** Retrained offline and released anew. */
    SCHEDULED_RETRAINING,
    /** Learns in operation, each update passes a gate. */
    GATED_ONLINE,
    /** Learns in operation, updates take effect by themselves. */
    UNGATED_ONLINE;

    @Override
    public String id() {
        return name();
    }
}
