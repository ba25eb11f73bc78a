package io.aims.treatment.portfolio;

import io.aims.risk.RiskLevel;
import io.aims.system.Dependency;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Adds portfolios up. What is added has been checked. Not thread-safe. */
final class PortfolioSum {

    private final int limit;
    private @Nullable Ground ground;
    private RangeCounts<RiskLevel> inherent = RangeCounts.none(RiskLevel.class);
    private RangeCounts<RiskLevel> residual = RangeCounts.none(RiskLevel.class);
    private SystemLines systems = SystemLines.NONE;
    private SystemLines stopped = SystemLines.NONE;
    private SystemLines perhapsStopped = SystemLines.NONE;
    private SystemLines contradictory = SystemLines.NONE;
    private long unstated;
    private List<ObjectiveView> objectives = List.of();
    private List<ControlReach> controls = List.of();
    private final SortedMap<String, SharedQuestion> questions = new TreeMap<>();
    private final SortedMap<String, Long> contradictions = new TreeMap<>();
    private final Map<Dependency, SortedMap<String, CommonCause>> causes = new EnumMap<>(Dependency.class);
    private final Map<Dependency, Long> naming = new EnumMap<>(Dependency.class);

    PortfolioSum(int limit) {
        this.limit = limit;
    }

    void add(Portfolio portfolio) {
        Portfolio.Content more = portfolio.content();
        ground = ground == null ? more.ground() : ground;
        inherent = inherent.plus(more.inherent());
        residual = residual.plus(more.residual());
        systems = systems.plus(more.systems(), limit);
        stopped = stopped.plus(more.stopped(), limit);
        perhapsStopped = perhapsStopped.plus(more.perhapsStopped(), limit);
        contradictory = contradictory.plus(more.contradictory(), limit);
        unstated += more.unstated();
        objectives = joint(objectives, more.objectives(), (one, other) -> one.plus(other, limit));
        controls = joint(controls, more.controls(), ControlReach::plus);
        more.questions().forEach((id, question) -> questions.merge(id, question, SharedQuestion::plus));
        more.contradictions().forEach((id, count) -> contradictions.merge(id, count, Long::sum));
        more.naming().forEach((kind, count) -> naming.merge(kind, count, Long::sum));
        more.causes().forEach((kind, named) -> {
            SortedMap<String, CommonCause> known = causes.computeIfAbsent(kind, k -> new TreeMap<>());
            named.forEach((key, cause) -> known.merge(key, cause, (one, other) -> one.plus(other, limit)));
        });
    }

    /** Joins two lists that speak of the same things in the same order, or one of which is empty. */
    private static <T> List<T> joint(List<T> some, List<T> others, BinaryOperator<T> plus) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        List<T> sums = new ArrayList<>(some.size());
        for (int position = 0; position < some.size(); position++) {
            sums.add(plus.apply(some.get(position), others.get(position)));
        }
        return sums;
    }

    Portfolio portfolio() {
        return new Portfolio(new Portfolio.Content(
                limit,
                ground,
                inherent,
                residual,
                systems,
                stopped,
                perhapsStopped,
                unstated,
                objectives,
                controls,
                questions,
                contradictory,
                contradictions,
                causes,
                naming));
    }
}
