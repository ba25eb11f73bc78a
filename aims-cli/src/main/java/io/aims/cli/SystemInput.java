package io.aims.cli;

import io.aims.error.Fault;
import io.aims.error.Place;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemFormat;
import io.aims.interchange.SystemReader;
import io.aims.text.Quoted;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How systems are read that were named: from a file, a folder or the standard input. */
final class SystemInput {

    private static final String STDIN = "-";

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
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Opens what was named; close it. */
    Stream<SystemEntry> entries(SystemReader reader, Session session, String file) {
        return unparsed(reader, session, file).map(Supplier::get);
    }

    /** Opens what was named, and leaves the parsing of lines to others; close it. */
    Stream<Supplier<SystemEntry>> unparsed(SystemReader reader, Session session, String file) {
        if (file.equals(STDIN)) {
            InputFormat known = input;
            return reader.unparsed("stdin", session.in(), known == null ? Optional.empty() : Optional.of(known.format));
        }
        try {
            return reader.unparsed(Path.of(file));
        } catch (InvalidPathException e) {
            Fault fault = Fault.of(
                    "AIMS-1025",
                    "The file (" + Quoted.of(file) + ") cannot be read.",
                    "Maybe its name holds a character that no file name can have.");
            SystemEntry refused = new SystemEntry.Refused(List.of(fault), new Place(file, 1, 1));
            return Stream.of(() -> refused);
        }
    }
}
