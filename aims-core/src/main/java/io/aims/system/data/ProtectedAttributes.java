package io.aims.system.data;

import io.aims.system.CharacteristicValue;

/**
 * Presence of protected characteristics or proxies among inputs.
 *
 * <p>The values rise in severity.
 *
 * @clause Canada Algorithmic Impact Assessment (aboutAlgorithm9, 11)
 * @clause ISO/IEC TR 24027:2021
 * @since 0.1
 */
public enum ProtectedAttributes implements CharacteristicValue {
    /** Inputs neither hold nor stand in for protected characteristics. */
    ABSENT,
    /** Inputs may stand in for them. */
    PROXIES_POSSIBLE,
    /** Inputs were found to stand in for them. */
    PROXIES_CONFIRMED,
    /** Protected characteristics are inputs. */
    USED_DIRECTLY;

    @Override
    public String id() {
        return name();
    }
}
