package io.aims.treatment.portfolio;

import io.aims.error.AimsException;
import io.aims.evaluation.Basis;
import io.aims.risk.RiskLevel;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all systems of a portfolio have in common.
 *
 * @param basis on what their evaluations rest
 * @param asOf the day for which they are looked at, or {@code null}
 * @param tolerance the level up to which the criteria tolerate a risk, or {@code null}
 */
record Ground(
        Basis basis, @Nullable LocalDate asOf, @Nullable RiskLevel tolerance) {

    private static final String OTHER_BASIS = "AIMS-3080";
    private static final String OTHER_DAY = "AIMS-3081";

    /** Refuses systems of another ground. */
    void check(Ground other) {
        if (!basis.equals(other.basis) || tolerance != other.tolerance) {
            throw new AimsException(
                    OTHER_BASIS,
                    "A portfolio cannot hold systems evaluated by different rules, vocabularies, catalogues or criteria.",
                    "Evaluate all of them by the same.");
        }
        if (!Optional.ofNullable(asOf).equals(Optional.ofNullable(other.asOf))) {
            throw new AimsException(
                    OTHER_DAY,
                    "A portfolio cannot hold systems looked at on different days (" + day() + ", " + other.day() + ").",
                    "Compute the residual risks of all of them for the same day.");
        }
    }

    private String day() {
        return asOf == null ? "no day" : asOf.toString();
    }
}
