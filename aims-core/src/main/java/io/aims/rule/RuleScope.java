package io.aims.rule;

/**
 * What kind of reason a rule is.
 *
 * @since 0.1
 */
public enum RuleScope {
    /** Holds for every organisation that has AI systems. */
    ORG_BASELINE,
    /** Follows from the role of the organisation alone. */
    ROLE_BASELINE,
    /** Follows from what the system is. */
    SYSTEM,
    /** Says how bad the consequence can be, and requires no control. */
    IMPACT,
    /** Follows from things that are worse together. */
    INTERACTION,
    /** Follows from law. */
    REGULATORY
}
