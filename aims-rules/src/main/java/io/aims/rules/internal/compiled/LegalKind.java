package io.aims.rules.internal.compiled;

/** What a condition of a law is. */
enum LegalKind {
    ALWAYS,
    ALL_OF,
    ANY_OF,
    NOT,
    TEST,
    HOLDS,
    DAY_REACHED,
    BEFORE
}
