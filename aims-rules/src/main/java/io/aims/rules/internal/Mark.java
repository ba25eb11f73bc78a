package io.aims.rules.internal;

import org.drools.model.functions.Block1;

/** The consequence of every rule: a mark on the view on which it holds. */
final class Mark<V extends View> implements Block1<V> {

    private static final long serialVersionUID = 1L;

    private final int rule;

    Mark(int rule) {
        this.rule = rule;
    }

    @Override
    public void execute(V view) {
        view.mark(rule);
    }
}
