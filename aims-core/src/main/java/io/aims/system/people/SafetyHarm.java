package io.aims.system.people;

import io.aims.system.CharacteristicValue;

/**
 * Worst credible physical harm on malfunction or misuse.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC Guide 51
 * @clause ISO/IEC TR 5469:2024
 * @since 0.1
 */
public enum SafetyHarm implements CharacteristicValue {
    /** No physical harm is credible. */
    NONE,
    /** Damage to things. */
    PROPERTY_DAMAGE,
    /** An injury that heals soon. */
    MINOR_INJURY,
    /** A lasting or severe injury. */
    SERIOUS_INJURY,
    /** Death. */
    FATALITY;

    @Override
    public String id() {
        return name();
    }
}
