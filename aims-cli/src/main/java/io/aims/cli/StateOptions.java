package io.aims.cli;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.interchange.OrganisationControlsReader;
import io.aims.interchange.SystemDocument;
import io.aims.text.Quoted;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what holds for all systems of an organisation, and for which day. */
final class StateOptions {

    private static final String NO_DAY = "AIMS-5043";

    @Option(
            names = {"--organisation", "--organization"},
            paramLabel = "FILE",
            description = "What the organisation says of its controls for all of its systems.")
    private @Nullable Path organisation;

    @Mixin
    private DayOption day = new DayOption();

    /** Evaluates a system and tells what remains of its risks. */
    ResidualProfile residual(Aims aims, SystemDocument document) {
        return residual(aims, organisation(aims), document);
    }

    /** Evaluates a system and tells what remains of its risks, when what the organisation says is read already. */
    ResidualProfile residual(Aims aims, ControlStates ofOrganisation, SystemDocument document) {
        return aims.residual(
                day.evaluate(aims, document.system()), ofOrganisation.forSystem(document.controls(), aims.catalogue()));
    }

    /** Reads what the organisation says: nothing if no file is named. Refuses dates without a day, once for all systems. */
    ControlStates organisation(Aims aims) {
        Path file = organisation;
        if (file == null) {
            return ControlStates.unknown();
        }
        ControlStates stated = new OrganisationControlsReader(aims.catalogue()).read(file);
        if (day.day().isEmpty()
                && stated.states().values().stream()
                        .anyMatch(state -> state.since() != null || state.until() != null)) {
            throw new AimsException(
                    NO_DAY,
                    "The statements of the organisation (" + Quoted.of(file.toString())
                            + ") have dates, and no day is given.",
                    "Give --as-of DATE: the clock is not read.");
        }
        return stated;
    }

    /** Returns the day for which systems are looked at, or empty if none is named. */
    Optional<LocalDate> day() {
        return day.day();
    }
}
