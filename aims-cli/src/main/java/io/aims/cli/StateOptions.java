package io.aims.cli;

import io.aims.Aims;
import io.aims.catalog.CrosswalkFiles;
import io.aims.crosswalk.Crosswalks;
import io.aims.error.AimsException;
import io.aims.interchange.OrganisationControlsReader;
import io.aims.interchange.OrganisationDocument;
import io.aims.interchange.SystemDocument;
import io.aims.text.Quoted;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.reuse.Elsewhere;
import io.aims.treatment.reuse.EvidenceReuse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
            description =
                    "What the organisation says of its controls, and of other frameworks, for all of its systems.")
    private @Nullable Path organisation;

    @Option(
            names = "--crosswalk",
            paramLabel = "FILE",
            description =
                    "Adds a crosswalk of your own, YAML or CSV, to those that come with AIMS. Repeat it for more.")
    private List<Path> own = new ArrayList<>();

    @Mixin
    private DayOption day = new DayOption();

    private @Nullable Crosswalks crosswalks;
    private @Nullable OrganisationDocument said;

    /** Evaluates a system and tells what remains of its risks. */
    ResidualProfile residual(Aims aims, SystemDocument document) {
        return residual(aims, organisation(aims).controls(), document);
    }

    /** Evaluates a system and tells what remains of its risks, when what the organisation says is read already. */
    ResidualProfile residual(Aims aims, ControlStates ofOrganisation, SystemDocument document) {
        return aims.residual(
                day.evaluate(aims, document.system()), ofOrganisation.forSystem(document.controls(), aims.catalogue()));
    }

    /** Reads what the organisation says: nothing if no file is named. Refuses dates without a day, once for all systems. */
    OrganisationDocument organisation(Aims aims) {
        OrganisationDocument read = said;
        if (read == null) {
            read = read(aims);
            said = read;
        }
        return read;
    }

    private OrganisationDocument read(Aims aims) {
        Path file = organisation;
        if (file == null) {
            return new OrganisationDocument(ControlStates.unknown(), Elsewhere.nothing());
        }
        OrganisationDocument stated = new OrganisationControlsReader(aims.catalogue(), crosswalks()).read(file);
        boolean hasDates = stated.elsewhere().hasDates()
                || stated.controls().states().values().stream()
                        .anyMatch(state -> state.since() != null || state.until() != null);
        if (day.day().isEmpty() && hasDates) {
            throw new AimsException(
                    NO_DAY,
                    "The statements of the organisation (" + Quoted.of(file.toString())
                            + ") have dates, and no day is given.",
                    "Give --as-of DATE: the clock is not read.");
        }
        return stated;
    }

    /** Finds what of other frameworks may be reused, by what the organisation says and by the crosswalks known. */
    EvidenceReuse reuse(Aims aims) {
        return EvidenceReuse.of(
                crosswalks(), organisation(aims).elsewhere(), day.day().orElse(null));
    }

    private Crosswalks crosswalks() {
        Crosswalks known = crosswalks;
        if (known == null) {
            known = CrosswalkFiles.standard();
            for (Path file : own) {
                known = known.with(CrosswalkFiles.read(file, known));
            }
            crosswalks = known;
        }
        return known;
    }

    /** Returns the day for which systems are looked at, or empty if none is named. */
    Optional<LocalDate> day() {
        return day.day();
    }
}
