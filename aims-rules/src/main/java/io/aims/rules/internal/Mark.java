package io.aims.rules.internal;

/** What a rule leaves on a fact on which it may hold. Immutable. */
final class Mark {

    private final int rule;
    private final Check[] atLow;

    /**
     * Creates the mark of a rule.
     *
     * @param rule the position of the rule in the base
     * @param atLow what must hold for the rule to be certain; nobody changes it
     */
    Mark(int rule, Check[] atLow) {
        this.rule = rule;
        this.atLow = atLow;
    }

    void leaveOn(View view) {
        view.mark(rule, atLow);
    }
}
