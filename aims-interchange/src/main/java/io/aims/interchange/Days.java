package io.aims.interchange;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.text.Quoted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads days of the calendar. */
final class Days {

    private Days() {}

    /** Returns the day of a field; without one, or with a fault, nothing. */
    static @Nullable LocalDate of(Fields fields, String key, String subject, String code, Faults faults) {
        Optional<String> text = fields.text(key);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text.get());
        } catch (DateTimeException e) {
            Place place = fields.node(key).map(Node::place).orElse(fields.place());
            faults.add(
                    code,
                    place,
                    "The " + key + " (" + Quoted.of(text.get()) + ") of " + subject + " (" + place
                            + ") is no day of the calendar.",
                    "Write year, month and day, for example 2026-03-01.");
            return null;
        }
    }
}
