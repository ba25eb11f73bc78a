package io.aims.benchmarks.start;

import io.aims.benchmarks.Contender;
import io.aims.benchmarks.StandardBase;
import io.aims.benchmarks.handwritten.HandWritten;
import io.aims.benchmarks.handwritten.HandWrittenFiles;
import io.aims.benchmarks.peers.DmnTables;
import io.aims.benchmarks.peers.EvreteRules;
import io.aims.rule.RuleBase;

/** A process that reads the standard pack, builds its rules in another engine, and evaluates one system. */
public final class PeerStart {

    private PeerStart() {}

    /**
     * Prints what the evaluation says, as one number.
     *
     * @param args the name of the engine
     * @throws ReflectiveOperationException if what combines the findings is not there
     */
    public static void main(String... args) throws ReflectiveOperationException {
        RuleBase base = StandardBase.create();
        HandWritten method = HandWrittenFiles.load();
        try (Contender contender = contender(args[0], base, method)) {
            System.out.println(contender.read(LoanScoring.system()));
        }
    }

    private static Contender contender(String name, RuleBase base, HandWritten method) {
        return switch (name) {
            case "dmn" -> new DmnTables(base, method);
            case "evrete" -> new EvreteRules(base, method);
            default -> throw new IllegalArgumentException("There is no engine (" + name + ")");
        };
    }
}
