package io.aims.evaluation;

import io.aims.risk.RiskLevel;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * By what systems are put in order of their risk: {@link RiskOrder}. The rank that deserves attention first comes first.
 * Immutable and thread-safe.
 *
 * @param prudentLevels the prudent levels of all objectives, from the highest to the lowest
 * @param certainRate the sum of the rates that are certain; for ranking, not a measured frequency
 * @since 0.1
 */
public record RiskRank(List<RiskLevel> prudentLevels, double certainRate) implements Comparable<RiskRank> {

    /** Copies the levels. */
    public RiskRank {
        prudentLevels = List.copyOf(prudentLevels);
    }

    /**
     * Ranks a system by the risk to each of its objectives.
     *
     * @param risks the risk to every objective
     * @param prudentLevel the level of a risk if the consequence is as bad as is known, and failing as likely as possible
     * @param certainRate the rate of a risk that is certain
     * @param <T> the type of risk
     * @return the rank
     */
    public static <T> RiskRank of(
            Collection<T> risks, Function<T, RiskLevel> prudentLevel, ToDoubleFunction<T> certainRate) {
        return new RiskRank(
                risks.stream()
                        .map(prudentLevel)
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                risks.stream().mapToDouble(certainRate).sum());
    }

    @Override
    public int compareTo(RiskRank other) {
        for (int place = 0; place < Math.min(prudentLevels.size(), other.prudentLevels.size()); place++) {
            int byLevel = other.prudentLevels.get(place).compareTo(prudentLevels.get(place));
            if (byLevel != 0) {
                return byLevel;
            }
        }
        int byCount = Integer.compare(other.prudentLevels.size(), prudentLevels.size());
        return byCount != 0 ? byCount : Double.compare(other.certainRate, certainRate);
    }
}
