package io.aims.system.environment;

import io.aims.system.CharacteristicValue;

/**
 * From where the system can be reached.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 27001:2022
 * @clause NIST SP 800-30 Rev. 1
 * @since 0.1
 */
public enum NetworkExposure implements CharacteristicValue {
    /** Not reachable over a network. */
    ISOLATED,
    /** Reachable inside the organisation. */
    INTERNAL_NETWORK,
    /** Reachable by partners. */
    PARTNER_NETWORK,
    /** Reachable from the Internet. */
    PUBLIC_INTERNET;

    @Override
    public String id() {
        return name();
    }
}
