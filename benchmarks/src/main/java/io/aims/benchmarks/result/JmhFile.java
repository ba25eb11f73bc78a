package io.aims.benchmarks.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What JMH writes with {@code -rf json -prof gc}.
 *
 * <p>The series of a benchmark is the name of its class without "Benchmark", its contender the name of its method, and its
 * condition the values of its parameters, or {@code default}. Times are told per operation of all threads together: two
 * threads that each take two microseconds take one. What an operation allocates is in the series with {@value #ALLOCATED}
 * behind its name.
 */
public final class JmhFile {

    /** What stands behind the name of a series whose values are bytes. */
    public static final String ALLOCATED = ".allocated";

    private static final String BYTES_EACH = "gc.alloc.rate.norm";

    private JmhFile() {}

    /**
     * Reads a result.
     *
     * @param file the JSON file that JMH wrote
     * @return times per operation, and bytes allocated where they were counted
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if a benchmark measured neither time per operation nor operations per time
     */
    public static Results read(Path file) throws IOException {
        List<Measurement> measurements = new ArrayList<>();
        for (JsonValue benchmark : JsonValue.read(file).items()) {
            Key key = key(benchmark);
            double threads = benchmark.field("threads").number();
            JsonValue metric = benchmark.field("primaryMetric");
            String unit = metric.field("scoreUnit").text();
            measurements.add(new Measurement(
                    key,
                    Unit.MICROSECONDS,
                    raw(metric).stream()
                            .map(score -> microseconds(score, unit, threads))
                            .toList()));
            allocated(benchmark)
                    .map(bytes -> new Measurement(
                            new Key(key.series() + ALLOCATED, key.contender(), key.condition()),
                            Unit.BYTES,
                            raw(bytes)))
                    .ifPresent(measurements::add);
        }
        return Results.of(measurements, List.of(), Map.of());
    }

    private static Key key(JsonValue benchmark) {
        String[] parts = benchmark.field("benchmark").text().split("\\.");
        String condition = benchmark.has("params")
                ? benchmark.field("params").fields().values().stream()
                        .map(value -> value.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-"))
                        .collect(Collectors.joining("+"))
                : "default";
        return new Key(
                hyphenated(parts[parts.length - 2].replaceFirst("Benchmark$", "")),
                hyphenated(parts[parts.length - 1]),
                condition);
    }

    private static String hyphenated(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** One value for each iteration of each fork; "NaN" for an iteration without one. */
    private static List<Double> raw(JsonValue metric) {
        if (metric.has("rawDataHistogram")) {
            return metric.field("rawDataHistogram").items().stream()
                    .flatMap(fork -> fork.items().stream())
                    .map(JmhFile::mean)
                    .toList();
        }
        return metric.field("rawData").items().stream()
                .flatMap(fork -> fork.items().stream())
                .filter(JsonValue::isNumber)
                .map(JsonValue::number)
                .toList();
    }

    /** The mean of an iteration that was sampled: pairs of a time and how often it was met. */
    private static double mean(JsonValue iteration) {
        double sum = 0;
        double count = 0;
        for (JsonValue pair : iteration.items()) {
            double met = pair.items().get(1).number();
            sum += pair.items().get(0).number() * met;
            count += met;
        }
        return sum / count;
    }

    /** Some versions of JMH write a dot before the name. */
    private static Optional<JsonValue> allocated(JsonValue benchmark) {
        return benchmark.field("secondaryMetrics").fields().entrySet().stream()
                .filter(metric -> metric.getKey().endsWith(BYTES_EACH))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static double microseconds(double score, String unit, double threads) {
        return switch (unit) {
            case "ns/op" -> score / 1e3 / threads;
            case "us/op" -> score / threads;
            case "ms/op" -> score * 1e3 / threads;
            case "s/op" -> score * 1e6 / threads;
            case "ops/us" -> 1 / score;
            case "ops/ms" -> 1e3 / score;
            case "ops/s" -> 1e6 / score;
            default ->
                throw new IllegalArgumentException(
                        "A benchmark in (" + unit + ") is neither time per operation nor" + " operations per time");
        };
    }
}
