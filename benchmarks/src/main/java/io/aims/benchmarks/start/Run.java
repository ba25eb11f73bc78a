package io.aims.benchmarks.start;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One process, from its start to its end.
 *
 * @param milliseconds how long it took
 * @param output what it printed, without its last line break
 * @param errors the end of what it printed as errors
 * @param status how it ended
 */
record Run(double milliseconds, String output, String errors, int status) {

    private static final int MOST_SECONDS = 120;
    private static final int LONGEST_ERROR = 300;

    /** Starts a JVM and waits for its end. */
    static Run of(Way way, List<String> moreOptions) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(way.options());
        command.addAll(moreOptions);
        command.add("-cp");
        command.add(way.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.addAll(way.program());
        File errors = File.createTempFile("start", ".txt");
        try {
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(command).redirectError(errors).start();
            byte[] output = process.getInputStream().readAllBytes();
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(way.contender() + " has not ended after " + MOST_SECONDS + " seconds");
            }
            double milliseconds = (System.nanoTime() - begin) / 1e6;
            return new Run(
                    milliseconds,
                    new String(output, StandardCharsets.UTF_8).stripTrailing(),
                    end(errors.toPath()),
                    process.exitValue());
        } finally {
            errors.delete();
        }
    }

    private static String end(Path file) throws IOException {
        String text = Files.readString(file).strip();
        return text.substring(Math.max(0, text.length() - LONGEST_ERROR));
    }
}
