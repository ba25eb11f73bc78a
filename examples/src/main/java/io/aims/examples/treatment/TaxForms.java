package io.aims.examples.treatment;

import io.aims.Aims;
import io.aims.interchange.SystemDocument;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The system that the examples of this package speak of, as {@code examples/systems} describes it. */
final class TaxForms {

    private TaxForms() {}

    static SystemDocument described(Aims aims) {
        Path folder = Path.of("examples", "systems");
        Path file = (Files.isDirectory(folder) ? folder : Path.of("systems")).resolve("tax-form-validation.yaml");
        SystemReader reader = new SystemReader(aims.vocabulary(), aims.catalogue());
        try (Stream<SystemEntry> entries = reader.stream(file)) {
            return ((SystemEntry.Accepted) entries.findFirst().orElseThrow()).document();
        }
    }
}
