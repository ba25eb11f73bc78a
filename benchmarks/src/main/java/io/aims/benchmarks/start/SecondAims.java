package io.aims.benchmarks.start;

import io.aims.Aims;
import io.aims.benchmarks.BenchmarkSystems;
import io.aims.benchmarks.Result;
import io.aims.benchmarks.result.Key;
import io.aims.benchmarks.result.Measurement;
import io.aims.benchmarks.result.ResultFile;
import io.aims.benchmarks.result.Results;
import io.aims.benchmarks.result.Unit;
import io.aims.benchmarks.scaling.GeneratedPacks;
import io.aims.rule.RulePack;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Builds further instances in a JVM that is warm: from the YAML texts of a pack that nobody has seen before to the result
 * of the first evaluation, verification of the pack and its examples included.
 */
public final class SecondAims {

    private static final int TENANT_RULES = 20;

    private final GeneratedPacks packs;
    private final AiSystem system;
    private int seed;
    private int sum;

    private SecondAims(GeneratedPacks packs, AiSystem system) {
        this.packs = packs;
        this.system = system;
    }

    /**
     * Measures.
     *
     * @param args the file of the results, how many packs are built to warm up, and how many are measured
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String... args) throws IOException {
        SecondAims second = new SecondAims(
                GeneratedPacks.ofStandard(),
                BenchmarkSystems.standard()
                        .systems(1, 20, BenchmarkSystems.SEED)
                        .get(0));
        int standardSize = RulePacks.standard().rules().size();
        int warm = Integer.parseInt(args[1]);
        int count = Integer.parseInt(args[2]);
        second.alone(standardSize, warm);
        second.besideStandard(warm);
        List<Measurement> measured = List.of(
                new Measurement(
                        new Key("second-aims", "own-pack", String.valueOf(standardSize)),
                        Unit.MILLISECONDS,
                        second.alone(standardSize, count)),
                new Measurement(
                        new Key("second-aims", "beside-standard", String.valueOf(TENANT_RULES)),
                        Unit.MILLISECONDS,
                        second.besideStandard(count)));
        System.out.println("second instances: " + second.sum);
        ResultFile.write(Results.of(measured, List.of(), Map.of()), Path.of(args[0]));
    }

    private List<Double> alone(int size, int count) {
        List<Double> milliseconds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PackSource fresh = packs.source("fresh", size, ++seed);
            long begin = System.nanoTime();
            use(Aims.builder().packs(GeneratedPacks.loader().read(fresh)).build());
            milliseconds.add((System.nanoTime() - begin) / 1e6);
        }
        return milliseconds;
    }

    private List<Double> besideStandard(int count) {
        List<Double> milliseconds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PackSource fresh = packs.source("tenant", TENANT_RULES, ++seed);
            long begin = System.nanoTime();
            RulePack pack = PackLoader.standard().beside(RulePacks.standard()).read(fresh);
            use(Aims.builder().packs(RulePacks.standard(), pack).build());
            milliseconds.add((System.nanoTime() - begin) / 1e6);
        }
        return milliseconds;
    }

    private void use(Aims aims) {
        try (aims) {
            sum += Result.read(aims.evaluate(system));
        }
    }
}
