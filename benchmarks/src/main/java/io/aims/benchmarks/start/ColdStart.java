package io.aims.benchmarks.start;

import io.aims.Aims;
import io.aims.benchmarks.Result;
import io.aims.benchmarks.handwritten.HandWrittenFiles;
import io.aims.benchmarks.result.Key;
import io.aims.benchmarks.result.Measurement;
import io.aims.benchmarks.result.NotMeasured;
import io.aims.benchmarks.result.ResultFile;
import io.aims.benchmarks.result.Results;
import io.aims.benchmarks.result.Unit;
import io.aims.evaluation.Evaluation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts processes that evaluate one system, one way after the other in each round, so that what disturbs the machine
 * disturbs all of them.
 *
 * <p>Before anything is timed, each way runs once: it must print what AIMS finds in this process. That run also makes the
 * archives of classes, and fills the caches of the operating system.
 */
public final class ColdStart {

    private static final String SERIES = "cold-start";
    private static final String DEFAULT = "default";
    private static final List<String> QUICK_JVM = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final List<String> ARCHIVED = List.of("bare", "hand-written", "aims");
    private static final int SLOW_ROUNDS = 5;

    private final Path classPaths;
    private final Path drl;
    private final Path archives;
    private final List<Way> ways = new ArrayList<>();
    private final Map<Key, List<Double>> times = new LinkedHashMap<>();
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<NotMeasured> missing = new ArrayList<>();

    private ColdStart(Path classPaths, Path drl, Path archives) {
        this.classPaths = classPaths;
        this.drl = drl;
        this.archives = archives;
    }

    /**
     * Measures.
     *
     * @param args the file of the results, a folder with a folder of jars for each contender, the folder of the exported DRL,
     *     and the number of rounds
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String... args) throws IOException, InterruptedException {
        Path archives = Files.createTempDirectory("archives");
        ColdStart start = new ColdStart(Path.of(args[1]), Path.of(args[2]), archives);
        start.measure(Integer.parseInt(args[3]));
        ResultFile.write(Results.of(start.measurements, start.missing, Map.of()), Path.of(args[0]));
        try (Stream<Path> files = Files.list(archives)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(archives);
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        findWays(rounds);
        ways.removeIf(way -> !works(way));
        for (int round = 0; round < rounds; round++) {
            for (Way way : ways) {
                if (round < way.rounds()) {
                    Run run = checked(way, archive(way));
                    times.computeIfAbsent(key(way), key -> new ArrayList<>()).add(run.milliseconds());
                }
            }
        }
        times.forEach((key, values) -> measurements.add(new Measurement(key, Unit.MILLISECONDS, values)));
    }

    private void findWays(int rounds) {
        String result;
        String findings;
        try (Aims aims = Aims.standard()) {
            Evaluation evaluation = aims.evaluate(LoanScoring.system());
            result = String.valueOf(Result.read(evaluation));
            findings = String.valueOf(evaluation.findings().size());
        }
        int few = Math.min(rounds, SLOW_ROUNDS);
        add("bare", rounds, "started", Bare.class.getName());
        add("hand-written", rounds, result, HandWrittenFiles.START);
        add("aims", rounds, result, AimsStart.class.getName());
        add("evrete", few, result, PeerStart.class.getName(), "evrete");
        add("dmn", few, result, PeerStart.class.getName(), "dmn");
        add(
                "drl-classic",
                few,
                findings,
                DrlStart.class.getName(),
                "org.drools.compiler.kie.builder.impl.DrlProject",
                drl.toString(),
                drl.resolve("example/loan-scoring.drl").toString());
        add(
                "drl-executable",
                few,
                findings,
                DrlStart.class.getName(),
                "org.drools.model.codegen.ExecutableModelProject",
                drl.toString(),
                drl.resolve("example/loan-scoring.drl").toString());
    }

    /** Some are also started on an archive of their classes, and with the settings that start fastest. */
    private void add(String contender, int rounds, String expected, String... program) {
        Way way = new Way(contender, DEFAULT, List.of(), jars(contender), List.of(program), false, rounds, expected);
        ways.add(way);
        if (ARCHIVED.contains(contender)) {
            ways.add(way.with("app-cds", true));
            ways.add(way.with("app-cds+c1+serial", true, QUICK_JVM.toArray(String[]::new)));
        }
    }

    private List<Path> jars(String contender) {
        Path folder = classPaths.resolve(contender);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a way once, untimed. What does not work is told, and not measured. */
    private boolean works(Way way) {
        if (way.classPath().isEmpty()) {
            missing.add(new NotMeasured(key(way), "its jars could not be resolved"));
            return false;
        }
        try {
            if (way.archived()) {
                checked(way, List.of("-XX:ArchiveClassesAtExit=" + archiveFile(way), "-Xlog:disable"));
            }
            List<String> options = new ArrayList<>(archive(way));
            options.add("-Xlog:class+load:file=" + archives.resolve("classes.txt"));
            checked(way, options);
            count(way);
            return true;
        } catch (IOException | IllegalStateException e) {
            missing.add(new NotMeasured(
                    key(way), "it failed: " + e.getMessage().lines().findFirst().orElse("")));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Counts the classes that a run has loaded; an archive that is not used would be no archive. */
    private void count(Way way) throws IOException {
        List<String> lines = Files.readAllLines(archives.resolve("classes.txt"));
        long loaded = lines.stream().filter(line -> line.contains(" source: ")).count();
        long archived = lines.stream()
                .filter(line -> line.contains("shared objects file (top)"))
                .count();
        if (way.archived() && archived == 0) {
            throw new IllegalStateException("the JVM has not used the archive");
        }
        measurements.add(Measurement.of(
                new Key("loaded-classes", way.contender(), way.condition()), Unit.COUNT, (double) loaded));
    }

    private static Run checked(Way way, List<String> options) throws IOException, InterruptedException {
        Run run = Run.of(way, options);
        if (run.status() != 0) {
            throw new IllegalStateException("it ended with status " + run.status() + ": " + run.errors());
        }
        if (!run.output().equals(way.expected())) {
            throw new IllegalStateException("it found " + run.output() + ", not " + way.expected());
        }
        return run;
    }

    private List<String> archive(Way way) {
        return way.archived() ? List.of("-XX:SharedArchiveFile=" + archiveFile(way)) : List.of();
    }

    private Path archiveFile(Way way) {
        return archives.resolve(way.contender() + "-" + way.condition() + ".jsa");
    }

    private static Key key(Way way) {
        return new Key(SERIES, way.contender(), way.condition());
    }
}
