package io.aims.reasoning.interview;

import io.aims.rule.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Lets possible futures vote: for each of many ways in which the unknown may turn out, the few variables that would have to
 * be asked then get a vote. Asking what most futures need wastes fewest questions.
 *
 * <p>A second round lets each future take, where it has a choice, what the others took, so that the votes do not scatter
 * among variables of which one is enough. Half of the futures hold every value as likely as every other, half go by the
 * answers so far. The futures are drawn, always the same.
 */
final class Ballot {

    /** The number of futures. */
    static final int FUTURES = 64;

    private static final double LEAST_LIKING = 0.1;

    private Ballot() {}

    /**
     * Counts the votes.
     *
     * @param decisions the terms
     * @param goals the decisions to settle
     * @param now what is settled already
     * @param askable the variables that can be asked for
     * @param costs what an answer costs, above zero
     * @return the votes of each variable
     */
    static int[] votes(Decisions decisions, Collection<Decision> goals, Situation now, BitSet askable, double[] costs) {
        List<Decision> open = new ArrayList<>();
        for (Decision goal : goals) {
            Truth truth = now.of(goal);
            if (truth == Truth.UNDETERMINED || truth == Truth.TRUE && now.awaitsRoles(goal)) {
                open.add(goal);
            }
        }
        if (open.isEmpty()) {
            return new int[costs.length];
        }
        Draws draws = new Draws();
        Hazard learned = Hazard.of(now.known());
        List<Certificate> futures = new ArrayList<>();
        for (int future = 0; future < FUTURES; future++) {
            Known completed = now.known().completed(future % 2 == 0 ? learned : Hazard.EVEN, draws);
            futures.add(new Certificate(decisions, open, now, new Situation(decisions, completed), askable));
        }
        double[] liking = new double[costs.length];
        Arrays.setAll(liking, variable -> 1 / costs[variable]);
        int[] first = count(futures, liking);
        Arrays.setAll(liking, variable -> square(LEAST_LIKING + (double) first[variable] / FUTURES) / costs[variable]);
        return count(futures, liking);
    }

    private static double square(double number) {
        return number * number;
    }

    private static int[] count(List<Certificate> futures, double[] liking) {
        int[] votes = new int[liking.length];
        for (Certificate future : futures) {
            BitSet enough = future.enough(liking);
            for (int variable = enough.nextSetBit(0); variable >= 0; variable = enough.nextSetBit(variable + 1)) {
                votes[variable]++;
            }
        }
        return votes;
    }
}
