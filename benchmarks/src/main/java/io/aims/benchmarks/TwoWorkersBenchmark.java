package io.aims.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** {@link ThroughputBenchmark} with two threads that share one instance. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
@Threads(2)
public class TwoWorkersBenchmark {

    /** The unit, which shows what the machine can do. */
    @Benchmark
    public int handWritten(ThroughputBenchmark.HandWrittenJava contest, Contest.Turn turn) {
        return contest.read(turn);
    }

    /** AIMS by its engine. */
    @Benchmark
    public int engine(ThroughputBenchmark.Engine contest, Contest.Turn turn) {
        return contest.read(turn);
    }

    /** AIMS by the plain evaluator. */
    @Benchmark
    public int plain(ThroughputBenchmark.Plain contest, Contest.Turn turn) {
        return contest.read(turn);
    }
}
