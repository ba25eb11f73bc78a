package io.aims.treatment;

import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.risk.Range;
import io.aims.treatment.ControlState.Stage;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a control counts for on a day, for one system: the stage it is certain to have reached, the stage it may have
 * reached, and why that is not simply what was said.
 *
 * <p>Immutable and thread-safe.
 *
 * @param control the control
 * @param projected what the control is to the organisation whenever it is needed, by the roles that are known
 * @param said what was said of it, or {@code null} if nothing was
 * @param stage the stages between which it counts
 * @param reasons why it counts for something else than was said, in the order of the enum
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record CountedState(
        Control control,
        ControlStatus projected,
        @Nullable ControlState said,
        Range<Stage> stage,
        Set<Reason> reasons) {

    /** Why a control counts for something else than was said. */
    public enum Reason {
        /** Nothing was said: anything is possible. */
        NOTHING_SAID("nothing is known of it"),
        /** The first day has not come: it counts as planned. */
        NOT_YET("its first day has not come"),
        /** The last day of the evidence has passed: it counts as if there were none. */
        EVIDENCE_EXPIRED("its evidence has expired"),
        /** The last day of a statement without evidence has passed: nobody knows how much is left. */
        STATEMENT_EXPIRED("what was said of it has expired"),
        /** Nothing shows that it works: it counts as implemented. */
        EFFECT_NOT_SHOWN("nothing shows that it works"),
        /** A supplier performs it and nothing shows it: a promise, which counts as partial. */
        PROMISE("it is a promise of a supplier"),
        /** An organisation-wide control on which it rests is not in place, or may not be: it counts as implemented. */
        BASELINE_MISSING("an organisation-wide control on which it rests is not in place");

        private final String phrase;

        Reason(String phrase) {
            this.phrase = phrase;
        }

        /**
         * Returns the reason as a part of a sentence.
         *
         * @return for example {@code its evidence has expired}
         */
        public String phrase() {
            return phrase;
        }
    }

    /** Copies the reasons. */
    public CountedState {
        EnumSet<Reason> sorted = EnumSet.noneOf(Reason.class);
        sorted.addAll(reasons);
        reasons = Collections.unmodifiableSet(sorted);
    }

    /**
     * Returns what was said of the control.
     *
     * @return empty if nothing was
     */
    public Optional<ControlState> statement() {
        return Optional.ofNullable(said);
    }

    /**
     * Tells whether the control is certain to be there, shown to work or not.
     *
     * @return {@code true} from {@link Stage#IMPLEMENTED}
     */
    public boolean isInPlace() {
        return isInPlace(stage.low());
    }

    static boolean isInPlace(Stage stage) {
        return stage.compareTo(Stage.IMPLEMENTED) >= 0;
    }

    /** Counts what was said of one control, whatever it rests on. */
    static CountedState of(
            Control control, ControlStatus projected, @Nullable ControlState said, @Nullable LocalDate asOf) {
        if (said == null) {
            return new CountedState(
                    control,
                    projected,
                    null,
                    new Range<>(Stage.NOT_IMPLEMENTED, Stage.EFFECTIVE),
                    EnumSet.of(Reason.NOTHING_SAID));
        }
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        Stage most = said.stage();
        if (said.since() != null && asOf != null && asOf.isBefore(said.since()) && most.compareTo(Stage.PLANNED) > 0) {
            most = Stage.PLANNED;
            reasons.add(Reason.NOT_YET);
        }
        boolean expired = said.until() != null && asOf != null && asOf.isAfter(said.until());
        boolean hasEvidence = said.evidence().filter(text -> !text.isBlank()).isPresent();
        boolean isShown = hasEvidence && !expired;
        if (!isShown && most == Stage.EFFECTIVE) {
            most = Stage.IMPLEMENTED;
            reasons.add(Reason.EFFECT_NOT_SHOWN);
        }
        Stage least = most;
        if (!isShown && mayBePromise(control, projected) && most.compareTo(Stage.PARTIAL) > 0) {
            least = Stage.PARTIAL;
            most = projected == ControlStatus.VIA_SUPPLIER ? Stage.PARTIAL : most;
            reasons.add(Reason.PROMISE);
        }
        if (expired) {
            reasons.add(hasEvidence ? Reason.EVIDENCE_EXPIRED : Reason.STATEMENT_EXPIRED);
            least = hasEvidence ? least : Stage.NOT_IMPLEMENTED;
        }
        return new CountedState(control, projected, said, new Range<>(least, most), reasons);
    }

    private static boolean mayBePromise(Control control, ControlStatus projected) {
        return projected == ControlStatus.VIA_SUPPLIER
                || projected == ControlStatus.UNDETERMINED && control.withoutRole() == ControlStatus.VIA_SUPPLIER;
    }

    /** Returns the same state between other stages, with one more reason if they differ. */
    CountedState between(Stage least, Stage most) {
        Range<Stage> capped = new Range<>(least, most);
        if (capped.equals(stage)) {
            return this;
        }
        return new CountedState(control, projected, said, capped, with(reasons, Reason.BASELINE_MISSING));
    }

    private static Set<Reason> with(Collection<Reason> reasons, Reason more) {
        EnumSet<Reason> all = EnumSet.of(more);
        all.addAll(reasons);
        return all;
    }
}
