package io.aims.system.supply;

import io.aims.system.CharacteristicValue;

/**
 * What suppliers disclose about data, tests and limits.
 *
 * <p>The values rise in severity.
 *
 * @clause NIST AI RMF 1.0 MANAGE 3
 * @clause HITRUST AI Security Assessment (AI supply chain)
 * @since 0.1
 */
public enum SupplierTransparency implements CharacteristicValue {
    /** There is no supplier. */
    NOT_APPLICABLE,
    /** Data, tests and limits are disclosed. */
    FULL,
    /** Some of them are disclosed. */
    PARTIAL,
    /** Nothing is disclosed. */
    NONE;

    @Override
    public String id() {
        return name();
    }
}
