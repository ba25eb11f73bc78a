package io.aims.examples.treatment;

import io.aims.Aims;
import io.aims.catalog.CrosswalkFiles;
import io.aims.crosswalk.Crosswalks;
import io.aims.interchange.DecisionsReader;
import io.aims.interchange.OrganisationControlsReader;
import io.aims.interchange.OrganisationDocument;
import io.aims.interchange.SystemDocument;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemReader;
import io.aims.treatment.ControlStates;
import io.aims.treatment.reuse.EvidenceReuse;
import io.aims.treatment.statement.Applicability;
import io.aims.treatment.statement.StatementCollector;
import io.aims.treatment.statement.StatementDiff;
import io.aims.treatment.statement.StatementEntry;
import io.aims.treatment.statement.StatementOfApplicability;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;

/** From a folder of descriptions to a Statement of Applicability, and what a year changes in it. */
public final class StatementExample {

    private static final int NAMED_SYSTEMS = 20;

    private StatementExample() {}

    /**
     * Derives the statement of a foundry, and again for a day on which evidence and decisions have ended.
     *
     * @param args the folder {@code organisation} of the examples, or nothing if it stands where this runs
     */
    public static void main(String[] args) {
        Path folder = Path.of(args.length == 0 ? "organisation" : args[0]);
        try (Aims aims = Aims.standard()) {
            StatementOfApplicability now = statement(aims, folder, LocalDate.of(2026, 3, 1));
            now.sentences().forEach(System.out::println);
            for (StatementEntry entry : now.entries(Applicability.NOT_APPLICABLE)) {
                System.out.println();
                System.out.println(entry.control() + " " + entry.title());
                entry.justification().sentences().forEach(sentence -> System.out.println("  " + sentence));
            }

            System.out.println();
            StatementOfApplicability nextYear = statement(aims, folder, LocalDate.of(2027, 3, 1));
            System.out.print(StatementDiff.between(now, nextYear).text());
        }
    }

    private static StatementOfApplicability statement(Aims aims, Path folder, LocalDate day) {
        Crosswalks crosswalks = CrosswalkFiles.standard();
        OrganisationDocument said =
                new OrganisationControlsReader(aims.catalogue(), crosswalks).read(folder.resolve("controls.yaml"));
        ControlStates organisation = said.controls();
        StatementCollector collector = aims.statementCollector(
                organisation,
                new DecisionsReader(aims.catalogue()).read(folder.resolve("decisions.yaml")),
                day,
                NAMED_SYSTEMS);
        SystemReader reader = new SystemReader(aims.vocabulary(), aims.catalogue());
        try (Stream<SystemEntry> entries = reader.stream(folder.resolve("systems"))) {
            entries.map(StatementExample::document)
                    .forEach(document -> collector.add(aims.residual(
                            aims.evaluate(document.system()),
                            organisation.forSystem(document.controls(), aims.catalogue()),
                            day)));
        }
        return collector.statement(EvidenceReuse.of(crosswalks, said.elsewhere(), day));
    }

    private static SystemDocument document(SystemEntry entry) {
        if (entry instanceof SystemEntry.Accepted accepted) {
            return accepted.document();
        }
        throw new IllegalArgumentException(entry.toString());
    }
}
