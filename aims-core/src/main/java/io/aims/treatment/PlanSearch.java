package io.aims.treatment;

import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.risk.Likelihood;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.rule.Truth;
import io.aims.treatment.ControlState.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks for the cheapest set of controls by branch and bound.
 *
 * <p>More controls never raise a risk, so a branch ends where its controls suffice, where all that are left do not, or where
 * its cost with what is still missing at least reaches the best set known. What is missing at least is told by two bounds.
 * One looks at each objective that is too high by itself: take for each risk source the finding that leaves most now; each
 * control takes a fixed amount from the sum, and buying amounts by their price, the last one in part, costs no more than any
 * set that does it. The other looks at all of them at once: {@link CoverBound}. Not thread-safe.
 */
final class PlanSearch {

    /** Up to so many controls, the search goes on to its end. */
    static final int EXACT = 20;

    /** With more controls, it ends after so many branches. Counted, not timed: the same input gives the same plan. */
    static final int MOST_BRANCHES = 20_000;

    private static final double ROUNDING = 1e-9;

    private final RateModel model;
    private final RateModel.Stages stages;
    private final RiskLevel tolerance;
    private final ControlCosts costs;
    private final int[] openObjectives;
    private final RiskLevel[] limits;
    private final int[] candidates;
    private final long[] prices;
    private final CoverBound bound;
    private final boolean[] chosen;
    private final boolean[] isFree;
    private boolean[] best = new boolean[0];
    private long bestCost;
    private long leastLeftOut = Long.MAX_VALUE;
    private int branches;
    private int mostBranches;

    PlanSearch(RateModel model, RateModel.Stages stages, ControlCosts costs, RiskLevel tolerance) {
        this.model = model;
        this.stages = stages;
        this.tolerance = tolerance;
        this.costs = costs;
        int[] priced = positions(true);
        RateModel.Result now = model.combine(stages);
        RateModel.Result all = model.combine(stages.reaching(Stage.EFFECTIVE, priced));
        int objectives = model.inherent().size();
        this.limits = new RiskLevel[objectives];
        Arrays.setAll(limits, objective -> tolerance.max(model.highLevel(all, objective)));
        this.openObjectives = IntStream.range(0, objectives)
                .filter(objective -> model.highLevel(now, objective).compareTo(limits[objective]) > 0)
                .toArray();
        Set<Integer> relevant = relevant();
        this.candidates =
                byWorth(Arrays.stream(priced).filter(relevant::contains).toArray());
        this.prices = Arrays.stream(candidates).mapToLong(this::price).toArray();
        this.bound = new CoverBound(model, stages.least(), candidates, prices);
        this.chosen = new boolean[candidates.length];
        this.isFree = new boolean[candidates.length];
        Arrays.fill(isFree, true);
    }

    CheapestPlan find(boolean stopped) {
        return find(stopped, candidates.length <= EXACT ? Integer.MAX_VALUE : MOST_BRANCHES);
    }

    /** Finds a plan within a number of branches, whatever the number of controls. */
    CheapestPlan find(boolean stopped, int branchesAtMost) {
        mostBranches = branchesAtMost;
        greedy();
        branch(0, 0, bound.prepare(targets(), bestCost), model.combine(stages), model.combine(with(chosenOrFree())));
        best = withoutWhatIsNotMissed(
                best,
                IntStream.range(0, candidates.length)
                        .boxed()
                        .sorted(Comparator.reverseOrder())
                        .toList());
        bestCost = cost(best);
        List<CheapestPlan.Step> steps = IntStream.range(0, candidates.length)
                .filter(candidate -> best[candidate])
                .mapToObj(candidate -> new CheapestPlan.Step(
                        model.control(candidates[candidate]).id(), prices[candidate]))
                .sorted(Comparator.comparing(CheapestPlan.Step::control))
                .toList();
        RateModel.Result now = model.combine(stages);
        RateModel.Result then = model.combine(with(best));
        List<CheapestPlan.Outcome> outcomes = IntStream.range(0, limits.length)
                .mapToObj(objective -> new CheapestPlan.Outcome(
                        model.inherent().get(objective).objective().id(),
                        model.highLevel(now, objective),
                        model.highLevel(then, objective)))
                .toList();
        List<ControlId> unpriced = Arrays.stream(positions(false))
                .mapToObj(control -> model.control(control).id())
                .toList();
        return new CheapestPlan(
                tolerance, steps, bestCost, Math.min(bestCost, leastLeftOut), outcomes, unpriced, stopped);
    }

    /** The controls that are or may be the organisation's to see to and are not shown to work. */
    private int[] positions(boolean priced) {
        return IntStream.range(0, model.controlCount())
                .filter(control -> model.needed(control) != Truth.FALSE
                        && model.projected(control) != ControlStatus.ROLE_EXCLUDED
                        && stages.least()[control] != Stage.EFFECTIVE
                        && costs.costs().containsKey(model.control(control).id()) == priced)
                .toArray();
    }

    private long price(int control) {
        return costs.costs().getOrDefault(model.control(control).id(), 0L);
    }

    /** The controls that can lower an objective which is too high, and those on which they rest. */
    private Set<Integer> relevant() {
        Set<Integer> relevant = new LinkedHashSet<>();
        for (int objective : openObjectives) {
            for (RateModel.Cause cause : model.causesOf(objective)) {
                Arrays.stream(cause.acting()).forEach(relevant::add);
                Arrays.stream(cause.perhapsActing()).forEach(relevant::add);
            }
            Arrays.stream(model.step(objective).possible()).forEach(relevant::add);
        }
        for (int control : List.copyOf(relevant)) {
            Arrays.stream(model.supportsOf(control)).forEach(relevant::add);
        }
        return relevant;
    }

    /** Those first that a step of severity takes, which all of them do or none; then those that take most for their price. */
    private int[] byWorth(int[] controls) {
        double[] worth = worth();
        int[] steps = new int[model.controlCount()];
        for (int objective : openObjectives) {
            RateModel.SeverityStep step = model.step(objective);
            if (!step.isBarredAtWorst() && step.hasCertain()) {
                for (int control : step.possible()) {
                    steps[control]++;
                }
            }
        }
        return Arrays.stream(controls)
                .boxed()
                .sorted(Comparator.comparingInt((Integer control) -> -steps[control])
                        .thenComparingDouble(control -> -worthForPrice(worth, control))
                        .thenComparing(control -> control))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** What each control takes at most from the findings of the objectives that are too high. */
    private double[] worth() {
        double[] worth = new double[model.controlCount()];
        for (int objective : openObjectives) {
            for (RateModel.Cause cause : model.causesOf(objective)) {
                for (int control : cause.acting()) {
                    worth[control] += cause.share() / cause.acting().length;
                }
            }
        }
        return worth;
    }

    private double worthForPrice(double[] worth, int control) {
        return worth[control] / Math.max(0.5, (double) price(control));
    }

    /** Takes all, then leaves out what is not missed: in several orders, of which the cheapest outcome is kept. */
    private void greedy() {
        bestCost = Long.MAX_VALUE;
        double[] worth = worth();
        List<Comparator<Integer>> orders = List.of(
                Comparator.reverseOrder(),
                Comparator.comparingDouble(candidate -> worthForPrice(worth, candidates[candidate])),
                Comparator.comparingLong(candidate -> -prices[candidate]));
        for (Comparator<Integer> order : orders) {
            boolean[] all = new boolean[candidates.length];
            Arrays.fill(all, true);
            boolean[] kept = withoutWhatIsNotMissed(
                    all,
                    IntStream.range(0, candidates.length)
                            .boxed()
                            .sorted(order.thenComparing(Comparator.reverseOrder()))
                            .toList());
            if (cost(kept) < bestCost) {
                best = kept;
                bestCost = cost(kept);
            }
        }
    }

    private boolean[] withoutWhatIsNotMissed(boolean[] set, List<Integer> order) {
        boolean[] kept = set.clone();
        RateModel.Result now = model.combine(with(kept));
        for (int candidate : order) {
            if (kept[candidate]) {
                kept[candidate] = false;
                RateModel.Result without = model.combine(with(kept), now);
                if (suffices(without)) {
                    now = without;
                } else {
                    kept[candidate] = true;
                }
            }
        }
        return kept;
    }

    private long cost(boolean[] set) {
        long cost = 0;
        for (int candidate = 0; candidate < set.length; candidate++) {
            cost += set[candidate] ? prices[candidate] : 0;
        }
        return cost;
    }

    /** What every open objective needs, with the controls that a step of severity takes if it may be had. */
    private List<CoverBound.Target> targets() {
        List<CoverBound.Target> targets = new ArrayList<>();
        for (int objective : openObjectives) {
            int severity = model.inherent().get(objective).severity().high().ordinal();
            double limit = limit(objective, severity);
            int[] forStep = severity == 0 ? new int[0] : forStep(objective);
            targets.add(new CoverBound.Target(
                    objective, limit, forStep.length == 0 ? limit : limit(objective, severity - 1), forStep));
        }
        return targets;
    }

    /** The candidates that a step of severity takes; none if it cannot be had. */
    private int[] forStep(int objective) {
        if (Double.isInfinite(priceOfStep(objective, stages.least()))) {
            return new int[0];
        }
        Set<Integer> needed = new LinkedHashSet<>();
        for (int control : model.step(objective).possible()) {
            needed.add(control);
            for (int support : model.supportsOf(control)) {
                if (!CountedState.isInPlace(stages.least()[support])) {
                    needed.add(support);
                }
            }
        }
        if (needed.stream().anyMatch(control -> stages.least()[control] != Stage.EFFECTIVE && indexOf(control) < 0)) {
            return new int[0];
        }
        return needed.stream()
                .filter(control -> stages.least()[control] != Stage.EFFECTIVE)
                .mapToInt(this::indexOf)
                .toArray();
    }

    /**
     * Goes on from a set.
     *
     * @param next the first candidate about which nothing is decided
     * @param cost what is chosen costs
     * @param weights where the bound begins to look
     * @param now what the objectives come to with what is chosen
     * @param atBest what they come to with all that is free as well
     */
    private void branch(int next, long cost, double[] weights, RateModel.Result now, RateModel.Result atBest) {
        if (suffices(now)) {
            if (cost < bestCost) {
                bestCost = cost;
                best = chosen.clone();
            }
            return;
        }
        if (next == candidates.length || !suffices(atBest)) {
            return;
        }
        double[] own = weights.clone();
        long least = cost + Math.max(missing(), whole(bound.bound(own, chosen, isFree, bestCost - cost)));
        if (least >= bestCost) {
            return;
        }
        branches++;
        if (branches > mostBranches) {
            leastLeftOut = Math.min(leastLeftOut, least);
            return;
        }
        isFree[next] = false;
        chosen[next] = true;
        branch(next + 1, cost + prices[next], own, model.combine(with(chosen), now), atBest);
        chosen[next] = false;
        branch(next + 1, cost, own, now, model.combine(with(chosenOrFree()), atBest));
        isFree[next] = true;
    }

    private boolean suffices(RateModel.Result result) {
        return Arrays.stream(openObjectives)
                .allMatch(objective -> model.highLevel(result, objective).compareTo(limits[objective]) <= 0);
    }

    private boolean[] chosenOrFree() {
        boolean[] all = chosen.clone();
        for (int candidate = 0; candidate < all.length; candidate++) {
            all[candidate] |= isFree[candidate];
        }
        return all;
    }

    private RateModel.Stages with(boolean[] set) {
        return stages.reaching(
                Stage.EFFECTIVE,
                IntStream.range(0, set.length)
                        .filter(candidate -> set[candidate])
                        .map(candidate -> candidates[candidate])
                        .toArray());
    }

    /** What a set that goes on from here costs at least beyond what is chosen. */
    private long missing() {
        Stage[] hoped = with(chosen).least();
        double most = 0;
        for (int objective : openObjectives) {
            most = Math.max(most, missing(objective, hoped));
        }
        return whole(most);
    }

    /** The next whole number, less what rounding may have added. */
    private static long whole(double cost) {
        return cost >= Long.MAX_VALUE / 4.0 ? Long.MAX_VALUE / 4 : (long) Math.ceil(cost * (1 - ROUNDING) - ROUNDING);
    }

    private double missing(int objective, Stage[] hoped) {
        double[] taken = new double[candidates.length];
        double rate = relaxed(objective, hoped, taken);
        int severity = model.inherent().get(objective).severity().high().ordinal();
        double withoutStep = price(rate - limit(objective, severity), taken);
        double step = priceOfStep(objective, hoped);
        if (severity == 0 || Double.isInfinite(step)) {
            return withoutStep;
        }
        double withStep = Math.max(step, price(rate - limit(objective, severity - 1), taken));
        return Math.min(withoutStep, withStep);
    }

    /** A rate that is not above the true one, and what each control that is free takes from it. */
    private double relaxed(int objective, Stage[] hoped, double[] taken) {
        RateModel.Cause[] strongest = new RateModel.Cause[model.sourceCount()];
        double[] largest = new double[model.sourceCount()];
        for (RateModel.Cause cause : model.causesOf(objective)) {
            double left = cause.share() * model.remainingOfCertain(cause, hoped);
            for (int source : cause.sources()) {
                if (left > largest[source]) {
                    largest[source] = left;
                    strongest[source] = cause;
                }
            }
        }
        double rate = 0;
        for (int source = 0; source < largest.length; source++) {
            rate += largest[source];
            for (int candidate = 0; candidate < candidates.length && strongest[source] != null; candidate++) {
                if (isFree[candidate]) {
                    taken[candidate] += taken(strongest[source], candidates[candidate], hoped);
                }
            }
        }
        return rate;
    }

    private static double taken(RateModel.Cause cause, int control, Stage[] hoped) {
        for (int acting : cause.acting()) {
            if (acting == control) {
                int tenths = Stage.EFFECTIVE.tenths() - hoped[control].tenths();
                return cause.share() * tenths / (10.0 * cause.acting().length);
            }
        }
        return 0;
    }

    /** The rate that an objective must stay below to have its limit at a severity; below 0 if none is low enough. */
    private double limit(int objective, int severity) {
        RiskCriteria criteria = model.criteria();
        Likelihood[] bands = Likelihood.values();
        for (int band = bands.length - 1; band >= 0; band--) {
            if (criteria.level(bands[band], Severity.values()[severity]).compareTo(limits[objective]) <= 0) {
                return band == bands.length - 1 ? Double.POSITIVE_INFINITY : criteria.bandStart(bands[band + 1]);
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    /** What the controls cost whose effect a step of severity still lacks; infinite if it cannot be had. */
    private double priceOfStep(int objective, Stage[] hoped) {
        RateModel.SeverityStep step = model.step(objective);
        if (step.isBarredAtWorst() || !step.hasCertain()) {
            return Double.POSITIVE_INFINITY;
        }
        double price = 0;
        for (int control : step.possible()) {
            if (hoped[control] != Stage.EFFECTIVE) {
                int candidate = indexOf(control);
                if (candidate < 0 || !isFree[candidate]) {
                    return Double.POSITIVE_INFINITY;
                }
                price += prices[candidate];
            }
        }
        return price;
    }

    private int indexOf(int control) {
        for (int candidate = 0; candidate < candidates.length; candidate++) {
            if (candidates[candidate] == control) {
                return candidate;
            }
        }
        return -1;
    }

    /** The price of an amount, bought where it is cheapest and the last piece in part; infinite if there is too little. */
    private double price(double amount, double[] taken) {
        if (amount <= 0) {
            return 0;
        }
        Integer[] order = IntStream.range(0, taken.length)
                .filter(candidate -> taken[candidate] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(candidate -> prices[candidate] / taken[candidate]))
                .toArray(Integer[]::new);
        double price = 0;
        double left = amount;
        for (int candidate : order) {
            if (taken[candidate] >= left) {
                return price + prices[candidate] * (left / taken[candidate]);
            }
            price += prices[candidate];
            left -= taken[candidate];
        }
        return left <= amount * ROUNDING ? price : Double.POSITIVE_INFINITY;
    }
}
