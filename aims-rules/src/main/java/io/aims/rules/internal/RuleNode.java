package io.aims.rules.internal;

import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.PropagationContext;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.reteoo.LeftInputAdapterNode;
import org.drools.core.reteoo.ModifyPreviousTuples;
import org.drools.core.reteoo.ObjectSource;
import org.drools.core.reteoo.builder.BuildContext;

/**
 * Where the chain of a rule ends: it marks each fact that comes through. It stands where Drools turns facts into tuples for its
 * agenda, which would have nothing to order: a rule has one pattern, and the rules of a stratum neither stop nor feed each other.
 */
final class RuleNode extends LeftInputAdapterNode {

    private static final long serialVersionUID = 1L;

    private final int rule;
    private final transient Check atLow;

    /**
     * Creates a node.
     *
     * @param source the last node of the chain
     * @param context numbers the nodes
     * @param rule the position of the rule in the base
     * @param atLow what must hold for the rule to be certain
     */
    RuleNode(ObjectSource source, BuildContext context, int rule, Check atLow) {
        super(context.getNextNodeId(), source, context);
        this.rule = rule;
        this.atLow = atLow;
    }

    @Override
    public void assertObject(InternalFactHandle handle, PropagationContext propagation, ReteEvaluator session) {
        ((View) handle.getObject()).mark(rule, atLow);
    }

    @Override
    public void modifyObject(
            InternalFactHandle handle,
            ModifyPreviousTuples before,
            PropagationContext propagation,
            ReteEvaluator session) {
        throw new UnsupportedOperationException("Facts are inserted and never changed");
    }
}
