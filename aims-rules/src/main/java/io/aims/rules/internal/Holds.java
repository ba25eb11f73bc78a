package io.aims.rules.internal;

import org.drools.base.base.ValueResolver;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A check as Drools sees it: the constraint of one node. Drools shares a node among equal constraints, so two of these are
 * equal exactly if their checks are.
 */
final class Holds extends FactConstraint {

    private final Check check;

    Holds(Check check) {
        this.check = check;
    }

    @Override
    public boolean isAllowed(FactHandle handle, ValueResolver session) {
        return ((View) handle.getObject()).mayPass(check);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Holds that && check.equals(that.check);
    }

    @Override
    public int hashCode() {
        return check.hashCode();
    }

    @Override
    public String toString() {
        return check.toString();
    }
}
