package io.aims.benchmarks;

import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import java.util.ArrayList;
import java.util.List;

/** Holds contenders to the plain evaluator of AIMS: nothing is timed that gives another result. */
final class EqualResults {

    private static final int MOST_TOLD = 5;

    private final RuleBase base;
    private final Contender reference;

    EqualResults(RuleBase base) {
        this.base = base;
        this.reference = Contenders.plain(base);
    }

    /**
     * Compares the results for systems.
     *
     * @param name the name of the contender
     * @param contender the contender
     * @param systems the systems
     * @throws IllegalStateException with the first differences, if there are any, or if there is nothing to compare
     */
    void check(String name, Contender contender, List<AiSystem> systems) {
        if (systems.isEmpty()) {
            throw new IllegalStateException("There is no system on which " + name + " could be compared");
        }
        List<String> differences = new ArrayList<>();
        for (AiSystem system : systems) {
            Result expected = reference.evaluate(system);
            Result result = contender.evaluate(system);
            expected.difference(base, result).ifPresent(found -> differences.add(system.id() + ": " + found));
            if (contender.read(system) != expected.read()) {
                differences.add(system.id() + ": what is read of the result differs");
            }
        }
        if (!differences.isEmpty()) {
            throw new IllegalStateException("AIMS and " + name + " differ " + differences.size() + " times on "
                    + systems.size() + " systems:\n  "
                    + String.join("\n  ", differences.subList(0, Math.min(MOST_TOLD, differences.size()))));
        }
    }
}
