package io.aims.evaluation;

import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each rule weighs in the level of each objective. An objective has one cell for each risk source, in which a rule
 * weighs its share of the rate, and a last one, in which it weighs its floor. Of each cell the heaviest rule that holds
 * counts; a rule that weighs nothing in a cell is not in it. Immutable and thread-safe.
 */
final class LevelCells {

    private static final Severity[] SEVERITIES = Severity.values();

    private final RiskCriteria criteria;
    private final int objectives;
    private final int columns;
    private final int[] objectiveOf;
    private final int[][] cellsOf;
    private final double[][] weightsOf;
    private final int[][] heaviestFirst;
    private final double[][] weightsIn;

    private record Weight(int rule, int cell, double weight) {}

    LevelCells(RiskMethod method) {
        this.criteria = method.base().criteria();
        Map<RiskSourceId, Integer> sources = new HashMap<>();
        for (RiskSource source : method.base().catalogue().riskSources()) {
            sources.put(source.id(), sources.size());
        }
        this.objectives = method.objectives().size();
        this.columns = sources.size() + 1;
        List<List<Weight>> inCell = new ArrayList<>();
        for (int cell = 0; cell < size(); cell++) {
            inCell.add(new ArrayList<>());
        }
        this.objectiveOf = new int[size()];
        for (int cell = 0; cell < objectiveOf.length; cell++) {
            objectiveOf[cell] = cell / columns;
        }
        int rules = method.base().rules().size();
        this.cellsOf = new int[rules][];
        this.weightsOf = new double[rules][];
        for (int rule = 0; rule < rules; rule++) {
            List<Weight> own = weights(rule, method, sources);
            own.forEach(weight -> inCell.get(weight.cell()).add(weight));
            cellsOf[rule] = own.stream().mapToInt(Weight::cell).toArray();
            weightsOf[rule] = own.stream().mapToDouble(Weight::weight).toArray();
        }
        inCell.forEach(cell -> cell.sort(
                Comparator.comparingDouble(Weight::weight).reversed().thenComparingInt(Weight::rule)));
        this.heaviestFirst = inCell.stream()
                .map(cell -> cell.stream().mapToInt(Weight::rule).toArray())
                .toArray(int[][]::new);
        this.weightsIn = inCell.stream()
                .map(cell -> cell.stream().mapToDouble(Weight::weight).toArray())
                .toArray(double[][]::new);
    }

    private List<Weight> weights(int position, RiskMethod method, Map<RiskSourceId, Integer> sources) {
        Rule rule = method.base().rules().get(position);
        double share = method.rate(position) / Math.max(1, rule.raises().size());
        int floor = rule.severityFloor().map(Severity::ordinal).orElse(0);
        List<Weight> weights = new ArrayList<>();
        for (int objective : method.objectivesOf(position)) {
            for (RiskSourceId source : rule.raises()) {
                Integer column = sources.get(source);
                if (column != null && share > 0) {
                    weights.add(new Weight(position, objective * columns + column, share));
                }
            }
            if (floor > 0) {
                weights.add(new Weight(position, objective * columns + columns - 1, floor));
            }
        }
        return weights;
    }

    /** The number of cells. */
    int size() {
        return objectives * columns;
    }

    int objectives() {
        return objectives;
    }

    /** The first cell of an objective. */
    int first(int objective) {
        return objective * columns;
    }

    int objectiveOf(int cell) {
        return objectiveOf[cell];
    }

    /** The number of cells of an objective. */
    int columns() {
        return columns;
    }

    /** The cells in which a rule weighs something, those of one objective side by side. */
    int[] cellsOf(int rule) {
        return cellsOf[rule];
    }

    /** What a rule weighs in its cells, in the same order. */
    double[] weightsOf(int rule) {
        return weightsOf[rule];
    }

    /** The rules in a cell, the heaviest first. */
    int[] heaviestFirst(int cell) {
        return heaviestFirst[cell];
    }

    /** What the rules in a cell weigh, in the same order. */
    double[] weightsIn(int cell) {
        return weightsIn[cell];
    }

    /**
     * Returns the level of an objective.
     *
     * @param objective the objective
     * @param weights the weight that counts in each cell
     * @return the position of the level
     */
    int level(int objective, double[] weights) {
        int first = first(objective);
        int last = first + columns - 1;
        double rate = 0;
        for (int cell = first; cell < last; cell++) {
            rate += weights[cell];
        }
        return criteria.level(criteria.band(rate), SEVERITIES[(int) weights[last]]).ordinal();
    }
}
