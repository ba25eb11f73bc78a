package io.aims.benchmarks;

import io.aims.benchmarks.handwritten.HandWritten;
import io.aims.benchmarks.peers.DmnTables;
import io.aims.benchmarks.peers.DrlRules;
import io.aims.benchmarks.peers.EvreteRules;
import io.aims.benchmarks.peers.JsonRulesEngine;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the results of all contenders on more systems than a timed run does, and times nothing.
 *
 * <p>AIMS, hand-written Java and the exported DRL are compared on described, random and partly known systems; the others on
 * systems of which each characteristic is known exactly or not at all.
 */
public final class Check {

    private static final long[] SEEDS = {1, 2};
    private static final int[] UNKNOWN = {0, 20, 60, 100};
    private static final int SYSTEMS = 50;

    private Check() {}

    /**
     * Compares.
     *
     * @param args nothing, or {@code --without} and the id of a rule that hand-written Java shall not run: then this must fail
     * @throws IOException if json-rules-engine finds anything else, or fails
     * @throws InterruptedException if the thread is interrupted
     * @throws IllegalStateException if anyone else finds anything else
     */
    public static void main(String... args) throws IOException, InterruptedException {
        RuleBase base = StandardBase.create();
        BenchmarkSystems source = BenchmarkSystems.of(base);
        List<AiSystem> clear = new ArrayList<>();
        for (long seed : SEEDS) {
            for (int unknown : UNKNOWN) {
                clear.addAll(source.systems(SYSTEMS, unknown, seed));
            }
        }
        List<AiSystem> all = new ArrayList<>(clear);
        all.addAll(source.examples());
        for (long seed : SEEDS) {
            all.addAll(source.partlyKnown(2 * SYSTEMS, seed));
        }
        EqualResults equal = new EqualResults(base);
        HandWritten method = HandWritten.of(base);
        Contender handWritten =
                args.length == 2 && args[0].equals("--without") ? without(base, method, args[1]) : method;
        told(equal, "hand-written Java", handWritten, all);
        try (Contender engine = Contenders.engine(base)) {
            told(equal, "the engine", engine, all);
        }
        DrlRules drl = DrlRules.compile(base, method);
        told(equal, "Drools, pooled", drl.pooled(), all);
        told(equal, "Drools, chained", drl.chained(), all);
        told(equal, "Drools, stateless", drl.stateless(), all);
        told(equal, "DMN", new DmnTables(base, method), clear);
        try (Contender evrete = new EvreteRules(base, method)) {
            told(equal, "Evrete", evrete, clear);
        }
        if (JsonRulesEngine.isInstalled()) {
            new JsonRulesEngine(base, method).check(clear);
            told("json-rules-engine", clear);
        } else {
            System.out.println("left out: json-rules-engine, as Node or its package is not installed");
        }
    }

    private static void told(EqualResults equal, String name, Contender contender, List<AiSystem> systems) {
        equal.check(name, contender, systems);
        told(name, systems);
    }

    private static void told(String name, List<AiSystem> systems) {
        System.out.println("equal: " + name + ", on " + systems.size() + " systems");
    }

    private static Contender without(RuleBase base, HandWritten method, String rule) {
        int position =
                base.rules().stream().map(each -> each.id().value()).toList().indexOf(rule);
        if (position < 0) {
            throw new IllegalArgumentException("There is no rule (" + rule + ")");
        }
        return system -> {
            byte[] truths = method.evaluate(system).truths();
            truths[position] = 0;
            return method.conclude(system, truths);
        };
    }
}
