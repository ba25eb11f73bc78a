package io.aims.system.environment;

import io.aims.system.CharacteristicValue;

/**
 * Ability to correct, adapt and replace the system.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 25059:2023
 * @clause ISO/IEC 42001:2023 C.2.6
 * @since 0.1
 */
public enum Maintainability implements CharacteristicValue {
    /** The organisation can change and replace its parts. */
    MODULAR_AND_OWNED,
    /** Others could change it from its documentation. */
    DOCUMENTED,
    /** Only its maker can change it. */
    VENDOR_DEPENDENT,
    /** Nobody supports it any more. */
    UNSUPPORTED;

    @Override
    public String id() {
        return name();
    }
}
