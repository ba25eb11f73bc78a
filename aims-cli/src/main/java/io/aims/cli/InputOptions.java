package io.aims.cli;

import io.aims.error.Fault;
import io.aims.error.Place;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemFormat;
import io.aims.interchange.SystemReader;
import io.aims.text.Quoted;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which systems to read. */
final class InputOptions {

    private static final String STDIN = "-";

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = {
                "Descriptions of systems: YAML, JSON, JSON Lines (one system a line), a folder of them, or - for the"
                        + " standard input."
            })
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--input",
            paramLabel = "FORMAT",
            description = "How the standard input is written: yaml, json or jsonl. If absent, its first line tells.")
    private @Nullable InputFormat input;

    /** The formats as the command line names them. */
    enum InputFormat {
        YAML(SystemFormat.YAML),
        JSON(SystemFormat.JSON),
        JSONL(SystemFormat.JSON_LINES);

        private final SystemFormat format;

        InputFormat(SystemFormat format) {
            this.format = format;
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Opens what was named, one after the other. */
    Stream<SystemEntry> entries(SystemReader reader, Session session, String file) {
        if (file.equals(STDIN)) {
            InputFormat known = input;
            return reader.stream("stdin", session.in(), known == null ? Optional.empty() : Optional.of(known.format));
        }
        try {
            return reader.stream(Path.of(file));
        } catch (InvalidPathException e) {
            Fault fault = Fault.of(
                    "AIMS-1025",
                    "The file (" + Quoted.of(file) + ") cannot be read.",
                    "Maybe its name holds a character that no file name can have.");
            return Stream.of(new SystemEntry.Refused(List.of(fault), new Place(file, 1, 1)));
        }
    }

    /** Returns where an entry stands, or {@code null} if only one system was named and nobody could doubt it. */
    @Nullable
    Place place(SystemEntry entry) {
        Place place = entry.place();
        boolean several = files.size() > 1
                || !files.get(0).equals(place.document())
                || place.column() > 1
                || SystemFormat.ofFileName(place.document()).orElse(SystemFormat.YAML) == SystemFormat.JSON_LINES;
        return several ? place : null;
    }

    List<String> files() {
        return files;
    }
}
