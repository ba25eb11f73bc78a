package io.aims.system.supply;

import io.aims.system.CharacteristicValue;

/**
 * Clarity of who answers for the system across organisations and inside.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 42001:2023 A.3.2, A.10.2
 * @clause ISO/IEC 38507:2022
 * @since 0.1
 */
public enum ResponsibilityAllocation implements CharacteristicValue {
    /** One named owner answers for it. */
    SINGLE_ACCOUNTABLE_OWNER,
    /** Several answer for it, the split is written down. */
    SHARED_AND_DOCUMENTED,
    /** Several answer for it, nothing is written down. */
    SHARED_UNDOCUMENTED,
    /** It is known that nobody was named. */
    UNDEFINED;

    @Override
    public String id() {
        return name();
    }
}
