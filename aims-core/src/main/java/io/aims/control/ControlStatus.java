package io.aims.control;

/**
 * What a control is to one system.
 *
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public enum ControlStatus {
    /** A rule calls for it, and the organisation holds a role to which it applies. */
    REQUIRED,
    /** A rule calls for it, but only a developing party can perform it: obtain assurance from the supplier. */
    VIA_SUPPLIER,
    /** A rule calls for it, but it belongs to a role that the organisation does not hold. */
    ROLE_EXCLUDED,
    /** The facts known do not settle what it is. It may not be excluded. */
    UNDETERMINED,
    /** Every rule that could call for it is false: the justification of an exclusion. */
    NOT_REQUIRED;

    /**
     * Tells whether the organisation has to see to the control.
     *
     * @return {@code true} for {@link #REQUIRED} and {@link #VIA_SUPPLIER}
     */
    public boolean isSafeguard() {
        return this == REQUIRED || this == VIA_SUPPLIER;
    }
}
