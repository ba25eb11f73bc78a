package io.aims.cli;

import java.util.Locale;

/** How what is done about systems is written. */
enum TreatmentFormat {
    TEXT,
    MD,
    JSON,
    JSONL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
