package io.aims.benchmarks;

import io.aims.Aims;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Explanation;
import io.aims.reasoning.proof.Proof;
import io.aims.reasoning.proof.Proofs;
import io.aims.reasoning.proof.RuleProof;
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
import org.openjdk.jmh.infra.Blackhole;

/** All controls of one system explained, beside one evaluation of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ExplanationBenchmark {

    private final Aims aims = Aims.standard();
    private List<Evaluation> evaluations = List.of();
    private int next;

    /** Evaluates the systems. */
    @Setup(Level.Trial)
    public void evaluateAll() {
        evaluations = BenchmarkSystems.standard().examples().stream().map(aims::evaluate).toList();
    }

    /** Frees the engine. */
    @TearDown(Level.Trial)
    public void close() {
        aims.close();
    }

    /** Evaluates a system: the unit. */
    @Benchmark
    public Evaluation evaluate() {
        return aims.evaluate(evaluation().system());
    }

    /** Proves the status of every control, down to the answers. */
    @Benchmark
    public void prove(Blackhole hole) {
        Evaluation evaluation = evaluation();
        Proofs proofs = aims.explain(evaluation);
        for (ControlResult result : evaluation.controls()) {
            walk(proofs.control(result.control().id()), hole);
        }
    }

    /** Proves and tells the status of every control. */
    @Benchmark
    public void tell(Blackhole hole) {
        Evaluation evaluation = evaluation();
        Proofs proofs = aims.explain(evaluation);
        for (ControlResult result : evaluation.controls()) {
            hole.consume(Explanation.of(proofs.control(result.control().id()), Detail.SHORT)
                    .text());
        }
    }

    private static void walk(Proof proof, Blackhole hole) {
        hole.consume(proof);
        if (proof instanceof RuleProof rule) {
            hole.consume(rule.condition());
        }
        for (Proof premise : proof.premises()) {
            walk(premise, hole);
        }
    }

    private Evaluation evaluation() {
        next = (next + 1) % evaluations.size();
        return evaluations.get(next);
    }
}
