package io.aims.rules.internal.compiled;

/** What a condition is. */
enum Kind {
    ALWAYS,
    ALL_OF,
    ANY_OF,
    TEST,
    AT_LEAST,
    REACHES_NUMBER,
    AT_MOST,
    IS_YES,
    IS_IN,
    CONTAINS,
    CONTAINS_ANY,
    NOT_EMPTY,
    HAS_RISK_SOURCE,
    LEVEL_AT_LEAST,
    IS_NEEDED
}
