package io.aims.system.technique;

import io.aims.system.CharacteristicValue;

/**
 * What affected persons are told: nobody is affected; told of AI use and given reasons; told only of use; not told. The
 * first of the three features that motivate the standard, automatic decisions nobody can see into, turns on it.
 *
 * <p>The values rise in severity.
 *
 * @clause BARR Advisory 2023
 * @clause ISO/IEC 12792:2025
 * @clause EU AI Act Art. 13, 26(11), 50, 86
 * @since 0.1
 */
public enum TransparencyToAffected implements CharacteristicValue {
    /** Nobody is affected. */
    NOT_APPLICABLE,
    /** People are told that AI is used, and given reasons. */
    DISCLOSED_WITH_REASONS,
    /** People are told that AI is used, no more. */
    DISCLOSED,
    /** People are not told. */
    UNDISCLOSED;

    @Override
    public String id() {
        return name();
    }
}
