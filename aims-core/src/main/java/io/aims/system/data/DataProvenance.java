package io.aims.system.data;

import io.aims.system.CharacteristicValue;

/**
 * Whether origin and transformations of training and reference data are known. UNTRACED is a known bad state, not the
 * same as UNKNOWN.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 42001:2023 A.7.5
 * @clause ISO/IEC 8183:2023
 * @clause OECD 2022 Classification
 * @since 0.1
 */
public enum DataProvenance implements CharacteristicValue {
    /** Nothing was learned from data and no reference data are used. */
    NOT_APPLICABLE,
    /** Own data with known origin and changes. */
    FIRST_PARTY_TRACED,
    /** Data from others with known origin and changes. */
    LICENSED_TRACED,
    /** Collected from public places such as the web. */
    PUBLIC_COLLECTION,
    /** Origin or changes are known to be untraced. */
    UNTRACED;

    @Override
    public String id() {
        return name();
    }
}
