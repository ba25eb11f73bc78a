package io.aims.benchmarks.start;

import io.aims.benchmarks.result.Key;
import io.aims.benchmarks.result.Measurement;
import io.aims.benchmarks.result.ResultFile;
import io.aims.benchmarks.result.Results;
import io.aims.benchmarks.result.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What AIMS brings along at run time: the jars of others, without the logger that the host chooses. */
public final class RunTimeJars {

    private RunTimeJars() {}

    /**
     * Counts.
     *
     * @param args the file of the results, and the folder with the jars on the class path of AIMS
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String... args) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(Path.of(args[1]))) {
            jars = files.filter(RunTimeJars::isOfOthers).toList();
        }
        double bytes = 0;
        for (Path jar : jars) {
            bytes += Files.size(jar);
        }
        ResultFile.write(
                Results.of(
                        List.of(
                                Measurement.of(new Key("jars", "aims", "count"), Unit.COUNT, jars.size()),
                                Measurement.of(new Key("jars", "aims", "size"), Unit.BYTES, bytes)),
                        List.of(),
                        Map.of()),
                Path.of(args[0]));
    }

    private static boolean isOfOthers(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jar") && !name.startsWith("aims-") && !name.startsWith("slf4j-nop-");
    }
}
