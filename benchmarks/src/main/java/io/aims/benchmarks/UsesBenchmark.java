package io.aims.benchmarks;

import io.aims.Aims;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Explanation;
import io.aims.reasoning.proof.Proof;
import io.aims.reasoning.proof.Proofs;
import io.aims.reasoning.proof.RuleProof;
import io.aims.system.AiSystem;
import io.aims.system.vocabulary.Characteristics;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What one evaluation of one system costs with everything that a host may want to know of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class UsesBenchmark {

    /** The share of the characteristics that is not answered, in percent. */
    @Param("20")
    public int unknown;

    private final Aims aims = Aims.standard();
    private List<AiSystem> systems = List.of();
    private int next;

    /** Draws the systems. */
    @Setup(Level.Trial)
    public void draw() {
        systems = BenchmarkSystems.standard().systems(Contest.SYSTEMS, unknown, BenchmarkSystems.SEED);
    }

    /** Frees the engine. */
    @TearDown(Level.Trial)
    public void close() {
        aims.close();
    }

    private AiSystem system() {
        next = (next + 1) % systems.size();
        return systems.get(next);
    }

    /** The level, the levels of the objectives and the statuses of the controls. */
    @Benchmark
    public int levels() {
        return Result.read(aims.evaluate(system()));
    }

    /** The same of each of many systems, evaluated by as many workers as there are processors. */
    @Benchmark
    @OperationsPerInvocation(Contest.SYSTEMS)
    public int batch() {
        try (var results = aims.evaluateAll(systems.stream())) {
            return results.mapToInt(result -> Result.read(result.orElseThrow())).sum();
        }
    }

    /** Each finding with the facts that the rule read. */
    @Benchmark
    public void findings(Blackhole hole) {
        for (Finding finding : aims.evaluate(system()).findings()) {
            finding.facts().forEach(hole::consume);
        }
    }

    /** The safeguards with their reasons, in the order of their priority. */
    @Benchmark
    public void safeguards(Blackhole hole) {
        aims.evaluate(system()).safeguards().forEach(safeguard -> hole.consume(safeguard.reasons()));
    }

    /** The proof of the status of each control, down to the answers. */
    @Benchmark
    public void proofs(Blackhole hole) {
        Evaluation evaluation = aims.evaluate(system());
        Proofs proofs = aims.explain(evaluation);
        for (ControlResult control : evaluation.controls()) {
            walk(proofs.control(control.control().id()), hole);
        }
    }

    /** The same proofs as short texts. */
    @Benchmark
    public void texts(Blackhole hole) {
        Evaluation evaluation = aims.evaluate(system());
        Proofs proofs = aims.explain(evaluation);
        for (ControlResult control : evaluation.controls()) {
            hole.consume(Explanation.of(proofs.control(control.control().id()), Detail.SHORT)
                    .text());
        }
    }

    private static void walk(Proof proof, Blackhole hole) {
        hole.consume(proof);
        if (proof instanceof RuleProof rule) {
            hole.consume(rule.condition());
        }
        proof.premises().forEach(premise -> walk(premise, hole));
    }

    /** The questions whose answers could settle something, the best first. */
    @Benchmark
    public Object questions() {
        return aims.evaluate(system()).openQuestions();
    }

    /** What changes if one answer is taken back. */
    @Benchmark
    public Object whatIf() {
        return aims.whatIf(system()).unknown(Characteristics.DECISION_ROLE).diff();
    }

    /** The seal that tells whether a stored result was altered. */
    @Benchmark
    public Object seal() {
        return aims.evaluate(system()).seal();
    }
}
