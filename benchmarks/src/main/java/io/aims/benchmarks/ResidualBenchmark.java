package io.aims.benchmarks;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.system.AiSystem;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** What remains of the risks of systems that were evaluated already, one of them with nothing known, over the examples. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ResidualBenchmark {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final Aims aims = Aims.standard();
    private final List<Evaluation> evaluations = new ArrayList<>();
    private int current;

    /** Reads and evaluates the systems. */
    @Setup(Level.Trial)
    public void evaluate() {
        BenchmarkSystems.standard().examples().forEach(system -> evaluations.add(aims.evaluate(system)));
        evaluations.add(aims.evaluate(AiSystem.named("nothing-known").build()));
    }

    /** Frees the engine. */
    @TearDown(Level.Trial)
    public void close() {
        aims.close();
    }

    /** Levels of all objectives, of one system. */
    @Benchmark
    public ResidualProfile profile() {
        return next();
    }

    /** What each control takes from each risk, of one system. */
    @Benchmark
    public Object effects() {
        return next().risks().get(0).effects();
    }

    /** The gaps with what closing each of them brings, of one system. */
    @Benchmark
    public Object gaps() {
        return next().gaps();
    }

    private ResidualProfile next() {
        current = (current + 1) % evaluations.size();
        return aims.residual(evaluations.get(current), ControlStates.unknown(), DAY);
    }
}
