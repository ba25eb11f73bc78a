package io.aims.cli;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.interchange.OrganisationControlsReader;
import io.aims.interchange.SystemDocument;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what holds for all systems of an organisation, and for which day. */
final class StateOptions {

    @Option(
            names = {"--organisation", "--organization"},
            paramLabel = "FILE",
            description = "What the organisation says of its controls for all of its systems.")
    private @Nullable Path organisation;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day for which evidence counts, for example 2026-03-01.")
    private @Nullable LocalDate asOf;

    /** Evaluates a system and tells what remains of its risks. */
    ResidualProfile residual(Aims aims, SystemDocument document) {
        LocalDate day = asOf;
        Evaluation evaluation = day == null ? aims.evaluate(document.system()) : aims.evaluate(document.system(), day);
        return aims.residual(evaluation, states(aims, document.controls()));
    }

    private ControlStates states(Aims aims, ControlStates own) {
        Path file = organisation;
        return file == null
                ? own
                : new OrganisationControlsReader(aims.catalogue()).read(file).forSystem(own, aims.catalogue());
    }
}
