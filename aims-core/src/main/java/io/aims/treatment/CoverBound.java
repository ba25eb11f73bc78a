package io.aims.treatment;

import io.aims.treatment.ControlState.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a set of controls costs at least that brings several objectives down far enough at once.
 *
 * <p>A row says of one objective what the controls of a set must take together from the rates of some findings, one for
 * each risk source: these findings leave no more than the true rate, and no control takes more from them than the row says.
 * So every set that suffices keeps every row, and their sum with any weights. By these weights a control is worth having
 * only if it takes more than it costs; what is needed beyond that bounds the cost from below (Lagrangian duality). Rows are
 * added where they cut off what was bought in part before. Weights are improved by steps; the bound holds whatever they are.
 * Not thread-safe.
 */
final class CoverBound {

    private static final int ROUNDS = 12;
    private static final int STEPS_OF_ROUND = 80;
    private static final int STEPS_OF_BRANCH = 10;
    private static final int PATIENCE = 8;
    private static final double PART_OF_LATEST = 0.2;
    private static final double CLEARLY = 1e-6;

    private final RateModel model;
    private final Stage[] least;
    private final int[] candidates;
    private final long[] prices;
    private final int[] indexes;
    private final List<Row> rows = new ArrayList<>();

    /** What the sets that suffice must take from an objective: each control its amount, together at least the need. */
    private static final class Row {

        private final double[] takes;
        private double need;
        private double[] withStep;
        private int[] forStep = new int[0];

        Row(int candidates) {
            this.takes = new double[candidates];
            this.withStep = takes;
        }

        double missing(double[] bought) {
            double left = need;
            for (int i = 0; i < withStep.length; i++) {
                left -= withStep[i] * bought[i];
            }
            return left;
        }

        /** What the controls take: a step of severity spares nothing once one of its controls is out. */
        double[] takes(boolean[] isChosen, boolean[] isFree) {
            for (int candidate : forStep) {
                if (!isChosen[candidate] && !isFree[candidate]) {
                    return takes;
                }
            }
            return withStep;
        }
    }

    CoverBound(RateModel model, Stage[] least, int[] candidates, long[] prices) {
        this.model = model;
        this.least = least;
        this.candidates = candidates;
        this.prices = prices;
        this.indexes = new int[model.controlCount()];
        Arrays.fill(indexes, -1);
        for (int candidate = 0; candidate < candidates.length; candidate++) {
            indexes[candidates[candidate]] = candidate;
        }
    }

    /** What an objective needs: a rate to stay below, or a higher one with a step of severity and the controls for it. */
    static final class Target {

        private final int objective;
        private final double limit;
        private final double limitWithStep;
        private final int[] forStep;

        Target(int objective, double limit, double limitWithStep, int[] forStep) {
            this.objective = objective;
            this.limit = limit;
            this.limitWithStep = limitWithStep;
            this.forStep = forStep;
        }
    }

    /**
     * Looks for the rows that matter.
     *
     * @param targets what the objectives need
     * @param enough the cost of a set that is known
     * @return weights to begin with
     */
    double[] prepare(List<Target> targets, long enough) {
        double[] bought = new double[candidates.length];
        double[] weights = new double[0];
        boolean[] isChosen = new boolean[candidates.length];
        boolean[] isFree = new boolean[candidates.length];
        Arrays.fill(isFree, true);
        for (int round = 0; round < ROUNDS; round++) {
            int before = rows.size();
            for (Target target : targets) {
                if (!Double.isInfinite(target.limit)) {
                    Row row = row(target, bought);
                    if (row.missing(bought) > CLEARLY) {
                        rows.add(row);
                    }
                }
            }
            if (rows.size() == before) {
                return weights;
            }
            weights = Arrays.copyOf(weights, rows.size());
            new Ascent(isChosen, isFree, enough).improve(weights, STEPS_OF_ROUND, bought);
        }
        return weights;
    }

    /**
     * Returns what a set costs at least beyond what is chosen.
     *
     * @param weights weights to begin with; they are improved
     * @param isChosen the controls that are bought
     * @param isFree the controls that may still be bought
     * @param enough a bound that is enough
     */
    double bound(double[] weights, boolean[] isChosen, boolean[] isFree, long enough) {
        return rows.isEmpty()
                ? 0
                : new Ascent(isChosen, isFree, enough).improve(weights, STEPS_OF_BRANCH, new double[candidates.length]);
    }

    /** Takes for each risk source the finding that leaves most if controls were bought in part. */
    private Row row(Target target, double[] bought) {
        RateModel.Cause[] strongest = new RateModel.Cause[model.sourceCount()];
        double[] largest = new double[model.sourceCount()];
        for (RateModel.Cause cause : model.causesOf(target.objective)) {
            double left = left(cause, bought);
            for (int source : cause.sources()) {
                if (left > largest[source]) {
                    largest[source] = left;
                    strongest[source] = cause;
                }
            }
        }
        Row row = new Row(candidates.length);
        row.need = -target.limit;
        for (RateModel.Cause cause : strongest) {
            if (cause != null) {
                add(cause, bought, row);
            }
        }
        addStep(target, bought, row);
        return row;
    }

    /** A step of severity spares a part of the need, no larger a part of it than of any control that it takes. */
    private void addStep(Target target, double[] bought, Row row) {
        double spared = Math.min(row.need, target.limitWithStep - target.limit);
        double least = 1;
        int count = 0;
        for (int candidate : target.forStep) {
            count = bought[candidate] < least - CLEARLY ? 1 : bought[candidate] < least + CLEARLY ? count + 1 : count;
            least = Math.min(least, bought[candidate]);
        }
        if (count == 0 || spared <= 0) {
            return;
        }
        row.forStep = target.forStep;
        row.withStep = row.takes.clone();
        for (int candidate : target.forStep) {
            row.withStep[candidate] += bought[candidate] < least + CLEARLY ? spared / count : 0;
        }
    }

    private double left(RateModel.Cause cause, double[] bought) {
        Row row = new Row(candidates.length);
        add(cause, bought, row);
        return row.missing(bought);
    }

    /** Adds a finding to a row: what it leaves with nothing bought, and what each control may take from that. */
    private void add(RateModel.Cause cause, double[] bought, Row row) {
        row.need += cause.share();
        double unit = cause.share() / (10.0 * Math.max(1, cause.acting().length));
        for (int control : cause.acting()) {
            int own = indexes[control];
            double part = own < 0 ? 0 : bought[own];
            int tenths = least[control].tenths();
            int support = weakest(control, bought);
            double supported = support < 0 ? 1 : indexes[support] < 0 ? 0 : bought[indexes[support]];
            int held = Math.min(tenths, Stage.IMPLEMENTED.tenths());
            int rest = Stage.EFFECTIVE.tenths() - Stage.IMPLEMENTED.tenths();
            double free = tenths + (Stage.EFFECTIVE.tenths() - tenths) * part;
            double heldBack = held + (Stage.IMPLEMENTED.tenths() - held) * part + rest * supported;
            boolean isHeldBack = support >= 0 && heldBack < free;
            row.need -= unit * (isHeldBack ? held : tenths);
            if (own >= 0) {
                row.takes[own] +=
                        unit * (isHeldBack ? Stage.IMPLEMENTED.tenths() - held : Stage.EFFECTIVE.tenths() - tenths);
            }
            if (isHeldBack && indexes[support] >= 0) {
                row.takes[indexes[support]] += unit * rest;
            }
        }
    }

    /** The organisation-wide control that holds a control back most; below 0 if none does. */
    private int weakest(int control, double[] bought) {
        int weakest = -1;
        double part = Double.POSITIVE_INFINITY;
        for (int support : model.supportsOf(control)) {
            if (!CountedState.isInPlace(least[support])) {
                double own = indexes[support] < 0 ? 0 : bought[indexes[support]];
                if (own < part) {
                    part = own;
                    weakest = support;
                }
            }
        }
        return weakest;
    }

    /** Improves weights for one state of the search. */
    private final class Ascent {

        private final boolean[] isChosen;
        private final boolean[] isFree;
        private final double enough;
        private final double[] worth = new double[candidates.length];
        private final double[][] takes = new double[rows.size()][];

        Ascent(boolean[] isChosen, boolean[] isFree, long enough) {
            this.isChosen = isChosen;
            this.isFree = isFree;
            this.enough = (double) enough;
            Arrays.setAll(takes, row -> rows.get(row).takes(isChosen, isFree));
        }

        /** Leaves the best weights found, and on average what they buy; returns the bound. */
        double improve(double[] weights, int steps, double[] bought) {
            double[] tried = weights.clone();
            double[] needs = needs();
            double best = 0;
            double stride = 1;
            int fruitless = 0;
            for (int step = 0; step < steps; step++) {
                double value = value(tried, needs);
                if (value > best) {
                    best = value;
                    System.arraycopy(tried, 0, weights, 0, weights.length);
                    fruitless = 0;
                } else if (++fruitless == PATIENCE) {
                    stride /= 2;
                    fruitless = 0;
                    System.arraycopy(weights, 0, tried, 0, weights.length);
                    value(tried, needs);
                }
                for (int i = 0; i < bought.length; i++) {
                    double now = isBought(i) ? 1 : 0;
                    bought[i] += (step == 0 ? 1 : PART_OF_LATEST) * (now - bought[i]);
                }
                if (best >= enough || !climb(tried, needs, stride * (enough - Math.min(value, enough)))) {
                    break;
                }
            }
            return best;
        }

        private double[] needs() {
            double[] needs = new double[rows.size()];
            for (int row = 0; row < needs.length; row++) {
                needs[row] = rows.get(row).need;
                for (int i = 0; i < isChosen.length; i++) {
                    needs[row] -= isChosen[i] ? takes[row][i] : 0;
                }
            }
            return needs;
        }

        private double value(double[] weights, double[] needs) {
            Arrays.fill(worth, 0);
            double value = 0;
            for (int row = 0; row < needs.length; row++) {
                if (weights[row] > 0) {
                    value += weights[row] * needs[row];
                    for (int i = 0; i < worth.length; i++) {
                        worth[i] += weights[row] * takes[row][i];
                    }
                }
            }
            for (int i = 0; i < worth.length; i++) {
                value -= isBought(i) ? worth[i] - prices[i] : 0;
            }
            return value;
        }

        private boolean isBought(int candidate) {
            return isFree[candidate] && worth[candidate] > prices[candidate];
        }

        /** Moves the weights towards what is still missing; tells whether that is possible. */
        private boolean climb(double[] weights, double[] needs, double stride) {
            double[] slope = needs.clone();
            double square = 0;
            for (int row = 0; row < slope.length; row++) {
                for (int i = 0; i < worth.length; i++) {
                    slope[row] -= isBought(i) ? takes[row][i] : 0;
                }
                if (weights[row] <= 0 && slope[row] < 0) {
                    slope[row] = 0;
                }
                square += slope[row] * slope[row];
            }
            if (square <= 0) {
                return false;
            }
            for (int row = 0; row < slope.length; row++) {
                weights[row] = Math.max(0, weights[row] + stride / square * slope[row]);
            }
            return true;
        }
    }
}
