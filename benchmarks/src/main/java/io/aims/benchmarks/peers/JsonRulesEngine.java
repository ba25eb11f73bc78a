package io.aims.benchmarks.peers;

import io.aims.benchmarks.BenchmarkSystems;
import io.aims.benchmarks.Contender;
import io.aims.benchmarks.StandardBase;
import io.aims.benchmarks.handwritten.HandWritten;
import io.aims.benchmarks.result.Key;
import io.aims.benchmarks.result.Measurement;
import io.aims.benchmarks.result.NotMeasured;
import io.aims.benchmarks.result.ResultFile;
import io.aims.benchmarks.result.Results;
import io.aims.benchmarks.result.Unit;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules in json-rules-engine, where Node and the package are installed. It runs in a process of its own, is spared the
 * risk method, and stops the run if it finds anything else than hand-written Java does.
 */
public final class JsonRulesEngine {

    private static final Path FOLDER = Path.of("benchmarks", "json-rules-engine");
    private static final int SYSTEMS = 128;
    private static final int[] UNKNOWN = {0, 20, 60};

    private final RuleBase base;
    private final Contender reference;

    /**
     * Prepares runs.
     *
     * @param base rules that read characteristics only
     * @param reference the contender that knows what is expected
     */
    public JsonRulesEngine(RuleBase base, Contender reference) {
        this.base = base;
        this.reference = reference;
    }

    /**
     * Measures, or tells why nothing was measured.
     *
     * @param args the file of the results, the number of rounds and the milliseconds of each; the first round is not counted
     * @throws IOException if files cannot be written or Node fails
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String... args) throws IOException, InterruptedException {
        RuleBase base = StandardBase.create();
        Map<String, List<AiSystem>> sets = new LinkedHashMap<>();
        for (int unknown : UNKNOWN) {
            sets.put(
                    Integer.toString(unknown),
                    BenchmarkSystems.of(base).systems(SYSTEMS, unknown, BenchmarkSystems.SEED));
        }
        List<Measurement> measured = new ArrayList<>();
        List<NotMeasured> missing = new ArrayList<>();
        if (isInstalled()) {
            new JsonRulesEngine(base, HandWritten.of(base))
                    .run(sets, "time", args[1], args[2])
                    .forEach((set, values) -> measured.add(new Measurement(key(set), Unit.MICROSECONDS, values)));
        } else {
            System.err.println("json-rules-engine is left out: Node or its package is not installed");
            sets.keySet()
                    .forEach(set -> missing.add(new NotMeasured(key(set), "Node or its package is not installed")));
        }
        ResultFile.write(Results.of(measured, missing, Map.of()), Path.of(args[0]));
    }

    private static Key key(String unknown) {
        return new Key("throughput", "json-rules-engine", unknown);
    }

    /**
     * Tells whether Node and the package are there.
     *
     * @return {@code true} if the engine can run
     */
    public static boolean isInstalled() {
        boolean node = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
        return node && Files.isDirectory(FOLDER.resolve("node_modules").resolve("json-rules-engine"));
    }

    /**
     * Compares what the engine finds with what is expected, without timing.
     *
     * @param systems the systems
     * @throws IOException if they differ, files cannot be written or Node fails
     * @throws InterruptedException if the thread is interrupted
     */
    public void check(List<AiSystem> systems) throws IOException, InterruptedException {
        run(Map.of("checked", systems), "check");
    }

    private Map<String, List<Double>> run(Map<String, List<AiSystem>> sets, String... task)
            throws IOException, InterruptedException {
        Path input = Files.createTempFile("json-rules-engine", ".json");
        try {
            new JsonRules(base, reference).write(input, sets);
            List<String> command = new ArrayList<>(
                    List.of("node", FOLDER.resolve("measure.mjs").toString(), input.toString()));
            command.addAll(Arrays.asList(task));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("json-rules-engine ended with " + process.exitValue() + ":\n" + output);
            }
            return values(output);
        } finally {
            Files.delete(input);
        }
    }

    private static Map<String, List<Double>> values(String output) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        output.lines().forEach(line -> {
            String[] words = line.split(" ");
            values.put(
                    words[0],
                    Arrays.stream(words).skip(1).map(Double::parseDouble).toList());
        });
        return values;
    }
}
