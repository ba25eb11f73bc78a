package io.aims.system.regulation;

import io.aims.system.CharacteristicValue;

/**
 * Operator roles under the EU AI Act.
 *
 * <p>Several may hold at once; their order says nothing about severity.
 *
 * @clause EU AI Act Art. 3(3)-(8), 25
 * @since 0.1
 */
public enum EuRole implements CharacteristicValue {
    /** Develops it, or has it developed, and places it on the market under its own name. */
    PROVIDER,
    /** Uses it under its own authority. */
    DEPLOYER,
    /** Places on the Union market what bears a name from outside the Union. */
    IMPORTER,
    /** Makes it available in the Union without being provider or importer. */
    DISTRIBUTOR,
    /** Acts in the Union for a provider outside by written mandate. */
    AUTHORISED_REPRESENTATIVE,
    /** Sells a product under its own name with the system in it. */
    PRODUCT_MANUFACTURER,
    /** Provides a general-purpose AI model. */
    GPAI_PROVIDER;

    @Override
    public String id() {
        return name();
    }
}
