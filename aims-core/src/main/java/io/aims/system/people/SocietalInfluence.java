package io.aims.system.people;

import io.aims.system.CharacteristicValue;

/**
 * Effect beyond individuals: opinion, markets, labour, democracy, culture.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 42001:2023 A.5.5
 * @clause ISO/IEC 42005:2025
 * @since 0.1
 */
public enum SocietalInfluence implements CharacteristicValue {
    /** No effect beyond the individuals concerned. */
    NONE,
    /** Shapes a local community. */
    LOCAL,
    /** Shapes a sector, a market or a profession. */
    SECTORAL,
    /** Shapes opinion, democracy, the economy or culture at large. */
    SYSTEMIC;

    @Override
    public String id() {
        return name();
    }
}
