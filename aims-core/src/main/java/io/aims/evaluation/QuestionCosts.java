package io.aims.evaluation;

import io.aims.error.AimsException;
import io.aims.system.Characteristic;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What it costs to find out an answer, in any unit, for example hours. What is not named costs 1. Immutable and
 * thread-safe.
 *
 * @since 0.1
 */
public final class QuestionCosts {

    private static final QuestionCosts EQUAL = new QuestionCosts(Map.of());

    private final Map<String, Double> costs;

    private QuestionCosts(Map<String, Double> costs) {
        this.costs = costs;
    }

    /**
     * Returns costs of 1 for every question.
     *
     * @return the costs
     */
    public static QuestionCosts equal() {
        return EQUAL;
    }

    /**
     * Returns costs of which one is another.
     *
     * @param characteristic the characteristic that is asked for
     * @param cost what an answer costs, 0 or more
     * @return the costs
     * @throws AimsException AIMS-3030, if the cost is negative or no number
     */
    public QuestionCosts with(Characteristic<?> characteristic, double cost) {
        if (!(cost >= 0 && cost <= Double.MAX_VALUE)) {
            throw new AimsException(
                    "AIMS-3030",
                    "The cost (" + cost + ") of asking for (" + characteristic.id() + ") must be a number, 0 or more.",
                    "Maybe leave the question out: what is not named costs 1.");
        }
        Map<String, Double> more = new HashMap<>(costs);
        more.put(characteristic.id(), cost);
        return new QuestionCosts(Map.copyOf(more));
    }

    /**
     * Returns what an answer costs.
     *
     * @param characteristic the characteristic that is asked for
     * @return the cost
     */
    public double of(Characteristic<?> characteristic) {
        return costs.getOrDefault(characteristic.id(), 1.0);
    }

    /** What an answer gives for one unit of its cost. */
    double worth(OpenQuestion question, int gain) {
        return gain == 0 ? 0 : gain / of(question.entry().characteristic());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuestionCosts that && costs.equals(that.costs);
    }

    @Override
    public int hashCode() {
        return costs.hashCode();
    }

    @Override
    public String toString() {
        return new TreeMap<>(costs).toString();
    }
}
