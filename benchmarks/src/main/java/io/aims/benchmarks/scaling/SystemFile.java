package io.aims.benchmarks.scaling;

import io.aims.benchmarks.BenchmarkSystems;
import io.aims.benchmarks.StandardBase;
import io.aims.interchange.SystemDocument;
import io.aims.interchange.SystemFormat;
import io.aims.interchange.SystemWriter;
import io.aims.treatment.ControlStates;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Files of any number of systems as JSON Lines. After so many different ones they come again, with ids of their own. */
final class SystemFile {

    private static final int DIFFERENT = 10_000;
    private static final int UNKNOWN_PERCENT = 20;
    private static final Pattern ID = Pattern.compile("system-[0-9]+");

    private SystemFile() {}

    /** Replaces a file by one with so many systems. */
    static void write(int count, Path file) throws IOException {
        SystemWriter writer = new SystemWriter(SystemFormat.JSON_LINES);
        List<String> lines = BenchmarkSystems.of(StandardBase.create()).stream(
                        Math.min(count, DIFFERENT), UNKNOWN_PERCENT, BenchmarkSystems.SEED)
                .map(system -> writer.text(new SystemDocument(system, ControlStates.unknown()))
                        .strip())
                .toList();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                String line = lines.get(i % lines.size());
                out.write(i < lines.size() ? line : ID.matcher(line).replaceFirst("system-" + i));
                out.write('\n');
            }
        }
    }
}
