package io.aims.system;

/**
 * The kinds of characteristics.
 *
 * @since 0.1
 */
public enum CharacteristicType {
    /** Values in rising severity, compared with {@code >=}. */
    ORDINAL,
    /** Any number of values at once, compared with {@code contains}, {@code containsAny}, {@code notEmpty}. */
    SET,
    /** No or yes, compared with {@code = YES}. */
    BOOLEAN,
    /** One value of several without an order of severity, compared with {@code in}. */
    NOMINAL,
    /** A whole number of which the lower one is the more severe, compared with {@code <=}. */
    SCALE,
    /** A number of which the higher one is the more severe, compared with {@code >=}. */
    DECIMAL,
    /** A day of the calendar, which only legal packs read, with {@code before}. */
    DATE
}
