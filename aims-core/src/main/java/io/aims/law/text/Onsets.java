package io.aims.law.text;

import io.aims.law.Classification;
import io.aims.law.LegalDate;
import io.aims.law.PropositionId;
import io.aims.rule.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From which day on the classes and duties of a law apply to one system, by what is known of it.
 *
 * <p>Found by asking the law for each of its days. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Onsets {

    private final List<Classification> onDays;

    private Onsets(List<Classification> onDays) {
        this.onDays = onDays;
    }

    /**
     * Asks the law for each of its days.
     *
     * @param classification what the law says, on whatever day
     * @return the days
     */
    public static Onsets of(Classification classification) {
        List<LocalDate> days = classification.pack().dates().stream()
                .map(LegalDate::day)
                .sorted()
                .distinct()
                .toList();
        List<Classification> onDays = new ArrayList<>();
        if (!days.isEmpty()) {
            onDays.add(classification.onDay(days.get(0).minusDays(1)));
            days.forEach(day -> onDays.add(classification.onDay(day)));
        }
        return new Onsets(List.copyOf(onDays));
    }

    /**
     * Returns from which day on something applies.
     *
     * @param id the id of a class or duty
     * @return the day, if it hangs on one
     * @throws io.aims.error.AimsException AIMS-3102, if the law has no class and no duty of this id
     */
    public Onset of(PropositionId id) {
        @Nullable LocalDate earliest = null;
        for (int i = 0; i < onDays.size(); i++) {
            Classification onDay = onDays.get(i);
            Truth applies = onDay.applies(id);
            if (applies != Truth.FALSE) {
                if (i == 0 && applies == Truth.TRUE) {
                    return Onset.NONE;
                }
                earliest = earliest == null && i > 0 ? onDay.asOf().orElseThrow() : earliest;
                if (applies == Truth.TRUE) {
                    return new Onset(earliest, onDay.asOf().orElseThrow());
                }
            }
        }
        return new Onset(earliest, null);
    }
}
