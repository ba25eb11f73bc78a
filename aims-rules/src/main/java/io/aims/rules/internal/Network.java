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

    private final boolean strata;
    private final List<Compiled> rules = new ArrayList<>();

    /** A rule with its checks in the order of the chain, and what must hold for it to be certain. */
    private record Compiled(int stratum, List<Check> chain, Check atLow) {}

    Network(RuleBase base, Layout layout) {
        this.strata = base.stratumCount() > 1;
        Checks atLow = new Checks(layout, End.LOW);
        Checks atHigh = new Checks(layout, End.HIGH);
        Map<Check, Shared> all = new HashMap<>();
        List<List<Shared>> chains = new ArrayList<>();
        for (Rule rule : base.rules()) {
            List<Shared> chain = new ArrayList<>();
            for (Check check : atHigh.conjuncts(rule.condition())) {
                Shared shared = shared(check, all);
                shared.uses++;
                chain.add(shared);
            }
            chains.add(chain);
        }
        for (int i = 0; i < chains.size(); i++) {
            Collections.sort(chains.get(i));
            List<Check> chain = new ArrayList<>();
            for (Shared shared : chains.get(i)) {
                chain.add(shared.check);
            }
            rules.add(new Compiled(
                    base.stratumOf(i), chain, certainty(base.rules().get(i), atLow, all)));
        }
    }

    private static Shared shared(Check check, Map<Check, Shared> all) {
        Shared shared = all.get(check);
        if (shared == null) {
            shared = new Shared(check, all.size());
            all.put(check, shared);
        }
        return shared;
    }

    /** Most often both ends are checked alike. */
    private static Check certainty(Rule rule, Checks atLow, Map<Check, Shared> all) {
        List<Check> parts = new ArrayList<>();
        for (Check check : atLow.conjuncts(rule.condition())) {
            parts.add(shared(check, all).check);
        }
        return parts.size() == 1 ? parts.get(0) : Check.all(parts);
    }

    /** A check and how many chains use it. The order is that of the chains: by falling use, then as first met. */
    private static final class Shared implements Comparable<Shared> {

        private final Check check;
        private final int met;
        private int uses;

        Shared(Check check, int met) {
            this.check = check;
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
        int position = 0;
        for (Compiled rule : this.rules) {
            ObjectSource end = strata ? chained(views, new InStratum(rule.stratum()), context) : views;
            for (Check check : rule.chain()) {
                end = chained(end, check, context);
            }
            end.addObjectSink(new RuleNode(end, context, position++, rule.atLow()));
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
