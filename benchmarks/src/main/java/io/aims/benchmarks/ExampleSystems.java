package io.aims.benchmarks;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Vocabularies;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemReader;
import io.aims.system.AiSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The described systems of the examples, which every benchmark works on. */
final class ExampleSystems {

    private static final Path FOLDER = Path.of(System.getProperty("aims.examples", "examples/systems"));

    private ExampleSystems() {}

    static List<AiSystem> all() {
        SystemReader reader = new SystemReader(Vocabularies.standard(), Catalogues.iso42001());
        try (Stream<SystemEntry> entries = reader.stream(FOLDER)) {
            return entries.map(
                            entry -> ((SystemEntry.Accepted) entry).document().system())
                    .toList();
        }
    }
}
