package io.aims.system.environment;

import io.aims.system.CharacteristicValue;

/**
 * Where inference (and learning) runs.
 *
 * <p>Several may hold at once; their order says nothing about severity.
 *
 * @clause ISO/IEC 22989:2022
 * @clause ISO/IEC 42001:2023 A.4.5
 * @since 0.1
 */
public enum ExecutionPlatform implements CharacteristicValue {
    /** The organisation's own servers. */
    ON_PREMISES,
    /** A cloud service. */
    CLOUD,
    /** Devices near the source of data. */
    EDGE_DEVICE,
    /** Phones, tablets and other devices people carry. */
    MOBILE_DEVICE,
    /** Embedded controllers with deadlines. */
    EMBEDDED_REAL_TIME;

    @Override
    public String id() {
        return name();
    }
}
