package io.aims.system.data;

import io.aims.system.CharacteristicValue;

/**
 * Fit of the data to the population and conditions of use.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 5259-2:2024
 * @clause EU AI Act Art. 10(3)
 * @clause Canada Algorithmic Impact Assessment (aboutDataSource15)
 * @since 0.1
 */
public enum DataRepresentativeness implements CharacteristicValue {
    /** No data whose fit could matter. */
    NOT_APPLICABLE,
    /** Fit to the people and conditions of use was shown. */
    DEMONSTRATED,
    /** Fit is assumed, not shown. */
    ASSUMED,
    /** Some people or conditions are known to be missing. */
    KNOWN_GAPS;

    @Override
    public String id() {
        return name();
    }
}
