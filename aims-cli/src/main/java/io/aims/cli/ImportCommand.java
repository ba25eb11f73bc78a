package io.aims.cli;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Vocabularies;
import io.aims.control.Catalogue;
import io.aims.error.AimsException;
import io.aims.interchange.SystemDocument;
import io.aims.interchange.SystemFormat;
import io.aims.interchange.SystemWriter;
import io.aims.interchange.inventory.ImportSummary;
import io.aims.interchange.inventory.ImportWarning;
import io.aims.interchange.inventory.ImportedSystem;
import io.aims.interchange.inventory.InventoryImporter;
import io.aims.interchange.inventory.InventoryMapping;
import io.aims.system.Vocabulary;
import io.aims.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes systems of an inventory. */
@Command(
        name = "import",
        sortOptions = false,
        description =
                "Reads an inventory (CSV) and writes its records as systems, one a line (JSON Lines), for aims evaluate."
                        + " No record is left out; a value that the mapping does not know becomes unknown, with a warning. What was"
                        + " understood, unknown and odd is told on stderr.%n",
        footerHeading = "%nExamples%n",
        footer = {
            "  aims import --mapping federal-2024 inventory.csv > systems.jsonl",
            "  aims evaluate systems.jsonl --format jsonl > results.jsonl"
        })
final class ImportCommand implements Callable<Integer> {

    private static final String UNREADABLE = "AIMS-5015";

    private final Session session;

    @Option(
            names = {"-m", "--mapping"},
            required = true,
            paramLabel = "NAME|FILE",
            description =
                    "What the columns mean: the name of a mapping that comes with AIMS (federal-2024, federal-2025), or a"
                            + " file.")
    private String mapping = "";

    @Option(
            names = "--no-text-patterns",
            description = "Takes answers from columns alone, and infers none from words in texts.")
    private boolean noTextPatterns;

    @Option(names = "--warnings", description = "Tells each odd value with its record, not only how many there are.")
    private boolean eachWarning;

    @Parameters(paramLabel = "INVENTORY", description = "The CSV file, or - for the standard input.")
    private String inventory = "";

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        InventoryImporter importer = InventoryImporter.of(mapping(Vocabularies.standard(), Catalogues.iso42001()));
        InventoryImporter used = noTextPatterns ? importer.withoutTextPatterns() : importer;
        try (InputStream csv = open()) {
            // An inventory may turn out to be no CSV at its end: until then nothing is written.
            Path kept = Files.createTempFile("aims-import", ".jsonl");
            try {
                ImportSummary summary = convert(used, csv, kept);
                try (Reader systems = Files.newBufferedReader(kept)) {
                    char[] buffer = new char[1 << 14];
                    for (int count = systems.read(buffer); count >= 0; count = systems.read(buffer)) {
                        session.out().print(java.nio.CharBuffer.wrap(buffer, 0, count));
                    }
                }
                session.out().flush();
                session.say(summary.text().stripTrailing());
            } finally {
                Files.deleteIfExists(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitStatus.DONE;
    }

    private ImportSummary convert(InventoryImporter importer, InputStream csv, Path kept) throws IOException {
        SystemWriter lines = new SystemWriter(SystemFormat.JSON_LINES);
        try (Writer out = Files.newBufferedWriter(kept)) {
            return importer.read(inventory.equals("-") ? "stdin" : inventory, csv, system -> {
                try {
                    lines.write(new SystemDocument(system.system(), system.controls()), out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                if (eachWarning) {
                    system.warnings().forEach(warning -> warn(system, warning));
                }
            });
        }
    }

    private void warn(ImportedSystem system, ImportWarning warning) {
        session.say(Quoted.of(inventory) + ":" + system.line() + ": "
                + Quoted.of(system.system().id()) + ", column (" + Quoted.of(warning.column()) + ", "
                + Quoted.of(warning.value()) + "): " + warning.message());
    }

    private InventoryMapping mapping(Vocabulary vocabulary, Catalogue catalogue) {
        boolean isFile = !InventoryMapping.shipped().contains(mapping) && (mapping.contains(".") || exists(mapping));
        if (!isFile) {
            return InventoryMapping.named(mapping, vocabulary, catalogue);
        }
        try {
            return InventoryMapping.read(Path.of(mapping), vocabulary, catalogue);
        } catch (UncheckedIOException | InvalidPathException e) {
            throw unreadable("mapping", mapping, e.getCause() instanceof NoSuchFileException);
        }
    }

    private static boolean exists(String file) {
        try {
            return Files.exists(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private InputStream open() throws IOException {
        if (inventory.equals("-")) {
            return session.in();
        }
        try {
            return Files.newInputStream(Path.of(inventory));
        } catch (NoSuchFileException e) {
            throw unreadable("inventory", inventory, true);
        } catch (IOException | InvalidPathException e) {
            throw unreadable("inventory", inventory, false);
        }
    }

    private static AimsException unreadable(String what, String file, boolean absent) {
        return new AimsException(
                UNREADABLE,
                "The " + what + " (" + Quoted.of(file) + ") " + (absent ? "is not there." : "cannot be read."),
                absent
                        ? "Maybe the path is not right from this folder."
                        : "Maybe it is a folder, or not yours to read.");
    }
}
