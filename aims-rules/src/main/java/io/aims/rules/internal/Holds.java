package io.aims.rules.internal;

import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;

/**
 * A check as Drools sees it. Drools shares one node among constraints of one expression id, whatever their predicates
 * do, so the id is made of everything: the end of the view and the whole text of the check.
 */
final class Holds<V extends View> implements Predicate1<V>, HashedExpression {

    private static final long serialVersionUID = 1L;

    private final transient Check check;
    private final String expressionId;

    Holds(End end, Check check) {
        this.check = check;
        this.expressionId = end + ": " + check;
    }

    /** Returns the id under which Drools may share the node of this check. */
    String expressionId() {
        return expressionId;
    }

    @Override
    public boolean test(V view) {
        return check.test(view);
    }

    @Override
    public String getExpressionHash() {
        return expressionId;
    }

    @Override
    public String toString() {
        return expressionId;
    }
}
