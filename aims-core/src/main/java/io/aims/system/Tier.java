package io.aims.system;

/**
 * How early a characteristic is asked for.
 *
 * @since 0.1
 */
public enum Tier {
    /** Asked first; enough for screening and most decisions. */
    CORE,
    /** Refines the result. */
    EXTENDED,
    /** Asked only where the law of the European Union may apply. */
    EU_MODULE
}
