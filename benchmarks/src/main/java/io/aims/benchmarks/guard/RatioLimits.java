package io.aims.benchmarks.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many times as much as its unit a work may cost: {@code name = limit} in each line of a file.
 *
 * @param file the file
 */
record RatioLimits(Path file) {

    /** What a written limit is to the ratio measured: runs differ by less, and what takes twice as long is seen. */
    private static final double MARGIN = 1.5;

    /**
     * Returns the limits.
     *
     * @return by the name of the work
     */
    Map<String, Double> read() throws IOException {
        Map<String, Double> limits = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int sign = line.indexOf(" = ");
            if (sign > 0 && !line.startsWith("#")) {
                limits.put(line.substring(0, sign), Double.valueOf(line.substring(sign + 3)));
            }
        }
        return limits;
    }

    /** Writes ratios with their margin in place of the limits. The lines that are notes stay. */
    void write(Map<String, Double> ratios) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.removeIf(line -> !line.startsWith("#") && !line.isBlank());
        ratios.forEach((name, ratio) -> lines.add(String.format(Locale.ROOT, "%s = %.2f", name, ratio * MARGIN)));
        Files.write(file, lines);
    }
}
