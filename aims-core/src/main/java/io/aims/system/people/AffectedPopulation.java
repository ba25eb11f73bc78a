package io.aims.system.people;

import io.aims.system.CharacteristicValue;

/**
 * Number of persons affected per year (order of magnitude).
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 42005:2025
 * @clause OECD 2022 Classification (breadth of deployment)
 * @since 0.1
 */
public enum AffectedPopulation implements CharacteristicValue {
    /** Nobody. */
    NONE,
    /** Up to a thousand persons a year. */
    UP_TO_1000,
    /** Up to a hundred thousand persons a year. */
    UP_TO_100000,
    /** Up to ten million persons a year. */
    UP_TO_10_MILLION,
    /** More than ten million persons a year. */
    OVER_10_MILLION;

    @Override
    public String id() {
        return name();
    }
}
