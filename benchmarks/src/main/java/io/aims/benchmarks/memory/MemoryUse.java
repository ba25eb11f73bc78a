package io.aims.benchmarks.memory;

import com.sun.management.ThreadMXBean;
import io.aims.Aims;
import io.aims.benchmarks.BenchmarkSystems;
import io.aims.benchmarks.Contender;
import io.aims.benchmarks.Result;
import io.aims.benchmarks.StandardBase;
import io.aims.benchmarks.handwritten.HandWritten;
import io.aims.benchmarks.result.Key;
import io.aims.benchmarks.result.Measurement;
import io.aims.benchmarks.result.ResultFile;
import io.aims.benchmarks.result.Results;
import io.aims.benchmarks.result.Unit;
import io.aims.benchmarks.scaling.GeneratedPacks;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.rule.RuleBase;
import io.aims.rules.PackLoader;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * What AIMS takes of the memory of its host.
 *
 * <p>What an evaluation allocates is what the JVM counts for the thread that evaluates. What an instance holds is the heap in
 * use after full collections with so many of them at once, less that without them, divided by their number: what they share
 * counts for none. Each instance has evaluated one system by then, so that its engine is there.
 */
public final class MemoryUse {

    private static final int SYSTEMS = 200;
    private static final int WARM_ROUNDS = 25;
    private static final int ROUNDS = 5;
    private static final int TENANT_RULES = 20;
    private static final int INSTANCES = 6;
    private static final int EVALUATIONS = 1_000;
    private static final int REPEATS = 3;
    private static final String HELD = "memory-held";
    private static final String ONE = "each";

    private final RuleBase base = StandardBase.create();
    private final BenchmarkSystems drawn = BenchmarkSystems.of(base);
    private final AiSystem system = drawn.systems(1, 20, BenchmarkSystems.SEED).get(0);
    private final List<Measurement> measured = new ArrayList<>();
    private int sum;

    private MemoryUse() {}

    /**
     * Measures.
     *
     * @param args the file of the results
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String... args) throws IOException {
        MemoryUse use = new MemoryUse();
        use.allocated();
        use.held();
        System.out.println("memory: " + use.sum);
        ResultFile.write(Results.of(use.measured, List.of(), Map.of()), Path.of(args[0]));
    }

    private void allocated() {
        Evaluator plain = new Evaluator(base, new PlainEngine(base));
        Contender handWritten = HandWritten.of(base);
        try (Aims aims = Aims.standard()) {
            Map<String, ToIntFunction<AiSystem>> ways = new LinkedHashMap<>();
            ways.put("engine", one -> Result.read(aims.evaluate(one)));
            ways.put("plain", one -> Result.read(plain.evaluate(one, null)));
            ways.put("hand-written", one -> handWritten.evaluate(one).read());
            for (int unknown : new int[] {0, 20, 60}) {
                List<AiSystem> systems = drawn.systems(SYSTEMS, unknown, BenchmarkSystems.SEED);
                ways.forEach((name, way) -> measured.add(new Measurement(
                        new Key("memory-allocated", name, String.valueOf(unknown)), Unit.BYTES, bytes(way, systems))));
            }
        }
    }

    private List<Double> bytes(ToIntFunction<AiSystem> way, List<AiSystem> systems) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long own = Thread.currentThread().getId();
        List<Double> values = new ArrayList<>();
        for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
            long before = threads.getThreadAllocatedBytes(own);
            for (AiSystem one : systems) {
                sum += way.applyAsInt(one);
            }
            long after = threads.getThreadAllocatedBytes(own);
            if (round >= WARM_ROUNDS) {
                values.add((after - before) / (double) systems.size());
            }
        }
        return values;
    }

    private void held() throws IOException {
        GeneratedPacks packs = GeneratedPacks.ofStandard();
        int size = base.rules().size();
        hold("standard-aims", INSTANCES, number -> used(Aims.standard()));
        hold(
                "own-pack",
                INSTANCES,
                number -> used(Aims.builder()
                        .packs(GeneratedPacks.loader().read(packs.source("own", size, number)))
                        .build()));
        hold(
                "beside-standard",
                INSTANCES,
                number -> used(Aims.builder()
                        .packs(
                                RulePacks.standard(),
                                PackLoader.standard()
                                        .beside(RulePacks.standard())
                                        .read(packs.source("tenant", TENANT_RULES, number)))
                        .build()));
        List<AiSystem> systems = drawn.systems(SYSTEMS, 20, BenchmarkSystems.SEED);
        try (Aims aims = Aims.standard()) {
            hold("evaluation", EVALUATIONS, number -> read(aims.evaluate(systems.get(number % SYSTEMS))));
            hold("evaluation-with-parts", EVALUATIONS, number -> readAll(aims.evaluate(systems.get(number % SYSTEMS))));
        }
    }

    /** The first ones load what all of them share. */
    private void hold(String what, int each, IntFunction<?> makes) {
        LiveHeap.perObject(makes, each, 1);
        measured.add(new Measurement(
                new Key(HELD, what, ONE),
                Unit.BYTES,
                LiveHeap.perObject(number -> makes.apply(number + each), each, REPEATS)));
    }

    private Aims used(Aims aims) {
        read(aims.evaluate(system));
        return aims;
    }

    private Evaluation read(Evaluation evaluation) {
        sum += Result.read(evaluation);
        return evaluation;
    }

    private Evaluation readAll(Evaluation evaluation) {
        sum += evaluation.findings().size()
                + evaluation.riskSources().size()
                + evaluation.safeguards().size()
                + evaluation.contradictions().size()
                + evaluation.openQuestions().size();
        return read(evaluation);
    }
}
