package io.aims.evaluation;

import java.util.Arrays;
import java.util.BitSet;

/**
 * By how many steps an answer narrows the levels of a system. An end of a level is computed anew only where a rule that the
 * answer settles counts for it. Not thread-safe.
 */
final class LevelSteps {

    private final LevelCells cells;
    private final BitSet possible;
    private final double[] low;
    private final double[] high;
    private final double[] tried;
    private final int[] carriers;
    private final int[] lowLevels;
    private final int[] highLevels;
    private final int[] remaining;
    private final long[] falling;
    private final long[] raised;
    private final long[] lowered;

    LevelSteps(LevelCells cells, BitSet certain, BitSet possible) {
        this.cells = cells;
        this.possible = possible;
        this.low = new double[cells.size()];
        this.high = new double[cells.size()];
        this.tried = new double[cells.size()];
        this.carriers = new int[cells.size()];
        for (int rule = possible.nextSetBit(0); rule >= 0; rule = possible.nextSetBit(rule + 1)) {
            weigh(rule, certain.get(rule));
        }
        this.lowLevels = new int[cells.objectives()];
        this.highLevels = new int[cells.objectives()];
        for (int objective = 0; objective < lowLevels.length; objective++) {
            lowLevels[objective] = cells.level(objective, low);
            highLevels[objective] = cells.level(objective, high);
        }
        this.remaining = carriers.clone();
        this.falling = new long[cells.size()];
        Arrays.fill(falling, -1L);
        this.raised = new long[cells.objectives()];
        this.lowered = new long[cells.objectives()];
    }

    private void weigh(int rule, boolean isCertain) {
        int[] own = cells.cellsOf(rule);
        double[] weights = cells.weightsOf(rule);
        for (int i = 0; i < own.length; i++) {
            int cell = own[i];
            if (weights[i] > high[cell]) {
                high[cell] = weights[i];
                carriers[cell] = 0;
            }
            if (weights[i] == high[cell]) {
                carriers[cell]++;
            }
            if (isCertain && weights[i] > low[cell]) {
                low[cell] = weights[i];
            }
        }
    }

    /**
     * Returns by how many steps, over all objectives, the best of some answers narrows the levels.
     *
     * @param settled the rules that the answers settle
     * @param answers the answers
     * @return the number of steps
     */
    int most(SettledRules settled, long answers) {
        mark(settled);
        long moving = 0;
        for (int objective = 0; objective < raised.length; objective++) {
            moving |= raised[objective] | lowered[objective];
        }
        int most = 0;
        for (long rest = moving & answers; rest != 0; rest &= rest - 1) {
            most = Math.max(most, steps(settled, Long.lowestOneBit(rest)));
        }
        unmark(settled);
        return most;
    }

    /** Finds with which answers the low end of a level may rise or the high end fall. */
    private void mark(SettledRules settled) {
        for (int place = 0; place < settled.size(); place++) {
            int[] own = cells.cellsOf(settled.rule(place));
            double[] weights = cells.weightsOf(settled.rule(place));
            long holds = settled.holding(place);
            long fails = settled.failing(place);
            for (int i = 0; i < own.length; i++) {
                int cell = own[i];
                if (weights[i] > low[cell]) {
                    raised[cells.objectiveOf(cell)] |= holds;
                }
                if (weights[i] == high[cell]) {
                    remaining[cell]--;
                    falling[cell] &= fails;
                    if (remaining[cell] == 0) {
                        lowered[cells.objectiveOf(cell)] |= falling[cell];
                    }
                }
            }
        }
    }

    private void unmark(SettledRules settled) {
        for (int place = 0; place < settled.size(); place++) {
            for (int cell : cells.cellsOf(settled.rule(place))) {
                remaining[cell] = carriers[cell];
                falling[cell] = -1L;
                raised[cells.objectiveOf(cell)] = 0;
                lowered[cells.objectiveOf(cell)] = 0;
            }
        }
    }

    private int steps(SettledRules settled, long answer) {
        int steps = 0;
        System.arraycopy(low, 0, tried, 0, tried.length);
        raise(settled, answer);
        for (int objective = 0; objective < raised.length; objective++) {
            if ((raised[objective] & answer) != 0) {
                steps += cells.level(objective, tried) - lowLevels[objective];
            }
            if ((lowered[objective] & answer) != 0) {
                lower(objective, settled, answer);
                steps += highLevels[objective] - cells.level(objective, tried);
            }
        }
        return steps;
    }

    private void raise(SettledRules settled, long answer) {
        for (int place = 0; place < settled.size(); place++) {
            if ((settled.holding(place) & answer) != 0) {
                int[] own = cells.cellsOf(settled.rule(place));
                double[] weights = cells.weightsOf(settled.rule(place));
                for (int i = 0; i < own.length; i++) {
                    if (weights[i] > tried[own[i]]) {
                        tried[own[i]] = weights[i];
                    }
                }
            }
        }
    }

    private void lower(int objective, SettledRules settled, long answer) {
        int first = cells.first(objective);
        for (int cell = first; cell < first + cells.columns(); cell++) {
            boolean falls = carriers[cell] > 0 && remaining[cell] == 0 && (falling[cell] & answer) != 0;
            tried[cell] = falls ? heaviestLeft(cell, settled, answer) : high[cell];
        }
    }

    private double heaviestLeft(int cell, SettledRules settled, long answer) {
        int[] rules = cells.heaviestFirst(cell);
        for (int i = 0; i < rules.length; i++) {
            if (possible.get(rules[i]) && (settled.failingOf(rules[i]) & answer) == 0) {
                return cells.weightsIn(cell)[i];
            }
        }
        return 0;
    }
}
