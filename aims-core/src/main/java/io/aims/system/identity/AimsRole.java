package io.aims.system.identity;

import io.aims.system.CharacteristicValue;

/**
 * What the organisation does with this system: designs/builds it (producer), places it at the disposal of others as
 * product, service or platform (provider), uses it in its own processes (customer/user), integrates, supplies data for,
 * audits or evaluates it (partner). Several may hold at once.
 *
 * <p>Several may hold at once; their order says nothing about severity.
 *
 * @clause ISO/IEC 22989:2022 stakeholder roles
 * @clause ISO/IEC 42001:2023 4.1
 * @since 0.1
 */
public enum AimsRole implements CharacteristicValue {
    /** Designs, builds or trains the system. */
    AI_PRODUCER,
    /** Offers the system to others as a product, service or platform. */
    AI_PROVIDER,
    /** Uses the system in its own processes. */
    AI_CUSTOMER,
    /** Contributes to it: integrates, supplies data, audits or evaluates. */
    AI_PARTNER;

    @Override
    public String id() {
        return name();
    }
}
