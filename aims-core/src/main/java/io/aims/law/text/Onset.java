package io.aims.law.text;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From which day on something applies.
 *
 * @param earliest the first day on which it may apply, or {@code null} if it hangs on no day or never applies
 * @param certain the first day on which it applies for certain, or {@code null} if no day settles it
 * @since 0.1
 */
public record Onset(@Nullable LocalDate earliest, @Nullable LocalDate certain) {

    /** It hangs on no day, or no day is known from which it applies. */
    public static final Onset NONE = new Onset(null, null);

    /**
     * Returns the first day on which it may apply.
     *
     * @return empty if it hangs on no day or never applies
     */
    public Optional<LocalDate> mayApplyFrom() {
        return Optional.ofNullable(earliest);
    }

    /**
     * Returns the first day on which it applies for certain.
     *
     * @return empty if no day settles it by what is known
     */
    public Optional<LocalDate> appliesFrom() {
        return Optional.ofNullable(certain);
    }

    /**
     * Returns the day in words.
     *
     * @return for example {@code from 2027-12-02} or {@code from 2027-12-02 at the earliest}; empty if there is none
     */
    public String words() {
        if (certain == null) {
            return earliest == null ? "" : "from " + earliest + " at the earliest";
        }
        return certain.equals(earliest)
                ? "from " + certain
                : "from " + earliest + " at the earliest, " + certain + " at the latest";
    }
}
