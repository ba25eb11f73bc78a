package io.aims.system.data;

import io.aims.system.CharacteristicValue;

/**
 * How quickly inputs or their relation to the target change; adversarial if others profit from changing them.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 23894:2023 B.5
 * @clause NIST AI RMF 1.0 MEASURE 2.4
 * @since 0.1
 */
public enum DataStability implements CharacteristicValue {
    /** Inputs and their relation to the target hardly change. */
    STABLE,
    /** They change over months or years. */
    SLOW_DRIFT,
    /** They change within days or weeks. */
    FAST_DRIFT,
    /** Others change them because they profit from it. */
    ADVERSARIAL_DRIFT;

    @Override
    public String id() {
        return name();
    }
}
