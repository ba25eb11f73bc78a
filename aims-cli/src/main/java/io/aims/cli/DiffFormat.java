package io.aims.cli;

import java.util.Locale;

/** How a difference is written. */
enum DiffFormat {
    TEXT,
    MD,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
