package io.aims.cli;

import java.util.Locale;

/** How an answer to a question about a system is written. */
enum ReportFormat {
    TEXT,
    MD,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
