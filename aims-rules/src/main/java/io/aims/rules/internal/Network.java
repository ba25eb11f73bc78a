package io.aims.rules.internal;

import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import java.util.ArrayList;
import java.util.Collections;
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

    private static final Check[] NONE = {};

    private final boolean strata;
    private final List<Compiled> rules = new ArrayList<>();

    /** A rule with its constraints in the order of the chain, and its consequence. */
    private record Compiled(String id, int stratum, List<Holds> holds, Mark mark) {}

    Network(RuleBase base, Layout layout) {
        this.strata = base.stratumCount() > 1;
        Checks atLow = new Checks(layout, End.LOW);
        Checks atHigh = new Checks(layout, End.HIGH);
        Map<Check, Shared> shared = new HashMap<>();
        List<List<Shared>> chains = new ArrayList<>();
        for (Rule rule : base.rules()) {
            List<Shared> chain = new ArrayList<>();
            for (Check check : atHigh.conjuncts(rule.condition())) {
                Shared constraint = shared.get(check);
                if (constraint == null) {
                    constraint = new Shared(new Holds(check), shared.size());
                    shared.put(check, constraint);
                }
                constraint.uses++;
                chain.add(constraint);
            }
            chains.add(chain);
        }
        for (int i = 0; i < chains.size(); i++) {
            Rule rule = base.rules().get(i);
            Collections.sort(chains.get(i));
            List<Holds> holds = new ArrayList<>();
            for (Shared constraint : chains.get(i)) {
                holds.add(constraint.holds);
            }
            Mark mark = new Mark(i, atLow.conjuncts(rule.condition()).toArray(NONE));
            rules.add(new Compiled(rule.id().value(), base.stratumOf(i), holds, mark));
        }
    }

    private Network(List<Compiled> rules) {
        this.strata = true;
        this.rules.addAll(rules);
    }

    /** Returns a network of one rule that may hold on any fact with a word. */
    static Network ofOneRule() {
        Holds holds = new Holds(Check.reaches(0, 0));
        return new Network(List.of(new Compiled("AHEAD", 0, List.of(holds), new Mark(0, NONE))));
    }

    /** A constraint and how many rules use it. The order is that of the chains: by falling use, then as first met. */
    private static final class Shared implements Comparable<Shared> {

        private final Holds holds;
        private final int met;
        private int uses;

        Shared(Holds holds, int met) {
            this.holds = holds;
            this.met = met;
        }

        @Override
        public int compareTo(Shared other) {
            return uses == other.uses ? Integer.compare(met, other.met) : Integer.compare(other.uses, uses);
        }
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
            for (Holds holds : rule.holds()) {
                pattern.addConstraint(holds);
            }
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
