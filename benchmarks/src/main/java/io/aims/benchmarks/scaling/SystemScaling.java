package io.aims.benchmarks.scaling;

import io.aims.Aims;
import io.aims.benchmarks.result.Key;
import io.aims.benchmarks.result.Measurement;
import io.aims.benchmarks.result.NotMeasured;
import io.aims.benchmarks.result.ResultFile;
import io.aims.benchmarks.result.Results;
import io.aims.benchmarks.result.Unit;
import io.aims.bulk.Workers;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What many systems cost: read from a file of JSON Lines, evaluated by all processors, written as JSON Lines.
 *
 * <p>The results are encoded but not kept on the disc, which a million of them would fill. Start the JVM with a small heap:
 * what needs more memory for more systems then fails.
 */
public final class SystemScaling {

    private static final int WARM = 5_000;
    private static final int REPEATED_BELOW = 10_000;
    private static final int REPEATS = 11;
    private static final String COST = "systems";
    private static final String HEAP = "systems-heap";

    private final Path file;
    private final double mostSeconds;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<NotMeasured> missing = new ArrayList<>();

    private SystemScaling(Path file, double mostSeconds) {
        this.file = file;
        this.mostSeconds = mostSeconds;
    }

    /**
     * Measures.
     *
     * @param args the file of the results, the seconds that one run may take, and the numbers of systems, rising; the plain
     *     evaluator is spared the last one
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String... args) throws IOException {
        Path file = Files.createTempFile("systems", ".jsonl");
        SystemScaling scaling = new SystemScaling(file, Double.parseDouble(args[1]));
        List<Integer> counts = List.of(args).subList(2, args.length).stream()
                .map(Integer::valueOf)
                .toList();
        try (Aims aims = Aims.standard()) {
            scaling.measure("engine", aims, counts);
            scaling.measure("plain", aims.byPlainEvaluator(), counts.subList(0, counts.size() - 1));
        } finally {
            Files.delete(file);
        }
        ResultFile.write(Results.of(scaling.measurements, scaling.missing, Map.of()), Path.of(args[0]));
    }

    private void measure(String way, Aims aims, List<Integer> counts) throws IOException {
        SystemFile.write(WARM, file);
        double last = microseconds(aims, WARM, Optional.empty());
        for (int count : counts) {
            Key cost = new Key(COST, way, String.valueOf(count));
            Key heap = new Key(HEAP, way, String.valueOf(count));
            if (last * count / 1e6 > mostSeconds) {
                String reason =
                        "a run may take " + Math.round(mostSeconds) + " seconds, and this one would take longer";
                missing.add(new NotMeasured(cost, reason));
                missing.add(new NotMeasured(heap, reason));
                continue;
            }
            SystemFile.write(count, file);
            List<Double> values = new ArrayList<>();
            PeakHeap peak = new PeakHeap(count);
            if (count < REPEATED_BELOW) {
                for (int i = 0; i < REPEATS; i++) {
                    values.add(microseconds(aims, count, Optional.empty()));
                }
                microseconds(aims, count, Optional.of(peak));
            } else {
                values.add(microseconds(aims, count, Optional.of(peak)));
            }
            last = values.get(values.size() - 1);
            measurements.add(new Measurement(cost, Unit.MICROSECONDS, values));
            measurements.add(Measurement.of(heap, Unit.BYTES, (double) peak.bytes()));
        }
    }

    /** Returns what one system costs, in microseconds, without the looks at the heap. */
    private double microseconds(Aims aims, int count, Optional<PeakHeap> peak) throws IOException {
        SystemReader reader = new SystemReader(aims.vocabulary(), aims.catalogue());
        EvaluationWriter writer = new EvaluationWriter(aims.criteria().limits(), EvaluationWriter.Layout.ONE_LINE);
        long begin = System.nanoTime();
        int written = 0;
        try (Stream<Supplier<SystemEntry>> entries = reader.unparsed(file);
                Stream<String> lines = Workers.standard().inOrder(entries, entry -> line(aims, writer, entry.get()));
                Writer out = new BufferedWriter(
                        new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8))) {
            for (String line : (Iterable<String>) lines::iterator) {
                out.write(line);
                out.write('\n');
                int number = ++written;
                peak.ifPresent(heap -> heap.passed(number));
            }
        }
        if (written != count) {
            throw new IllegalStateException(written + " results for " + count + " systems");
        }
        long looking = peak.map(PeakHeap::nanoseconds).orElse(0L);
        return (System.nanoTime() - begin - looking) / 1e3 / count;
    }

    private static String line(Aims aims, EvaluationWriter writer, SystemEntry entry) {
        if (entry instanceof SystemEntry.Accepted accepted) {
            return writer.text(aims.evaluate(accepted.document().system()));
        }
        throw new IllegalStateException("A system that was written cannot be read: " + entry);
    }
}
