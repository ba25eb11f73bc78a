package io.aims.benchmarks.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A resource of this package whose lines are cells between tabs; what begins with # is a comment. */
final class TabFile {

    private TabFile() {}

    /** Every line must have the same number of cells. */
    static List<List<String>> read(String name, int cells) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
            List<List<String>> rows = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
            rows.stream().filter(row -> row.size() != cells).findFirst().ifPresent(row -> {
                throw new IllegalStateException("A line of " + name + " must have " + cells + " cells: " + row);
            });
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a whole resource. */
    static String text(String name) {
        try (InputStream bytes = open(name)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream bytes = TabFile.class.getResourceAsStream(name);
        if (bytes == null) {
            throw new IllegalStateException("The resource " + name + " is missing");
        }
        return bytes;
    }
}
