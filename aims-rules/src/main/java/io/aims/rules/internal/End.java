package io.aims.rules.internal;

/** An end of what is possible. */
enum End {
    /** Everything unknown is as harmless as it can be. */
    LOW,
    /** Everything unknown is as hazardous as it can be. */
    HIGH
}
