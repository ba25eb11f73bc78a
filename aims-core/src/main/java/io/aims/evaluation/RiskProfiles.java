package io.aims.evaluation;

import java.util.Arrays;
import java.util.BitSet;

/** Adds up what rules come to for all objectives at once, for both ends of what is known. Immutable and thread-safe. */
final class RiskProfiles {

    private final RiskMethod method;
    private final int objectives;
    private final int sources;
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
        this.sources = method.base().catalogue().riskSources().size();
        this.words = (method.base().rules().size() + Long.SIZE - 1) / Long.SIZE;
        int[][] sharing = new int[objectives * sources][];
        int[][] flooring = new int[objectives][];
        for (int objective = 0; objective < objectives; objective++) {
            flooring[objective] = method.flooring(objective);
            for (int source = 0; source < sources; source++) {
                sharing[objective * sources + source] = method.sharing(objective, source);
            }
        }
        this.shares = new GreatestValues(sharing, method.shares());
        this.floors = new GreatestValues(flooring, method.floors());
    }

    /**
     * Returns the risks.
     *
     * @param certain the rules that hold for certain
     * @param possible these, and the rules that may hold
     */
    Ends of(BitSet certain, BitSet possible) {
        long[] low = Arrays.copyOf(certain.toLongArray(), words);
        long[] high = Arrays.copyOf(possible.toLongArray(), words);
        double[] lowShares = new double[objectives * sources];
        double[] highShares = new double[objectives * sources];
        shares.find(low, high, lowShares, highShares);
        double[] lowFloors = new double[objectives];
        double[] highFloors = new double[objectives];
        floors.find(low, high, lowFloors, highFloors);
        return new Ends(profile(lowShares, lowFloors), profile(highShares, highFloors));
    }

    /** Shares are added in the order of the sources, so that the same rules give the same rates to the last bit. */
    private RiskMethod.Profile profile(double[] shareOf, double[] floorOf) {
        double[] rates = new double[objectives];
        int[] severities = new int[objectives];
        for (int objective = 0; objective < objectives; objective++) {
            double rate = 0;
            for (int source = 0; source < sources; source++) {
                rate += shareOf[objective * sources + source];
            }
            rates[objective] = rate;
            severities[objective] = (int) floorOf[objective];
        }
        return method.profile(rates, severities);
    }
}
