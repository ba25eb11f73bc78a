package io.aims.benchmarks;

import io.aims.benchmarks.handwritten.HandWritten;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The systems of a run and one contender, whose results are compared before it is timed. */
@State(Scope.Benchmark)
public abstract class Contest {

    static final int SYSTEMS = 128;

    /** The share of the characteristics that is not answered, in percent. */
    @Param({"0", "20", "60"})
    public int unknown;

    private List<AiSystem> systems = List.of();
    private Contender contender = system -> {
        throw new IllegalStateException("Not set up");
    };

    /** Draws the systems and compares the results. */
    @Setup(Level.Trial)
    public final void begin() {
        RuleBase base = StandardBase.create();
        systems = BenchmarkSystems.of(base).systems(SYSTEMS, unknown, BenchmarkSystems.SEED);
        contender = contender(base, HandWritten.of(base));
        new EqualResults(base).check(getClass().getSimpleName(), contender, systems);
    }

    /** Frees the contender. */
    @TearDown(Level.Trial)
    public final void end() {
        contender.close();
    }

    /**
     * Makes the contender.
     *
     * @param base the rules
     * @param method combines what rules find, for those that run rules only
     * @return the contender
     */
    abstract Contender contender(RuleBase base, HandWritten method);

    final int read(Turn turn) {
        return contender.read(turn.next(systems));
    }

    /** Whose turn it is in a thread. */
    @State(Scope.Thread)
    public static class Turn {

        private int next;

        AiSystem next(List<AiSystem> systems) {
            next = (next + 1) % systems.size();
            return systems.get(next);
        }
    }
}
