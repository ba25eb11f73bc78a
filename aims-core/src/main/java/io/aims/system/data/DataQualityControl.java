package io.aims.system.data;

import io.aims.system.CharacteristicValue;

/**
 * Whether data quality is measured against stated criteria.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 5259-3:2024
 * @since 0.1
 */
public enum DataQualityControl implements CharacteristicValue {
    /** No data whose quality could matter. */
    NOT_APPLICABLE,
    /** Quality is measured against stated criteria. */
    MEASURED_AGAINST_CRITERIA,
    /** Quality is looked at now and then. */
    AD_HOC,
    /** Quality is not controlled. */
    NONE;

    @Override
    public String id() {
        return name();
    }
}
