package io.aims.treatment.portfolio;

import io.aims.error.AimsException;
import io.aims.treatment.ResidualProfile;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Collects systems into a portfolio, one after the other, and keeps none of them. Not thread-safe: to use several threads,
 * give each a collector, or let them make {@linkplain Portfolio#of portfolios of one system}, and add up what they made.
 *
 * @since 0.1
 */
public final class PortfolioCollector {

    private static final String OTHER_LIMIT = "AIMS-3082";

    private final int limit;
    private final Deque<Part> parts = new ArrayDeque<>();
    private @Nullable Ground ground;

    /** What so many additions made. Like digits of a binary number, parts grow upwards: adding n systems joins few of them. */
    private record Part(Portfolio portfolio, long additions) {}

    PortfolioCollector(int limit) {
        Portfolio.checkLimit(limit);
        this.limit = limit;
    }

    /**
     * Adds a system.
     *
     * @param profile what remains of its risks
     * @throws AimsException as {@link #add(Portfolio)}; nothing is then added
     */
    public void add(ResidualProfile profile) {
        add(Portfolio.of(profile, limit));
    }

    /**
     * Adds the systems of another portfolio.
     *
     * @param portfolio the portfolio
     * @throws AimsException AIMS-3080, if it rests on other rules, vocabulary, catalogue or criteria; AIMS-3081, if it is for
     *     another day; AIMS-3082, if it has another limit; nothing is then added
     */
    public void add(Portfolio portfolio) {
        Portfolio.Content more = portfolio.content();
        if (limit != more.limit()) {
            throw new AimsException(
                    OTHER_LIMIT,
                    "A portfolio that keeps (" + more.limit()
                            + ") systems behind each count cannot be added to one that" + " keeps (" + limit + ").",
                    "Collect both with the same limit.");
        }
        Ground own = ground;
        Ground others = more.ground();
        if (own != null && others != null) {
            own.check(others);
        }
        ground = own == null ? others : own;
        Part last = new Part(portfolio, 1);
        while (!parts.isEmpty() && parts.element().additions() <= last.additions()) {
            last = joined(parts.remove(), last);
        }
        parts.push(last);
    }

    private Part joined(Part one, Part other) {
        PortfolioSum sum = new PortfolioSum(limit);
        sum.add(one.portfolio());
        sum.add(other.portfolio());
        return new Part(sum.portfolio(), one.additions() + other.additions());
    }

    /**
     * Returns what was collected so far. More may be added afterwards.
     *
     * @return the portfolio
     */
    public Portfolio portfolio() {
        if (parts.isEmpty()) {
            return new PortfolioSum(limit).portfolio();
        }
        Part all = parts.remove();
        while (!parts.isEmpty()) {
            all = joined(parts.remove(), all);
        }
        parts.push(all);
        return all.portfolio();
    }
}
