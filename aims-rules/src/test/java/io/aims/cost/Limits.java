package io.aims.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What things may cost, one {@code name = limit} in a line of a file. With {@code -Daims.limits.write=true} nothing is
 * checked: what is measured is written into the file with its margin.
 */
final class Limits {

    private static final Path STANDARD = Path.of("src/test/resources/cost/limits.properties");

    private final Path file;
    private final boolean writing;

    private Limits(Path file, boolean writing) {
        this.file = file;
        this.writing = writing;
    }

    static Limits standard() {
        return new Limits(STANDARD, Boolean.getBoolean("aims.limits.write"));
    }

    static Limits of(Path file, boolean writing) {
        return new Limits(file, writing);
    }

    /** Returns limits that are checked in any case. */
    Limits withoutWriting() {
        return new Limits(file, false);
    }

    /**
     * Checks a cost against its limit.
     *
     * @param marginPercent what a written limit adds to the cost measured: as little as machines and versions of Java differ
     */
    void check(String name, long measured, int marginPercent) {
        assertThat(measured).as("measured for %s", name).isNotNegative();
        if (writing) {
            write(name, measured + measured * marginPercent / 100);
            return;
        }
        assertThat(measured)
                .as("%s of %s. If that is what it has to cost, see there how a limit is moved", name, file)
                .isLessThanOrEqualTo(limit(name));
    }

    /** Returns the words of a line. */
    List<String> words(String name) {
        return List.of(value(name).split("\\s+"));
    }

    private long limit(String name) {
        return Long.parseLong(value(name).replace("_", ""));
    }

    private String value(String name) {
        return lines().stream()
                .filter(line -> isOf(name, line))
                .map(line -> line.substring(line.indexOf('=') + 1).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No limit (" + name + ") in " + file));
    }

    private void write(String name, long limit) {
        List<String> lines = new ArrayList<>(lines());
        String line = String.format(Locale.ROOT, "%s = %,d", name, limit).replace(',', '_');
        boolean known = lines.stream().anyMatch(each -> isOf(name, each));
        lines.replaceAll(each -> isOf(name, each) ? line : each);
        if (!known) {
            lines.add(line);
        }
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOf(String name, String line) {
        return line.startsWith(name + " = ");
    }
}
