package io.aims.treatment.statement;

import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Risk;
import io.aims.evaluation.RiskOrder;
import io.aims.risk.RiskCriteria;
import java.util.Arrays;
import java.util.List;

/**
 * What {@link RiskOrder} compares of a system, kept without its evaluation.
 *
 * @param prudentLevels the prudent levels of its objectives as numbers, the highest first
 * @param certainRate the sum of the rates that are certain
 * @param id the id of the system
 */
record SystemRank(List<Integer> prudentLevels, double certainRate, String id) implements Comparable<SystemRank> {

    static SystemRank of(Evaluation evaluation, RiskCriteria criteria) {
        Integer[] levels = evaluation.risks().stream()
                .map(risk -> criteria.level(
                                risk.likelihood().high(), risk.severity().low())
                        .ordinal())
                .toArray(Integer[]::new);
        Arrays.sort(levels, (left, right) -> Integer.compare(right, left));
        return new SystemRank(
                List.of(levels),
                evaluation.risks().stream().mapToDouble(Risk::lowRate).sum(),
                evaluation.system().id());
    }

    /** The riskier system comes first. */
    @Override
    public int compareTo(SystemRank other) {
        for (int i = 0; i < prudentLevels.size(); i++) {
            int order = Integer.compare(other.prudentLevels.get(i), prudentLevels.get(i));
            if (order != 0) {
                return order;
            }
        }
        int order = Double.compare(other.certainRate, certainRate);
        return order != 0 ? order : id.compareTo(other.id);
    }
}
