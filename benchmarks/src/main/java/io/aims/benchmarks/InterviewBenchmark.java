package io.aims.benchmarks;

import io.aims.Aims;
import io.aims.evaluation.QuestionCosts;
import io.aims.reasoning.interview.Interview;
import io.aims.reasoning.interview.InterviewGoal;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One step of an interview: from an answer to the next question, over whole interviews about the example systems. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class InterviewBenchmark {

    /** What the interview is to settle. */
    @Param
    public InterviewGoal goal = InterviewGoal.CONTROLS;

    private final Aims aims = Aims.standard();
    private List<AiSystem> systems = List.of();
    private Interview interview = begin(0);
    private int current;

    /** Reads the systems. */
    @Setup(Level.Trial)
    public void read() {
        systems = BenchmarkSystems.standard().examples();
        interview = begin(0);
    }

    /** Frees the engine. */
    @TearDown(Level.Trial)
    public void close() {
        aims.close();
    }

    /** Answers the question that is open as the system would, and finds the next one. */
    @Benchmark
    public Interview step() {
        if (interview.isComplete()) {
            current = (current + 1) % systems.size();
            interview = begin(current);
        }
        Characteristic<?> asked = interview.next().orElseThrow().entry().characteristic();
        Optional<Answer> answer = systems.get(current).answer(asked);
        interview = answer.isPresent() ? interview.answer(answer.get()) : interview.cannotKnow();
        return interview;
    }

    private Interview begin(int number) {
        return aims.interview(AiSystem.named("asked-" + number).build(), goal, QuestionCosts.equal());
    }
}
