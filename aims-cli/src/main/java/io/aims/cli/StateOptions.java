package io.aims.cli;

import io.aims.Aims;
import io.aims.interchange.OrganisationControlsReader;
import io.aims.interchange.SystemDocument;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what holds for all systems of an organisation, and for which day. */
final class StateOptions {

    @Option(
            names = {"--organisation", "--organization"},
            paramLabel = "FILE",
            description = "What the organisation says of its controls for all of its systems.")
    private @Nullable Path organisation;

    @Mixin
    private DayOption day = new DayOption();

    /** Evaluates a system and tells what remains of its risks. */
    ResidualProfile residual(Aims aims, SystemDocument document) {
        return aims.residual(day.evaluate(aims, document.system()), states(aims, document.controls()));
    }

    private ControlStates states(Aims aims, ControlStates own) {
        Path file = organisation;
        return file == null
                ? own
                : new OrganisationControlsReader(aims.catalogue()).read(file).forSystem(own, aims.catalogue());
    }
}
