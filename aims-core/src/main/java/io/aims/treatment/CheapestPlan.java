package io.aims.treatment;

import io.aims.control.ControlId;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import java.util.List;

/**
 * The cheapest set of controls that, brought to work, brings every objective to the tolerance or below, also if everything
 * unknown turns out badly. Where no set of priced controls does, to the lowest level that all of them reach.
 *
 * @param tolerance the level that shall not be passed
 * @param steps the controls to bring to work, sorted
 * @param cost what they cost together
 * @param leastCost the cost below which no set does as much; equal to the cost if it is proven to be the cheapest
 * @param outcomes what every objective comes to, sorted
 * @param unpriced the controls that are needed, not shown to work and without a cost, sorted: they were left as they are
 * @param stopped whether a verdict that nothing lifts holds or may hold; no control makes such a use permitted
 * @clause ISO/IEC 42001:2023 6.1.3
 * @since 0.1
 */
public record CheapestPlan(
        RiskLevel tolerance,
        List<Step> steps,
        long cost,
        long leastCost,
        List<Outcome> outcomes,
        List<ControlId> unpriced,
        boolean stopped) {

    /**
     * A control to bring to work.
     *
     * @param control the control
     * @param cost its cost
     */
    public record Step(ControlId control, long cost) {}

    /**
     * What an objective comes to at its high end.
     *
     * @param objective the objective
     * @param now its level before
     * @param then its level once the controls of the plan work
     */
    public record Outcome(ObjectiveId objective, RiskLevel now, RiskLevel then) {}

    /** Copies the lists. */
    public CheapestPlan {
        steps = List.copyOf(steps);
        outcomes = List.copyOf(outcomes);
        unpriced = List.copyOf(unpriced);
    }

    /**
     * Tells whether no cheaper set does as much.
     *
     * @return {@code true} if that is proven
     */
    public boolean isExact() {
        return cost == leastCost;
    }

    /**
     * Returns the objectives that stay above the tolerance whatever priced control is brought to work. They need another
     * treatment, another system, or an answer to what is unknown.
     *
     * @return the outcomes, sorted by objective; none if the tolerance is reached
     */
    public List<Outcome> outOfReach() {
        return outcomes.stream()
                .filter(outcome -> outcome.then().compareTo(tolerance) > 0)
                .toList();
    }
}
