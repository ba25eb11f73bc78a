package io.aims.system.environment;

import io.aims.system.CharacteristicValue;

/**
 * Interfaces with other IT systems, including other AI systems. The draft of the standard called this risk source
 * complexity of the IT environment.
 *
 * <p>The values rise in severity.
 *
 * @clause BARR Advisory 2023
 * @clause Canada Algorithmic Impact Assessment (aboutDataSource6)
 * @since 0.1
 */
public enum IntegrationComplexity implements CharacteristicValue {
    /** No interfaces with other systems. */
    STANDALONE,
    /** A handful of interfaces. */
    FEW_INTERFACES,
    /** Many interfaces. */
    MANY_INTERFACES,
    /** Part of a web of systems, other AI systems among them. */
    SYSTEM_OF_SYSTEMS;

    @Override
    public String id() {
        return name();
    }
}
