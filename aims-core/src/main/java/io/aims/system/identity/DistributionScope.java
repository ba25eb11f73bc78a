package io.aims.system.identity;

import io.aims.system.CharacteristicValue;

/**
 * To whom the organisation makes the system or its outputs available.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 42001:2023 A.8 and A.10.4
 * @clause OECD 2022 Classification
 * @since 0.1
 */
public enum DistributionScope implements CharacteristicValue {
    /** Nobody outside the organisation receives the system or its outputs. */
    INTERNAL_ONLY,
    /** Known customers under an agreement receive it. */
    NAMED_CUSTOMERS,
    /** Anyone can buy it or use it. */
    OPEN_MARKET_OR_PUBLIC;

    @Override
    public String id() {
        return name();
    }
}
