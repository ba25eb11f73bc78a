package io.aims.evaluation;

import java.util.Arrays;
import java.util.BitSet;

/** Adds up what rules come to for all objectives at once, for both ends of what is known. Immutable and thread-safe. */
final class RiskProfiles {

    private final RiskMethod method;
    private final int objectives;
    private final int words;
    private final GreatestValues shares;
    private final GreatestValues floors;

    /**
     * Both ends of the risks.
     *
     * @param low the risks as far as they are certain
     * @param high the risks as they may be
     */
    record Ends(RiskMethod.Profile low, RiskMethod.Profile high) {}

    /**
     * Prepares the sums for the rules of a base.
     *
     * @param method the risk method for this base
     */
    RiskProfiles(RiskMethod method) {
        this.method = method;
        this.objectives = method.objectives().size();
        int sources = method.base().catalogue().riskSources().size();
        this.words = (method.base().rules().size() + Long.SIZE - 1) / Long.SIZE;
        int[][] sharing = new int[objectives * sources][];
        int[][] flooring = new int[objectives][];
        for (int objective = 0; objective < objectives; objective++) {
            flooring[objective] = method.flooring(objective);
            for (int source = 0; source < sources; source++) {
                sharing[objective * sources + source] = method.sharing(objective, source);
            }
        }
        this.shares = new GreatestValues(sharing, method.shares(), sources);
        this.floors = new GreatestValues(flooring, method.floors(), 1);
    }

    /**
     * Returns the risks. Shares are added in the order of the sources, so that the same rules give the same rates to the last bit.
     *
     * @param certain the rules that hold for certain
     * @param possible these, and the rules that may hold
     */
    Ends of(BitSet certain, BitSet possible) {
        long[] low = Arrays.copyOf(certain.toLongArray(), words);
        long[] high = Arrays.copyOf(possible.toLongArray(), words);
        double[] lowRates = new double[objectives];
        double[] highRates = new double[objectives];
        shares.sum(low, high, lowRates, highRates);
        double[] lowFloors = new double[objectives];
        double[] highFloors = new double[objectives];
        floors.sum(low, high, lowFloors, highFloors);
        return new Ends(
                method.profile(lowRates, severities(lowFloors)), method.profile(highRates, severities(highFloors)));
    }

    private static int[] severities(double[] floors) {
        int[] severities = new int[floors.length];
        for (int objective = 0; objective < severities.length; objective++) {
            severities[objective] = (int) floors[objective];
        }
        return severities;
    }
}
