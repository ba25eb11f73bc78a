package io.aims.system.environment;

import io.aims.system.CharacteristicValue;

/**
 * Harm if the system is not there when needed.
 *
 * <p>The values rise in severity.
 *
 * @clause BARR Advisory 2023 (objective Availability)
 * @clause ISO/IEC 27001:2022
 * @since 0.1
 */
public enum AvailabilityNeed implements CharacteristicValue {
    /** An outage of days does no harm worth naming. */
    LOW,
    /** An outage of a day hurts. */
    MODERATE,
    /** An outage of an hour hurts badly. */
    HIGH,
    /** An outage of minutes does severe harm. */
    CRITICAL;

    @Override
    public String id() {
        return name();
    }
}
