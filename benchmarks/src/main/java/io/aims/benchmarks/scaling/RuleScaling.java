package io.aims.benchmarks.scaling;

import io.aims.Aims;
import io.aims.benchmarks.BenchmarkSystems;
import io.aims.benchmarks.Contender;
import io.aims.benchmarks.Result;
import io.aims.benchmarks.handwritten.HandWritten;
import io.aims.benchmarks.result.Key;
import io.aims.benchmarks.result.Measurement;
import io.aims.benchmarks.result.ResultFile;
import io.aims.benchmarks.result.Results;
import io.aims.benchmarks.result.Unit;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.system.AiSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What an evaluation costs with so many rules: the engine, the plain evaluator and hand-written Java in turn. */
public final class RuleScaling {

    private static final int SYSTEMS = 100;
    private static final int UNKNOWN_PERCENT = 20;

    private RuleScaling() {}

    /**
     * Measures one size in a process of its own.
     *
     * @param args the file of the results, the number of rules, and in milliseconds how long each way warms up and how long a turn
     *     takes, and the number of turns
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String... args) throws IOException {
        int size = Integer.parseInt(args[1]);
        Turns turns = new Turns(Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
        RulePack pack = GeneratedPacks.loader()
                .read(GeneratedPacks.ofStandard().source("generated", size, BenchmarkSystems.SEED));
        RuleBase base = GeneratedPacks.loader().join(pack);
        List<AiSystem> systems = BenchmarkSystems.of(base).systems(SYSTEMS, UNKNOWN_PERCENT, BenchmarkSystems.SEED);
        try (Aims aims = Aims.builder().packs(pack).build()) {
            ResultFile.write(Results.of(measured(base, aims, systems, turns), List.of(), Map.of()), Path.of(args[0]));
        }
    }

    private static List<Measurement> measured(RuleBase base, Aims aims, List<AiSystem> systems, Turns turns) {
        Evaluator plain = new Evaluator(base, new PlainEngine(base));
        Contender handWritten = HandWritten.of(base);
        double facts = 0;
        for (AiSystem system : systems) {
            Evaluation evaluation = aims.evaluate(system);
            facts += evaluation.findings().size();
            Result result = Result.of(base, evaluation);
            checkEqual(
                    system,
                    result.difference(base, Result.of(base, plain.evaluate(system, null)))
                            .orElse(""));
            checkEqual(
                    system,
                    result.difference(base, handWritten.evaluate(system)).orElse(""));
        }
        double each = facts / systems.size();
        Map<String, ToIntFunction<AiSystem>> ways = new LinkedHashMap<>();
        ways.put("engine", system -> Result.read(aims.evaluate(system)));
        ways.put("plain", system -> Result.read(plain.evaluate(system, null)));
        ways.put("hand-written", system -> handWritten.evaluate(system).read());
        String size = String.valueOf(base.rules().size());
        List<Measurement> measured = new ArrayList<>();
        turns.microseconds(ways, systems).forEach((way, values) -> {
            measured.add(new Measurement(new Key("rules", way, size), Unit.MICROSECONDS, values));
            measured.add(new Measurement(
                    new Key("rules-per-fact", way, size),
                    Unit.NANOSECONDS,
                    values.stream().map(value -> value * 1e3 / each).toList()));
        });
        measured.add(Measurement.of(new Key("rules-facts", "all", size), Unit.COUNT, each));
        return measured;
    }

    /** A time of something else would say nothing. */
    private static void checkEqual(AiSystem system, String difference) {
        if (!difference.isEmpty()) {
            throw new IllegalStateException("The results for " + system.id() + " differ: " + difference);
        }
    }
}
