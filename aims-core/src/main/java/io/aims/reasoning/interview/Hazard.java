package io.aims.reasoning.interview;

import io.aims.system.Bounds;

/**
 * How severe the answers are that nobody has given yet: a guess that decides only which question comes first.
 *
 * @param severe how many of the answers counted are above the least severe value
 * @param counted the number of answers counted
 */
record Hazard(int severe, int counted) {

    /** Every value is as likely as every other. */
    static final Hazard EVEN = new Hazard(0, 0);

    /** Learns from the answers of this system: one that was harmless so far is likely to stay so. */
    static Hazard of(Known known) {
        int severe = 1;
        int counted = 2;
        for (int variable = 0; variable < known.statements().variables().size(); variable++) {
            if (known.bounds(variable) instanceof Bounds.Ranks ranks && ranks.isExact()) {
                counted++;
                severe += ranks.low() > 0 ? 1 : 0;
            }
        }
        return new Hazard(severe, counted);
    }

    /** Draws the step that an answer takes, of several in rising severity. */
    int step(int steps, Draws draws) {
        if (counted == 0) {
            return draws.below(steps);
        }
        int step = 0;
        while (step < steps - 1 && draws.below(counted) < severe) {
            step++;
        }
        return step;
    }

    /** Draws whether something is a member of a set. */
    boolean isMember(Draws draws) {
        return counted == 0 ? draws.below(4) == 0 : draws.below(10 * counted) < 3 * severe;
    }
}
