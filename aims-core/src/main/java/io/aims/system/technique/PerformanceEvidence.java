package io.aims.system.technique;

import io.aims.system.CharacteristicValue;

/**
 * Best evidence that it performs in its intended setting.
 *
 * <p>The values rise in severity.
 *
 * @clause NIST AI RMF 1.0 MEASURE 2.3-2.5
 * @clause ISO/IEC TS 4213:2022
 * @since 0.1
 */
public enum PerformanceEvidence implements CharacteristicValue {
    /** Shown to perform in its real setting. */
    FIELD_PROVEN,
    /** Validated on data like those of the setting. */
    REPRESENTATIVE_VALIDATION,
    /** Tested in the laboratory only. */
    LAB_ONLY,
    /** No evidence. */
    NONE;

    @Override
    public String id() {
        return name();
    }
}
