package io.aims.system;

import io.aims.text.CanonicalForm;
import io.aims.text.NumberText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of one characteristic of one system.
 *
 * @param characteristic the characteristic
 * @param bounds what the answer leaves possible
 * @param provenance who said so
 * @since 0.1
 */
public record Answer(Characteristic<?> characteristic, Bounds bounds, Provenance provenance) {

    /** Checks that the bounds fit the characteristic. */
    public Answer {
        if (!fits(characteristic, bounds)) {
            throw new IllegalArgumentException(
                    "The answer to " + characteristic.id() + " is outside its values: " + bounds);
        }
    }

    private static boolean fits(Characteristic<?> characteristic, Bounds bounds) {
        if (!bounds.isWithin(characteristic.unknown())) {
            return false;
        }
        if (bounds instanceof Bounds.Members members) {
            return (members.known() & ~((EnumeratedCharacteristic<?>) characteristic).fullMask()) == 0;
        }
        if (characteristic instanceof ScaleCharacteristic && bounds instanceof Bounds.Numbers numbers) {
            return isWhole(numbers.low()) && (numbers.high() == null || isWhole(numbers.high()));
        }
        return true;
    }

    private static boolean isWhole(BigDecimal stripped) {
        return stripped.scale() <= 0;
    }

    /**
     * Creates an answer without provenance.
     *
     * @param characteristic the characteristic
     * @param bounds what the answer leaves possible
     * @return the answer
     */
    public static Answer of(Characteristic<?> characteristic, Bounds bounds) {
        return new Answer(characteristic, bounds, Provenance.NONE);
    }

    /**
     * Tells whether the answer leaves nothing open.
     *
     * @return {@code true} if exactly one value is left
     */
    public boolean isExact() {
        return bounds.isExact();
    }

    /**
     * Returns the values that are certain: of an exact answer its value, of a set its known members.
     *
     * @return the ids, in the order of the vocabulary
     */
    public List<String> certainValues() {
        if (bounds instanceof Bounds.Members members) {
            return ids(members.known());
        }
        if (bounds instanceof Bounds.OneOf oneOf) {
            return oneOf.isExact() ? ids(oneOf.possible()) : List.of();
        }
        return bounds.isExact() ? List.of(lowText()) : List.of();
    }

    /**
     * Returns the answer as a person reads it.
     *
     * @return for example {@code HIGH_AUTOMATION}, {@code at least HIGH_AUTOMATION}, {@code WORKERS and maybe more} or
     *     {@code none}
     */
    public String text() {
        if (bounds instanceof Bounds.Ranks ranks) {
            int top = ((EnumeratedCharacteristic<?>) characteristic).values().size() - 1;
            return range(ranks.isExact(), ranks.low() > 0, ranks.high() < top);
        }
        if (bounds instanceof Bounds.Numbers numbers) {
            Bounds.Numbers all = (Bounds.Numbers) characteristic.unknown();
            boolean below = numbers.low().compareTo(all.low()) > 0;
            boolean above = numbers.high() != null
                    && (all.high() == null || numbers.high().compareTo(all.high()) < 0);
            return range(numbers.isExact(), below, above);
        }
        if (bounds instanceof Bounds.Days days) {
            return daysText(days, (Bounds.Days) characteristic.unknown());
        }
        if (bounds instanceof Bounds.Members members) {
            String known = String.join(", ", ids(members.known()));
            if (members.complete()) {
                return known.isEmpty() ? "none" : known;
            }
            return known.isEmpty() ? "unknown" : known + " and maybe more";
        }
        return String.join(" or ", ids(((Bounds.OneOf) bounds).possible()));
    }

    /**
     * Adds the answer, with its provenance, to a canonical form.
     *
     * @param form receives the answer
     */
    public void writeTo(CanonicalForm form) {
        writeBoundsTo(form);
        form.text(provenance.by())
                .text(provenance.on().map(LocalDate::toString))
                .text(provenance.evidence())
                .text(provenance.basis().name());
    }

    void writeBoundsTo(CanonicalForm form) {
        form.text(characteristic.id());
        if (bounds instanceof Bounds.Ranks) {
            form.text("ranks").text(lowText()).text(highText());
        } else if (bounds instanceof Bounds.Numbers) {
            form.text("numbers").text(lowText()).text(highText());
        } else if (bounds instanceof Bounds.Days) {
            form.text("days").text(lowText()).text(highText());
        } else if (bounds instanceof Bounds.Members members) {
            form.text(members.complete() ? "set" : "contains").list(sorted(members.known()), CanonicalForm::text);
        } else {
            form.text("oneOf").list(sorted(((Bounds.OneOf) bounds).possible()), CanonicalForm::text);
        }
    }

    private static String daysText(Bounds.Days days, Bounds.Days all) {
        if (days.isExact()) {
            return days.earliest().toString();
        }
        boolean begins = days.earliest().isAfter(all.earliest());
        boolean ends = days.latest().isBefore(all.latest());
        if (begins && ends) {
            return days.earliest() + " to " + days.latest();
        }
        if (begins) {
            return "on " + days.earliest() + " or later";
        }
        return ends ? "on " + days.latest() + " or earlier" : "unknown";
    }

    private String range(boolean exact, boolean hasLow, boolean hasHigh) {
        if (exact) {
            return lowText();
        }
        if (hasLow && hasHigh) {
            return lowText() + " to " + highText();
        }
        if (hasLow) {
            return "at least " + lowText();
        }
        return hasHigh ? "at most " + highText() : "unknown";
    }

    private String lowText() {
        if (bounds instanceof Bounds.Ranks ranks) {
            return value(ranks.low());
        }
        return bounds instanceof Bounds.Days days
                ? days.earliest().toString()
                : NumberText.of(((Bounds.Numbers) bounds).low());
    }

    private String highText() {
        if (bounds instanceof Bounds.Ranks ranks) {
            return value(ranks.high());
        }
        if (bounds instanceof Bounds.Days days) {
            return days.latest().toString();
        }
        BigDecimal high = ((Bounds.Numbers) bounds).high();
        return high == null ? "" : NumberText.of(high);
    }

    private String value(int position) {
        return ((EnumeratedCharacteristic<?>) characteristic)
                .values()
                .get(position)
                .id();
    }

    private List<String> ids(long mask) {
        List<String> ids = new ArrayList<>();
        for (int position = 0; position < Long.SIZE; position++) {
            if ((mask >>> position & 1) != 0) {
                ids.add(value(position));
            }
        }
        return ids;
    }

    private List<String> sorted(long mask) {
        return ids(mask).stream().sorted().toList();
    }
}
