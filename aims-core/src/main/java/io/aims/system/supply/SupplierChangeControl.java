package io.aims.system.supply;

import io.aims.system.CharacteristicValue;

/**
 * Whether a supplied model or service can change under you.
 *
 * <p>The values rise in severity.
 *
 * @clause NIST AI 600-1 (value chain)
 * @clause ISO/IEC 42001:2023 A.10.3
 * @since 0.1
 */
public enum SupplierChangeControl implements CharacteristicValue {
    /** There is no supplier who could change it. */
    NOT_APPLICABLE,
    /** The version is fixed until the organisation moves on. */
    PINNED,
    /** Changes are announced. */
    NOTIFIED,
    /** Changes come unannounced. */
    SILENT;

    @Override
    public String id() {
        return name();
    }
}
