package io.aims.treatment.reuse;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a management system that is operated, certified or not.
 *
 * @param evidenceText what shows it, for example a certificate, or {@code null}
 * @param since the first day on which it holds, or {@code null}
 * @param until the last day, for example of the certificate, or {@code null}
 * @clause ISO/IEC 42001:2023 Annex D
 * @since 0.1
 */
public record OperatedSystem(
        @Nullable String evidenceText,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    /** It is operated, and nothing more is said of it. */
    public static final OperatedSystem UNDATED = new OperatedSystem(null, null, null);

    /** Checks the order of the dates. */
    public OperatedSystem {
        if (since != null && until != null && until.isBefore(since)) {
            throw new IllegalArgumentException(
                    "A management system must not end (" + until + ") before it begins: " + since);
        }
    }

    /**
     * Returns what shows it.
     *
     * @return the evidence
     */
    public Optional<String> evidence() {
        return Optional.ofNullable(evidenceText);
    }
}
