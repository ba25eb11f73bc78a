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
import org.drools.base.common.RuleBasePartitionId;
import org.drools.base.rule.EntryPointId;
import org.drools.core.common.BaseNode;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.EntryPointNode;
import org.drools.core.reteoo.ObjectSource;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.core.reteoo.builder.BuildContext;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The rules of a base as a network of Drools: from the node of the type of their facts a chain of constraints leads to each rule,
 * which is met by the facts on which the rule may hold.
 *
 * <p>What must all hold becomes a chain, the most frequent constraint first, so that rules share the beginnings of their chains;
 * what is an alternative becomes one constraint. Conditions are compiled once, here; the nodes are new in each knowledge base.
 * Immutable and thread-safe.
 */
final class Network {

    private static final Check[] NONE = {};

    private final boolean strata;
    private final List<Compiled> rules = new ArrayList<>();

    /** A rule with its constraints in the order of the chain, and its mark. */
    private record Compiled(int stratum, List<Holds> holds, Mark mark) {}

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
            rules.add(new Compiled(base.stratumOf(i), holds, mark));
        }
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

    /**
     * Adds a chain of nodes for each rule. Rules whose chains begin alike share these nodes.
     *
     * @param rules a knowledge base to which nothing was added before
     */
    void addTo(InternalRuleBase rules) {
        BuildContext context = new BuildContext(rules, List.of());
        context.setPartitionId(RuleBasePartitionId.MAIN_PARTITION);
        EntryPointNode entry = rules.getRete().getEntryPointNode(EntryPointId.DEFAULT);
        ObjectTypeNode views =
                new ObjectTypeNode(context.getNextNodeId(), entry, new ClassObjectType(View.class), context);
        views.attach(context);
        context.setRootObjectTypeNode(views);
        for (Compiled rule : this.rules) {
            ObjectSource end = strata ? chained(views, new InStratum(rule.stratum()), context) : views;
            for (Holds holds : rule.holds()) {
                end = chained(end, holds, context);
            }
            end.addObjectSink(new RuleNode(end, context, rule.mark()));
        }
    }

    private static ObjectSource chained(ObjectSource source, FactConstraint constraint, BuildContext context) {
        AlphaNode node = new AlphaNode(context.getNextNodeId(), constraint, source, context);
        BaseNode same = source.getObjectSinkPropagator().getMatchingNode(node);
        if (same != null) {
            context.releaseId(node);
            return (ObjectSource) same;
        }
        node.attach(context);
        return node;
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
