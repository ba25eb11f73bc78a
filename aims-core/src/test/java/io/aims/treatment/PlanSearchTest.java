package io.aims.treatment;

import static io.aims.TestRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.TestRules;
import io.aims.TestRules.RuleBuilder;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.Evaluation;
import io.aims.risk.Likelihood;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.vocabulary.Characteristics;
import io.aims.treatment.ControlState.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Many small random cases, in which every set of controls can be tried. */
class PlanSearchTest {

    private static final int CASES = 400;
    private static final Likelihood[] LIKELIHOODS = Likelihood.values();
    private static final Severity[] SEVERITIES = Severity.values();

    @Test
    void the_plan_is_the_cheapest_of_all_sets_and_its_bound_never_lies_above_it_however_early_the_search_ends() {
        SplittableRandom random = new SplittableRandom(42);
        int bought = 0;
        int cutShort = 0;
        for (int n = 0; n < CASES; n++) {
            Evaluation evaluation = Given.evaluate(system(random), rules(random));
            ControlStates states = states(random);
            ResidualProfile profile = Given.residual(evaluation, states);
            Map<ControlId, Long> costs = costs(profile, random);
            RiskLevel tolerance = RiskLevel.values()[random.nextInt(4)];

            long cheapest = cheapest(evaluation, states, costs, tolerance);
            CheapestPlan plan = profile.cheapestPlan(ControlCosts.of(costs), tolerance);

            assertThat(plan.cost()).as("case " + n).isEqualTo(cheapest);
            assertThat(plan.isExact()).isTrue();
            bought += plan.steps().isEmpty() ? 0 : 1;
            for (int branches = 0; branches < 6; branches++) {
                CheapestPlan early =
                        profile.search(ControlCosts.of(costs), tolerance).find(false, branches);
                assertThat(early.leastCost()).as("case " + n).isLessThanOrEqualTo(cheapest);
                assertThat(early.cost()).isGreaterThanOrEqualTo(cheapest);
                assertThat(early.outcomes())
                        .extracting(outcome -> outcome.then().compareTo(tolerance) > 0)
                        .isEqualTo(plan.outcomes().stream()
                                .map(outcome -> outcome.then().compareTo(tolerance) > 0)
                                .toList());
                cutShort += early.isExact() ? 0 : 1;
            }
        }
        assertThat(bought).as("cases in which something is bought").isGreaterThan(CASES / 4);
        assertThat(cutShort).as("searches that ended too early to know").isGreaterThan(CASES / 20);
    }

    /** Tries every set of priced controls: the least cost that brings every objective as low as all of them would. */
    private static long cheapest(
            Evaluation evaluation, ControlStates states, Map<ControlId, Long> costs, RiskLevel tolerance) {
        List<ControlId> controls = List.copyOf(costs.keySet());
        List<RiskLevel> reachable = levels(evaluation, states, controls, (1 << controls.size()) - 1);
        long cheapest = Long.MAX_VALUE;
        for (int set = 0; set < 1 << controls.size(); set++) {
            List<RiskLevel> reached = levels(evaluation, states, controls, set);
            boolean suffices = true;
            long cost = 0;
            for (int i = 0; i < reached.size(); i++) {
                suffices &= reached.get(i).compareTo(tolerance.max(reachable.get(i))) <= 0;
            }
            for (int i = 0; i < controls.size(); i++) {
                cost += (set >> i & 1) == 0 ? 0 : costs.getOrDefault(controls.get(i), 0L);
            }
            cheapest = suffices ? Math.min(cheapest, cost) : cheapest;
        }
        return cheapest;
    }

    private static List<RiskLevel> levels(
            Evaluation evaluation, ControlStates states, List<ControlId> controls, int set) {
        ControlStates bought = states;
        for (int i = 0; i < controls.size(); i++) {
            if ((set >> i & 1) != 0) {
                bought = bought.with(controls.get(i), Given.shown(Stage.EFFECTIVE));
            }
        }
        return Given.residual(evaluation, bought).risks().stream()
                .map(risk -> risk.level().high())
                .toList();
    }

    private static AiSystem system(SplittableRandom random) {
        return List.of(Given.PRODUCED, Given.PRODUCED, Given.BOUGHT, Given.ROLES_OPEN)
                .get(random.nextInt(4));
    }

    private static RuleBuilder[] rules(SplittableRandom random) {
        List<RuleBuilder> rules = new ArrayList<>();
        int count = 2 + random.nextInt(8);
        for (int n = 0; n < count; n++) {
            RuleBuilder rule = rule("R-" + n)
                    .raises(some(random, 1 + random.nextInt(2), "C.3.1", "C.3.2", "C.3.3", "C.3.4"))
                    .threatens(some(random, 1 + random.nextInt(2), "C.2.1", "C.2.5"))
                    .likelihood(LIKELIHOODS[2 + random.nextInt(3)])
                    .floor(SEVERITIES[2 + random.nextInt(3)])
                    .requires(some(
                            random,
                            1 + random.nextInt(3),
                            "A.2.2",
                            "A.5.2",
                            "A.5.4",
                            "A.6.2.4",
                            "A.6.2.6",
                            "A.6.2.8",
                            "A.9.2"));
            rules.add(random.nextInt(4) == 0 ? rule.when(TestRules.yes(Characteristics.PROFILING)) : rule);
        }
        return rules.toArray(RuleBuilder[]::new);
    }

    private static String[] some(SplittableRandom random, int count, String... from) {
        List<String> left = new ArrayList<>(List.of(from));
        while (left.size() > count) {
            left.remove(random.nextInt(left.size()));
        }
        return left.toArray(String[]::new);
    }

    private static ControlStates states(SplittableRandom random) {
        Map<ControlId, ControlState> states = new TreeMap<>();
        for (Control control : Given.catalogue().controls()) {
            if (random.nextInt(3) > 0) {
                states.put(control.id(), Given.shown(Stage.values()[random.nextInt(5)]));
            }
        }
        return ControlStates.of(states);
    }

    /** Prices for most of the controls that may be the organisation's to see to. */
    private static Map<ControlId, Long> costs(ResidualProfile profile, SplittableRandom random) {
        Map<ControlId, Long> costs = new TreeMap<>();
        for (CountedState state : profile.controls()) {
            ControlId id = state.control().id();
            boolean mayBeNeeded = profile.evaluation()
                    .control(id)
                    .filter(result -> result.needed() != Truth.FALSE)
                    .isPresent();
            if (mayBeNeeded
                    && state.projected() != ControlStatus.ROLE_EXCLUDED
                    && state.stage().low() != Stage.EFFECTIVE
                    && random.nextInt(6) > 0) {
                costs.put(id, (long) random.nextInt(8));
            }
        }
        return costs;
    }
}
