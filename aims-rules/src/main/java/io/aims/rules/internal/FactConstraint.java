package io.aims.rules.internal;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;

/**
 * A constraint on one fact that reads no variable. Immutable, so that the nodes of all knowledge bases may hold the same.
 * Never serialised: networks are built anew.
 */
abstract class FactConstraint implements AlphaNodeFieldConstraint {

    private static final Declaration[] NONE = {};

    @Override
    public final ConstraintType getType() {
        return ConstraintType.ALPHA;
    }

    @Override
    public final Declaration[] getRequiredDeclarations() {
        return NONE;
    }

    @Override
    public final void replaceDeclaration(Declaration old, Declaration replacement) {
        // no variable is read
    }

    @Override
    public final boolean isTemporal() {
        return false;
    }

    @Override
    public final FactConstraint clone() {
        return this;
    }

    @Override
    public final AlphaNodeFieldConstraint cloneIfInUse() {
        return this;
    }

    @Override
    public final void writeExternal(ObjectOutput out) {
        throw new UnsupportedOperationException("Networks are not serialised");
    }

    @Override
    public final void readExternal(ObjectInput in) {
        throw new UnsupportedOperationException("Networks are not serialised");
    }
}
