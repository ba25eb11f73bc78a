package io.aims.cli;

import io.aims.error.AimsException;
import io.aims.text.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where one result is written. */
final class OutFile {

    private static final String UNWRITABLE = "AIMS-5052";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Writes into a file instead of the standard output.")
    private @Nullable Path out;

    /** Returns the ending of the name of the file, in lower case; empty without one. */
    Optional<String> ending() {
        Path file = out;
        if (file == null) {
            return Optional.empty();
        }
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Optional.of(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Returns the file as messages name it; empty without one. */
    Optional<String> name() {
        return Optional.ofNullable(out).map(file -> Quoted.end(file.toString()));
    }

    /** Writes a result: whole, into the file or the standard output. */
    void write(Session session, byte[] content) {
        Path file = out;
        if (file == null) {
            session.out().write(content);
            session.out().flush();
            return;
        }
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new AimsException(
                    UNWRITABLE,
                    "The file (" + Quoted.end(file.toString()) + ") cannot be written: "
                            + e.getClass().getSimpleName() + ".",
                    "Maybe its folder is not there, or may not be written to.");
        }
    }
}
