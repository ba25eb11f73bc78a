package io.aims.cli;

import io.aims.error.Place;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemFormat;
import io.aims.interchange.SystemReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which systems to read. */
final class InputOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = {
                "Descriptions of systems: YAML, JSON, JSON Lines (one system a line), a folder of them, or - for the"
                        + " standard input."
            })
    private List<String> files = new ArrayList<>();

    @Mixin
    private SystemInput input = new SystemInput();

    /** Opens what was named, one after the other. */
    Stream<SystemEntry> entries(SystemReader reader, Session session, String file) {
        return input.entries(reader, session, file);
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
