package io.aims.treatment.statement;

import io.aims.risk.Range;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.CountedState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a control is in place over the systems that need it; over those for which it is not settled, if none
 * does; over all of which something is said, if only a decision makes it applicable. It is as far as it is where it is least
 * far.
 *
 * @param range the lowest of the stages between which it counts, or {@code null} if it applies nowhere
 * @param bySupplier for how many systems a supplier performs it
 * @param how how it is done
 * @param evidence what shows it
 * @param owners who answers for it
 * @param firstEnd the earliest day on which evidence, a statement or a decision about it ends, or {@code null}
 * @param heldBack why it counts for something else than was said, in the order of the enum
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record Implementation(
        @Nullable Range<Stage> range,
        int bySupplier,
        Said how,
        Said evidence,
        Said owners,
        @Nullable LocalDate firstEnd,
        List<HeldBack> heldBack) {

    /**
     * Why a control counts for something else than was said of it.
     *
     * @param reason the reason
     * @param systems for how many systems
     */
    public record HeldBack(CountedState.Reason reason, int systems) {}

    /** Copies the reasons. */
    public Implementation {
        heldBack = List.copyOf(heldBack);
    }

    /** A control that applies nowhere; the decision to leave it out still has an end. */
    static Implementation none(@Nullable Decision decided) {
        return new Implementation(
                null, 0, Said.NOTHING, Said.NOTHING, Said.NOTHING, decided == null ? null : decided.until(), List.of());
    }

    /**
     * Returns how far the control is in place.
     *
     * @return the stages between which it lies, empty if it applies nowhere
     */
    public Optional<Range<Stage>> stage() {
        return Optional.ofNullable(range);
    }

    /**
     * Returns the day by which the control has to be looked at again.
     *
     * @return the earliest day on which evidence, a statement or a decision about it ends; it may have passed
     */
    public Optional<LocalDate> reviewBy() {
        return Optional.ofNullable(firstEnd);
    }

    /**
     * Returns what stands in the column "implementation status" of a statement.
     *
     * @return for example {@code implemented}, {@code partial to implemented}, {@code not known}, or {@code not applicable}
     */
    public String words() {
        return StatementWords.of(range);
    }
}
