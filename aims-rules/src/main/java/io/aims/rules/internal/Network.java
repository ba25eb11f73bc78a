package io.aims.rules.internal;

import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.base.base.ClassObjectType;
import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.base.definitions.impl.KnowledgePackageImpl;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Pattern;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The rules of a base as Drools knows them after its compilers: one Drools rule from each, with one pattern, which holds if
 * the rule is possible.
 *
 * <p>What must all hold becomes a chain of constraints, the most frequent first, so that rules share the beginnings of
 * their chains; what is an alternative becomes one constraint. Conditions are compiled once, here; each package is new and
 * belongs to the knowledge base to which it is added. Immutable and thread-safe.
 */
final class Network {

    private static final String PACKAGE = "io.aims.rules.generated";

    private final boolean strata;
    private final List<Compiled> rules = new ArrayList<>();

    /** A rule with its constraints in the order of the chain, and its consequence. */
    private record Compiled(String id, int stratum, List<Holds> holds, Mark mark) {}

    Network(RuleBase base, Layout layout) {
        this.strata = base.stratumCount() > 1;
        Checks atLow = new Checks(layout, End.LOW);
        Checks atHigh = new Checks(layout, End.HIGH);
        List<List<Check>> conjuncts = new ArrayList<>();
        Map<Check, Integer> uses = new HashMap<>();
        for (Rule rule : base.rules()) {
            List<Check> checks = atHigh.conjuncts(rule.condition());
            checks.forEach(check -> uses.merge(check, 1, Integer::sum));
            conjuncts.add(checks);
        }
        Map<Check, Integer> places = places(uses);
        Map<Check, Holds> constraints = new HashMap<>();
        Comparator<Check> mostUsedFirst = Comparator.comparingInt(places::get);
        for (int i = 0; i < conjuncts.size(); i++) {
            Rule rule = base.rules().get(i);
            List<Holds> holds = conjuncts.get(i).stream()
                    .sorted(mostUsedFirst)
                    .map(check -> constraints.computeIfAbsent(check, Holds::new))
                    .toList();
            Mark mark = new Mark(i, atLow.conjuncts(rule.condition()).toArray(Check[]::new));
            rules.add(new Compiled(rule.id().value(), base.stratumOf(i), holds, mark));
        }
    }

    /** The checks by falling use, then by text: the order does not depend on that of the rules. */
    private static Map<Check, Integer> places(Map<Check, Integer> uses) {
        Map<Check, Integer> places = new HashMap<>();
        uses.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Check, Integer>>comparingInt(use -> -use.getValue())
                        .thenComparing(use -> use.getKey().toString()))
                .forEach(use -> places.put(use.getKey(), places.size()));
        return places;
    }

    /** Returns a new package with all rules. */
    InternalKnowledgePackage newPackage() {
        KnowledgePackageImpl all = new KnowledgePackageImpl(PACKAGE);
        ClassObjectType type = new ClassObjectType(View.class);
        int order = 0;
        for (Compiled rule : rules) {
            Pattern pattern = new Pattern(0, type);
            if (strata) {
                pattern.addConstraint(new InStratum(rule.stratum()));
            }
            rule.holds().forEach(pattern::addConstraint);
            RuleImpl drools = new RuleImpl(rule.id());
            drools.setPackage(PACKAGE);
            drools.addPattern(pattern);
            drools.setConsequence(rule.mark());
            drools.setLoadOrder(order++);
            all.addRule(drools);
        }
        return all;
    }

    /** Keeps a rule to the facts of its stratum. */
    private static final class InStratum extends FactConstraint {

        private final int stratum;

        InStratum(int stratum) {
            this.stratum = stratum;
        }

        @Override
        public boolean isAllowed(FactHandle handle, ValueResolver session) {
            return ((View) handle.getObject()).stratum() == stratum;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof InStratum that && stratum == that.stratum;
        }

        @Override
        public int hashCode() {
            return stratum;
        }

        @Override
        public String toString() {
            return "stratum " + stratum;
        }
    }
}
