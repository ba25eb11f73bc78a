package io.aims.control;

import io.aims.system.Bounds;
import java.util.Set;

/**
 * What an organisation is to an AI system. The same words as the values of {@code aimsRoles}.
 *
 * @clause ISO/IEC 22989:2022, stakeholder roles
 * @since 0.1
 */
public enum AiRole {
    /** Designs or builds it. */
    AI_PRODUCER,
    /** Places it at the disposal of others. */
    AI_PROVIDER,
    /** Uses it in its own processes. */
    AI_CUSTOMER,
    /** Contributes a part of it, data for it, or an audit of it. */
    AI_PARTNER;

    private static final AiRole[] ALL = values();

    /** Tells whether these are all roles there are. */
    static boolean areAll(Set<AiRole> roles) {
        return roles.size() == ALL.length;
    }

    static long mask(Set<AiRole> roles) {
        long mask = 0;
        for (AiRole role : ALL) {
            mask |= roles.contains(role) ? 1L << role.ordinal() : 0;
        }
        return mask;
    }

    static boolean mayHold(Bounds.Members held, long roles) {
        return (held.known() & roles) != 0 || !held.complete() && roles != 0;
    }
}
