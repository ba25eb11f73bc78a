package io.aims.benchmarks;

import io.aims.benchmarks.handwritten.HandWritten;
import io.aims.benchmarks.peers.DmnTables;
import io.aims.benchmarks.peers.DrlRules;
import io.aims.benchmarks.peers.EvreteRules;
import io.aims.rule.RuleBase;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One evaluation of one system, of which the level, the levels of the objectives and the statuses of the controls are read,
 * by everyone who can run the rules.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class ThroughputBenchmark {

    /** The unit: Java that is written by hand. */
    @Benchmark
    public int handWritten(HandWrittenJava contest, Contest.Turn turn) {
        return contest.read(turn);
    }

    /** AIMS by its engine. */
    @Benchmark
    public int engine(Engine contest, Contest.Turn turn) {
        return contest.read(turn);
    }

    /** AIMS by the plain evaluator. */
    @Benchmark
    public int plain(Plain contest, Contest.Turn turn) {
        return contest.read(turn);
    }

    /** The exported DRL in pooled sessions, without a chain. */
    @Benchmark
    @Warmup(iterations = 4, time = 2)
    public int droolsPooled(DroolsPooled contest, Contest.Turn turn) {
        return contest.read(turn);
    }

    /** The exported DRL in pooled sessions, chained over the catalogue. */
    @Benchmark
    @Warmup(iterations = 4, time = 2)
    public int droolsChained(DroolsChained contest, Contest.Turn turn) {
        return contest.read(turn);
    }

    /** The exported DRL in stateless sessions that get all facts, chained. */
    @Benchmark
    @Warmup(iterations = 4, time = 2)
    public int droolsStateless(DroolsStateless contest, Contest.Turn turn) {
        return contest.read(turn);
    }

    /** Decision tables. */
    @Benchmark
    public int dmn(Dmn contest, Contest.Turn turn) {
        return contest.read(turn);
    }

    /** Evrete. */
    @Benchmark
    public int evrete(Evrete contest, Contest.Turn turn) {
        return contest.read(turn);
    }

    /** The unit: Java that is written by hand. */
    public static class HandWrittenJava extends Contest {

        @Override
        Contender contender(RuleBase base, HandWritten method) {
            return method;
        }
    }

    /** AIMS by its engine. */
    public static class Engine extends Contest {

        @Override
        Contender contender(RuleBase base, HandWritten method) {
            return Contenders.engine(base);
        }
    }

    /** AIMS by the plain evaluator. */
    public static class Plain extends Contest {

        @Override
        Contender contender(RuleBase base, HandWritten method) {
            return Contenders.plain(base);
        }
    }

    /** The exported DRL in pooled sessions, without a chain. */
    public static class DroolsPooled extends Contest {

        @Override
        Contender contender(RuleBase base, HandWritten method) {
            return DrlRules.compile(base, method).pooled();
        }
    }

    /** The exported DRL in pooled sessions, chained over the catalogue. */
    public static class DroolsChained extends Contest {

        @Override
        Contender contender(RuleBase base, HandWritten method) {
            return DrlRules.compile(base, method).chained();
        }
    }

    /** The exported DRL in stateless sessions that get all facts, chained. */
    public static class DroolsStateless extends Contest {

        @Override
        Contender contender(RuleBase base, HandWritten method) {
            return DrlRules.compile(base, method).stateless();
        }
    }

    /** Decision tables. */
    public static class Dmn extends Contest {

        @Override
        Contender contender(RuleBase base, HandWritten method) {
            return new DmnTables(base, method);
        }
    }

    /** Evrete. */
    public static class Evrete extends Contest {

        @Override
        Contender contender(RuleBase base, HandWritten method) {
            return new EvreteRules(base, method);
        }
    }
}
