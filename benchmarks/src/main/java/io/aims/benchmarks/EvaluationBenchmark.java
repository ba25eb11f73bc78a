package io.aims.benchmarks;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One evaluation, by the engine and by the plain evaluator. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class EvaluationBenchmark {

    private List<AiSystem> systems = List.of();
    private Aims aims = Aims.standard();
    private Evaluator plain = plain(aims);
    private int next;

    private static Evaluator plain(Aims aims) {
        RuleBase base = new RuleBase(aims.vocabulary(), aims.catalogue(), aims.criteria(), aims.packs());
        return new Evaluator(base, new PlainEngine(base));
    }

    /** Reads the systems. */
    @Setup(Level.Trial)
    public void read() {
        systems = BenchmarkSystems.standard().examples();
    }

    /** Frees the engine. */
    @TearDown(Level.Trial)
    public void close() {
        aims.close();
    }

    /** Evaluates with the engine. */
    @Benchmark
    public Evaluation engine() {
        return aims.evaluate(system());
    }

    /** Evaluates with the plain evaluator. */
    @Benchmark
    public Evaluation plain() {
        return plain.evaluate(system(), null);
    }

    private AiSystem system() {
        next = (next + 1) % systems.size();
        return systems.get(next);
    }
}
