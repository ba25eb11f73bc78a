package io.aims.cli;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.error.Place;
import io.aims.evaluation.Evaluation;
import io.aims.interchange.SystemEntry;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.reuse.EvidenceReuse;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/**
 * The systems of a run, each with what remains of its risks. They are read one after the other, worked on several at a time,
 * and handed on in the order in which they stand; few are held at once.
 *
 * <pre>{@code
 * Batch batch = run.each(aims, session, fail, Function.identity(), treated -> collector.add(treated.profile()));
 * print(collector.portfolio());
 * return batch.end();
 * }</pre>
 */
final class SystemRun {

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private StateOptions states = new StateOptions();

    /**
     * A system with what it needs, and with what remains of its risks.
     *
     * @param entry the system as it was read
     * @param place where it stands, or {@code null} if only one system was named and nobody could doubt it
     * @param profile what remains of its risks; it holds the evaluation
     */
    record Treated(SystemEntry.Accepted entry, @Nullable Place place, ResidualProfile profile) {

        Evaluation evaluation() {
            return profile.evaluation();
        }
    }

    /**
     * Works on every system and hands the results on in the order of the systems. What cannot be read or evaluated is told
     * as it comes, and the work goes on.
     *
     * @param aims what evaluates
     * @param session where faults and progress are told
     * @param fail what counts as beyond
     * @param work what is made of each system; called by several threads at once, so it must depend on its argument alone
     * @param consumer takes the results, one at a time
     * @return how the run went; end it when the results are written
     * @throws AimsException if the statements of the organisation cannot be read; AIMS-5043, if one of them has dates and no
     *     day is given
     */
    <T> Batch each(Aims aims, Session session, FailOptions fail, Function<Treated, T> work, Consumer<T> consumer) {
        ControlStates organisation = organisation(aims);
        return input.each(
                aims,
                session,
                accepted -> {
                    ResidualProfile profile = states.residual(aims, organisation, accepted.document());
                    return new InputOptions.Judged<>(
                            work.apply(new Treated(accepted, input.place(accepted), profile)), fail.isBeyond(profile));
                },
                judged -> consumer.accept(judged.result()),
                () -> {});
    }

    /** Returns what the organisation says of its controls for all of its systems: nothing if no file is named. */
    ControlStates organisation(Aims aims) {
        return states.organisation(aims).controls();
    }

    /** Finds what of other frameworks may be reused, by what the organisation says and the descriptions of systems name. */
    EvidenceReuse reuse(Aims aims) {
        return states.reuse(aims);
    }

    /** Returns the day for which the systems are looked at, or empty if none is named. */
    Optional<LocalDate> day() {
        return states.day();
    }
}
