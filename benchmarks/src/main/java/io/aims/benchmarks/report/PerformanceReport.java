package io.aims.benchmarks.report;

import io.aims.benchmarks.result.JmhFile;
import io.aims.benchmarks.result.ResultFile;
import io.aims.benchmarks.result.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the page about performance from the results in a folder. */
public final class PerformanceReport {

    private static final String JMH = "jmh";

    private PerformanceReport() {}

    /**
     * Writes the page and its plots.
     *
     * @param args the folder of the results, of which those of JMH begin with {@code jmh}, and the folder of the page
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String... args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("Name the folder of the results and the folder of the page");
        }
        write(PerformancePage.files(read(Path.of(args[0]))), Path.of(args[1]));
    }

    private static Results read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<Results> parts = new ArrayList<>();
        for (Path file : files) {
            boolean isJmh = file.getFileName().toString().startsWith(JMH);
            parts.add(isJmh ? JmhFile.read(file) : ResultFile.read(file));
        }
        return Results.joined(parts);
    }

    /** Plots that are no longer made are removed. */
    private static void write(Map<String, String> texts, Path folder) throws IOException {
        Path plots = Files.createDirectories(folder.resolve(PerformancePage.PLOTS));
        try (Stream<Path> entries = Files.list(plots)) {
            for (Path old :
                    entries.filter(file -> file.toString().endsWith(".svg")).toList()) {
                Files.delete(old);
            }
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(folder.resolve(text.getKey()), text.getValue());
        }
    }
}
