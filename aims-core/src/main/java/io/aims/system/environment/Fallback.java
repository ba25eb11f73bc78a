package io.aims.system.environment;

import io.aims.system.CharacteristicValue;

/**
 * What can be done without the system.
 *
 * <p>The values rise in severity.
 *
 * @clause Canada Algorithmic Impact Assessment (aboutSystem9)
 * @clause NIST AI RMF 1.0 MANAGE 2.4
 * @since 0.1
 */
public enum Fallback implements CharacteristicValue {
    /** Another way does the job as well. */
    EQUIVALENT_PROCESS,
    /** Another way does it worse or slower. */
    DEGRADED_PROCESS,
    /** There is no other way. */
    NONE;

    @Override
    public String id() {
        return name();
    }
}
