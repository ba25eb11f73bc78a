package io.aims.rules.internal;

import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.consequence.Consequence;
import org.drools.core.rule.consequence.KnowledgeHelper;

/** The consequence of every rule: a mark on the fact on which it may hold. Immutable. */
final class Mark implements Consequence<KnowledgeHelper> {

    private final int rule;
    private final Check[] atLow;

    /**
     * Creates the consequence of a rule.
     *
     * @param rule the position of the rule in the base
     * @param atLow what must hold for the rule to be certain; nobody changes it
     */
    Mark(int rule, Check[] atLow) {
        this.rule = rule;
        this.atLow = atLow;
    }

    @Override
    public String getName() {
        return RuleImpl.DEFAULT_CONSEQUENCE_NAME;
    }

    @Override
    public void evaluate(KnowledgeHelper match, ValueResolver session) {
        View view = (View) match.getMatch().getTuple().getFactHandle().getObject();
        view.mark(rule, atLow);
    }
}
