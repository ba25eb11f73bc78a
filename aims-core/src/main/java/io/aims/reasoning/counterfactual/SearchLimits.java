package io.aims.reasoning.counterfactual;

/**
 * How long to search. Counted in steps, never by the clock, so that the result is the same on every machine.
 *
 * @param sets how many sets of changes to list, at least 1
 * @param steps how many trials to make beyond those for the first set, 0 or more; some hundred thousand take about a second
 * @since 0.1
 */
public record SearchLimits(int sets, int steps) {

    /** Up to ten sets within a hundred thousand steps. */
    public static final SearchLimits STANDARD = new SearchLimits(10, 100_000);

    /** Checks the limits. */
    public SearchLimits {
        if (sets < 1 || steps < 0) {
            throw new IllegalArgumentException(
                    "A search lists one set or more in no negative number of steps, not " + sets + " in " + steps);
        }
    }
}
