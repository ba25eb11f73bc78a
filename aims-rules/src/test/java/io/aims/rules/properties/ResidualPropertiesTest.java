package io.aims.rules.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.Risk;
import io.aims.risk.RiskLevel;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.system.AiSystem;
import io.aims.testkit.RandomStates;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import io.aims.treatment.CheapestPlan;
import io.aims.treatment.ControlCosts;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.CountedState;
import io.aims.treatment.Gap;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.ResidualRisk;
import io.aims.treatment.TreatedFinding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The properties of residual risk, of the standard pack and of any rules and controls, over random systems and states. */
class ResidualPropertiesTest {

    private static final LocalDate DAY = RandomStates.DAY;
    private static final int TRIES = 40;
    private static final int FEWER_TRIES = 15;
    private static final int SYSTEMS_FOR_EACH_PACK = 3;
    private static final World STANDARD = new World(StandardBase.get());

    private record World(RuleBase base, Evaluator evaluator, RandomSystems systems) {

        World(RuleBase base) {
            this(base, new Evaluator(base, new PlainEngine(base)), RandomSystems.of(base));
        }

        ResidualProfile residual(AiSystem system, ControlStates states) {
            return residual(system, states, DAY);
        }

        ResidualProfile residual(AiSystem system, ControlStates states, LocalDate day) {
            return residual(evaluator.evaluate(system, null), states, day);
        }

        ResidualProfile residual(Evaluation evaluation, ControlStates states, LocalDate day) {
            return ResidualProfile.of(evaluation, states, base.criteria(), day);
        }
    }

    private interface Law {
        void check(World world, AiSystem system, ControlStates states, SplittableRandom random);
    }

    /** Tries a law on the standard pack and on a random one. */
    private static void everywhere(long seed, Law law) {
        SplittableRandom random = new SplittableRandom(seed);
        World drawn = new World(RandomStates.base(random));
        for (World world : List.of(STANDARD, drawn)) {
            for (int n = 0; n < SYSTEMS_FOR_EACH_PACK; n++) {
                AiSystem system = world.systems().next(random);
                law.check(world, system, RandomStates.next(world.base().catalogue(), random), random);
            }
        }
    }

    // 5 ------------------------------------------------------------------------------------------------------------

    @Property(tries = TRIES)
    void a_better_state_raises_nothing(@ForAll long seed) {
        everywhere(
                seed,
                (world, system, states, random) -> nothingRises(
                        world.residual(system, states), world.residual(system, RandomStates.improved(states, random))));
    }

    @Property(tries = TRIES)
    void controls_raise_nothing(@ForAll long seed) {
        everywhere(seed, (world, system, states, random) -> {
            for (ResidualRisk risk : world.residual(system, states).risks()) {
                Risk inherent = risk.inherent();
                assertThat(risk.lowRate()).isBetween(0.0, inherent.lowRate());
                assertThat(risk.highRate()).isBetween(risk.lowRate(), inherent.highRate());
                assertThat(risk.level().low())
                        .isLessThanOrEqualTo(inherent.level().low());
                assertThat(risk.level().high())
                        .isLessThanOrEqualTo(inherent.level().high());
                assertThat(inherent.severity().low().ordinal()
                                - risk.severity().low().ordinal())
                        .isBetween(0, 1);
                assertThat(inherent.severity().high().ordinal()
                                - risk.severity().high().ordinal())
                        .isBetween(0, 1);
            }
        });
    }

    @Property(tries = TRIES)
    void with_nothing_in_place_residual_is_inherent_to_the_last_bit(@ForAll long seed) {
        everywhere(seed, (world, system, states, random) -> {
            ControlStates nothing =
                    RandomStates.all(world.base().catalogue(), ControlState.of(Stage.values()[random.nextInt(2)]));
            for (ResidualRisk risk : world.residual(system, nothing).risks()) {
                Risk inherent = risk.inherent();
                assertThat(risk.lowRate()).isEqualTo(inherent.lowRate());
                assertThat(risk.highRate()).isEqualTo(inherent.highRate());
                assertThat(risk.likelihood()).isEqualTo(inherent.likelihood());
                assertThat(risk.severity()).isEqualTo(inherent.severity());
                assertThat(risk.level()).isEqualTo(inherent.level());
                assertThat(risk.effects()).isEmpty();
            }
        });
    }

    @Property(tries = TRIES)
    void one_stage_for_all_takes_its_share_of_every_rate_exactly(@ForAll long seed) {
        everywhere(seed, (world, system, states, random) -> {
            Stage stage = Stage.values()[random.nextInt(Stage.values().length)];
            AiSystem complete = world.systems().nextComplete(random);
            ResidualProfile profile = world.residual(
                    complete,
                    RandomStates.all(
                            world.base().catalogue(), ControlState.of(stage).shownBy("report")));
            double expected = (10 - stage.tenths()) / 10.0;
            Map<RuleId, TreatedFinding> treated = new TreeMap<>();
            for (TreatedFinding finding : profile.findings()) {
                treated.put(finding.finding().rule().id(), finding);
                assertThat(finding.mostLeft()).isEqualTo(finding.shares().isEmpty() ? 1 : expected);
                assertThat(finding.leastLeft()).isEqualTo(finding.mostLeft());
            }
            for (ResidualRisk risk : profile.risks()) {
                boolean everyFindingHasControls = risk.inherent().rules().stream()
                        .map(treated::get)
                        .allMatch(finding ->
                                finding.rate() == 0 || !finding.shares().isEmpty());
                if (everyFindingHasControls) {
                    assertThat(risk.highRate()).isCloseTo(risk.inherent().highRate() * expected, within(1e-12));
                    assertThat(risk.lowRate()).isEqualTo(risk.highRate());
                    assertThat(Math.exp(-risk.highRate()))
                            .isCloseTo(Math.pow(Math.exp(-risk.inherent().highRate()), expected), within(1e-12));
                }
            }
        });
    }

    @Property(tries = TRIES)
    void what_belongs_to_another_role_changes_nothing_and_what_is_organisation_wide_holds_back_at_most(
            @ForAll long seed) {
        everywhere(seed, (world, system, states, random) -> {
            Evaluation evaluation = world.evaluator().evaluate(system, null);
            ResidualProfile before = world.residual(evaluation, states, DAY);
            ControlStates others = states;
            ControlStates organisation = states;
            boolean somethingIsEffective = before.controls().stream()
                    .anyMatch(state -> state.control().scope() != Control.Scope.ORG
                            && states.state(state.control().id())
                                    .map(said -> said.stage() == Stage.EFFECTIVE)
                                    .orElse(true));
            for (CountedState state : before.controls()) {
                ControlId id = state.control().id();
                if (state.projected() == ControlStatus.ROLE_EXCLUDED) {
                    others = others.with(id, RandomStates.state(random));
                } else if (state.control().scope() == Control.Scope.ORG) {
                    organisation = organisation.with(id, RandomStates.state(random));
                }
            }
            assertThat(world.residual(evaluation, others, DAY).risks()).isEqualTo(before.risks());
            if (!somethingIsEffective) {
                assertThat(world.residual(evaluation, organisation, DAY).risks())
                        .isEqualTo(before.risks());
            }
        });
    }

    @Property(tries = FEWER_TRIES)
    void what_is_organisation_wide_changes_no_rate_while_nothing_else_counts_as_effective(@ForAll long seed) {
        everywhere(seed, (world, system, states, random) -> {
            Evaluation evaluation = world.evaluator().evaluate(system, null);
            ControlStates one = states;
            ControlStates other = states;
            for (Control control : world.base().catalogue().controls()) {
                boolean isOrganisations = control.scope() == Control.Scope.ORG;
                ControlState belowEffective =
                        ControlState.of(Stage.values()[random.nextInt(4)]).shownBy("report");
                one = one.with(control.id(), isOrganisations ? RandomStates.state(random) : belowEffective);
                other = other.with(control.id(), isOrganisations ? RandomStates.state(random) : belowEffective);
            }
            assertThat(world.residual(evaluation, one, DAY).risks())
                    .isEqualTo(world.residual(evaluation, other, DAY).risks());
        });
    }

    @Property(tries = FEWER_TRIES)
    void what_is_organisation_wide_acts_only_by_holding_others_back(@ForAll long seed) {
        everywhere(seed, (world, system, states, random) -> {
            Evaluation evaluation = world.evaluator().evaluate(world.systems().nextComplete(random), null);
            ControlStates said = ControlStates.unknown();
            for (Control control : world.base().catalogue().controls()) {
                Stage stage = Stage.values()[random.nextInt(Stage.values().length)];
                said = said.with(control.id(), ControlState.of(stage).shownBy("report"));
            }
            ResidualProfile heldBack = world.residual(evaluation, said, DAY);
            ControlStates asCounted = said;
            for (CountedState state : heldBack.controls()) {
                Stage stage = state.control().scope() == Control.Scope.ORG
                        ? Stage.EFFECTIVE
                        : state.stage().low();
                asCounted = asCounted.with(
                        state.control().id(), ControlState.of(stage).shownBy("report"));
            }
            List<ResidualRisk> free = world.residual(evaluation, asCounted, DAY).risks();
            for (int i = 0; i < free.size(); i++) {
                ResidualRisk risk = heldBack.risks().get(i);
                assertThat(risk.level()).isEqualTo(free.get(i).level());
                assertThat(risk.severity()).isEqualTo(free.get(i).severity());
                assertThat(risk.lowRate()).isEqualTo(free.get(i).lowRate());
                assertThat(risk.highRate()).isEqualTo(free.get(i).highRate());
            }
        });
    }

    // Soundness of unknown -----------------------------------------------------------------------------------------

    @Property(tries = TRIES)
    void no_answer_and_no_state_that_is_still_missing_leads_out_of_the_range(@ForAll long seed) {
        everywhere(seed, (world, system, states, random) -> {
            AiSystem better = world.systems().narrowed(system, random);
            AiSystem complete = world.systems().completed(better, random);
            ControlStates told = told(world, states, random);
            ResidualProfile before = world.residual(system, states);
            ResidualProfile between = world.residual(better, told);
            ResidualProfile after = world.residual(complete, toldAll(world, told, random));

            rangesNarrow(before, between);
            rangesNarrow(between, after);
            assertThat(after.risks())
                    .filteredOn(risk -> !risk.level().isExact())
                    .as("what is said is certain unless it expired")
                    .allSatisfy(risk -> assertThat(after.controls())
                            .anyMatch(state -> state.reasons().contains(CountedState.Reason.STATEMENT_EXPIRED)));
        });
    }

    private static ControlStates told(World world, ControlStates states, SplittableRandom random) {
        ControlStates more = states;
        for (Control control : world.base().catalogue().controls()) {
            if (states.state(control.id()).isEmpty() && random.nextBoolean()) {
                more = more.with(control.id(), RandomStates.state(random));
            }
        }
        return more;
    }

    private static ControlStates toldAll(World world, ControlStates states, SplittableRandom random) {
        ControlStates more = states;
        for (Control control : world.base().catalogue().controls()) {
            if (states.state(control.id()).isEmpty()) {
                more = more.with(control.id(), RandomStates.state(random));
            }
        }
        return more;
    }

    // 6 ------------------------------------------------------------------------------------------------------------

    @Property(tries = TRIES)
    void what_is_done_changes_nothing_of_what_is_needed(@ForAll long seed) {
        everywhere(seed, (world, system, states, random) -> {
            Evaluation evaluation = world.evaluator().evaluate(system, null);
            ResidualProfile profile = world.residual(evaluation, states, DAY);

            assertThat(profile.evaluation()).isEqualTo(world.evaluator().evaluate(system, null));
            assertThat(profile.evaluation().seal())
                    .isEqualTo(world.evaluator().evaluate(system, null).seal());
            assertThat(profile.risks()).extracting(ResidualRisk::inherent).isEqualTo(evaluation.risks());
        });
    }

    // Evidence and days --------------------------------------------------------------------------------------------

    @Property(tries = TRIES)
    void evidence_raises_nothing(@ForAll long seed) {
        everywhere(seed, (world, system, states, random) -> {
            Map<ControlId, ControlState> shown = new TreeMap<>(states.states());
            shown.replaceAll((control, state) ->
                    random.nextBoolean() || state.evidence().isPresent() ? state : state.shownBy("report"));
            nothingRises(
                    world.residual(system, states),
                    world.residual(system, new ControlStates(new TreeMap<>(shown), states.open())));
        });
    }

    @Property(tries = TRIES)
    void a_day_on_which_nothing_begins_or_ends_changes_nothing_and_one_on_which_something_ends_lowers_nothing(
            @ForAll long seed) {
        everywhere(seed, (world, system, states, random) -> {
            LocalDate day = DAY.plusDays(random.nextInt(-25, 25));
            ResidualProfile before = world.residual(system, states, day);
            ResidualProfile after = world.residual(system, states, day.plusDays(1));
            boolean begins = states.states().values().stream()
                    .anyMatch(state -> day.plusDays(1).equals(state.since()));
            boolean ends = states.states().values().stream().anyMatch(state -> day.equals(state.until()));
            if (!begins && !ends) {
                assertThat(after.risks()).isEqualTo(before.risks());
            } else if (!begins) {
                nothingRises(after, before);
            } else if (!ends) {
                nothingRises(before, after);
            }
        });
    }

    @Property(tries = FEWER_TRIES)
    void evidence_counts_through_its_last_day_and_from_the_next_as_if_there_were_none(@ForAll long seed) {
        everywhere(seed, (world, system, states, random) -> {
            Map<ControlId, ControlState> ending = new TreeMap<>();
            Map<ControlId, ControlState> shown = new TreeMap<>();
            Map<ControlId, ControlState> onTheirWord = new TreeMap<>();
            for (Control control : world.base().catalogue().controls()) {
                if (random.nextInt(5) > 0) {
                    ControlState word = ControlState.of(Stage.values()[random.nextInt(Stage.values().length)]);
                    ending.put(control.id(), word.shownBy("report").until(DAY));
                    shown.put(control.id(), word.shownBy("report"));
                    onTheirWord.put(control.id(), word);
                }
            }
            assertThat(world.residual(system, ControlStates.of(ending), DAY).risks())
                    .isEqualTo(
                            world.residual(system, ControlStates.of(shown), DAY).risks());
            assertThat(world.residual(system, ControlStates.of(ending), DAY.plusDays(1))
                            .risks())
                    .isEqualTo(world.residual(system, ControlStates.of(onTheirWord), DAY.plusDays(1))
                            .risks());
        });
    }

    @Property(tries = FEWER_TRIES)
    void a_statement_without_evidence_may_be_worth_anything_up_to_itself_after_its_last_day(@ForAll long seed) {
        everywhere(seed, (world, system, states, random) -> {
            Map<ControlId, ControlState> ending = new TreeMap<>();
            Map<ControlId, ControlState> lasting = new TreeMap<>();
            for (Control control : world.base().catalogue().controls()) {
                ControlState word = ControlState.of(Stage.values()[random.nextInt(Stage.values().length)]);
                ending.put(control.id(), word.until(DAY));
                lasting.put(control.id(), word);
            }
            ResidualProfile kept = world.residual(system, ControlStates.of(lasting), DAY);
            ResidualProfile nothing = world.residual(
                    system, RandomStates.all(world.base().catalogue(), ControlState.of(Stage.NOT_IMPLEMENTED)), DAY);
            ResidualProfile expired = world.residual(system, ControlStates.of(ending), DAY.plusDays(1));

            assertThat(world.residual(system, ControlStates.of(ending), DAY).risks())
                    .isEqualTo(kept.risks());
            for (int i = 0; i < expired.risks().size(); i++) {
                ResidualRisk risk = expired.risks().get(i);
                assertThat(risk.highRate()).isEqualTo(nothing.risks().get(i).highRate());
                assertThat(risk.level().high())
                        .isEqualTo(nothing.risks().get(i).level().high());
                assertThat(risk.lowRate()).isEqualTo(kept.risks().get(i).lowRate());
                assertThat(risk.level().low())
                        .isEqualTo(kept.risks().get(i).level().low());
            }
        });
    }

    // Gaps and plans -----------------------------------------------------------------------------------------------

    @Property(tries = FEWER_TRIES)
    void an_effect_is_what_would_be_lost_without_the_control_to_the_last_bit(@ForAll long seed) {
        everywhere(seed, (world, system, states, random) -> {
            ResidualProfile now = world.residual(system, states);
            List<Control> controls =
                    world.base().catalogue().controls().stream().toList();
            ControlId lost = controls.get(random.nextInt(controls.size())).id();
            ResidualProfile without =
                    world.residual(now.evaluation(), states.with(lost, ControlState.of(Stage.NOT_IMPLEMENTED)), DAY);
            for (int i = 0; i < now.risks().size(); i++) {
                ResidualRisk before = now.risks().get(i);
                ResidualRisk after = without.risks().get(i);
                ResidualRisk.Effect effect = before.effects().stream()
                        .filter(one -> one.control().equals(lost))
                        .findFirst()
                        .orElse(new ResidualRisk.Effect(lost, 0, 0, 0));
                assertThat(effect.highRate()).isEqualTo(after.highRate() - before.highRate());
                assertThat(effect.lowRate()).isEqualTo(after.lowRate() - before.lowRate());
                assertThat(effect.highSteps())
                        .isEqualTo(after.level().high().ordinal()
                                - before.level().high().ordinal());
            }
        });
    }

    @Property(tries = 8)
    void closing_a_gap_brings_what_was_told(@ForAll long seed) {
        everywhere(seed, (world, system, states, random) -> {
            ResidualProfile profile = world.residual(system, states);
            for (Gap gap : profile.gaps()) {
                ControlId control = gap.safeguard().control().id();
                ResidualProfile closed = world.residual(
                        profile.evaluation(),
                        states.with(control, ControlState.of(Stage.EFFECTIVE).shownBy("report")),
                        DAY);
                assertThat(highRates(profile) - highRates(closed))
                        .isCloseTo(gap.effective().rate(), within(1e-9));
                assertThat(closed.gaps())
                        .noneMatch(left -> left.safeguard().control().id().equals(control));
            }
        });
    }

    private static double highRates(ResidualProfile profile) {
        return profile.risks().stream().mapToDouble(ResidualRisk::highRate).sum();
    }

    @Property(tries = 15)
    void the_cheapest_plan_is_that_of_brute_force(@ForAll long seed) {
        everywhere(seed, (world, system, states, random) -> {
            ResidualProfile profile = world.residual(system, states);
            RiskLevel tolerance = RiskLevel.values()[random.nextInt(4)];
            Map<ControlId, Long> costs = new TreeMap<>();
            List<Gap> gaps = new ArrayList<>(profile.gaps());
            gaps.sort(Comparator.comparing(Gap::effective).reversed());
            for (Gap gap : gaps.subList(0, Math.min(gaps.size(), random.nextInt(7)))) {
                costs.put(gap.safeguard().control().id(), (long) random.nextInt(6));
            }
            CheapestPlan plan = profile.cheapestPlan(ControlCosts.of(costs), tolerance);

            List<ControlId> controls = List.copyOf(costs.keySet());
            List<RiskLevel> reachable = levels(world, profile, states, controls, (1 << controls.size()) - 1);
            long cheapest = Long.MAX_VALUE;
            for (int set = 0; set < 1 << controls.size(); set++) {
                List<RiskLevel> reached = levels(world, profile, states, controls, set);
                if (suffices(reached, reachable, tolerance)) {
                    cheapest = Math.min(cheapest, cost(costs, controls, set));
                }
            }
            assertThat(plan.cost()).isEqualTo(cheapest);
            assertThat(plan.isExact()).isTrue();
            assertThat(plan.outOfReach()).hasSize((int) reachable.stream()
                    .filter(level -> level.compareTo(tolerance) > 0)
                    .count());
            int bought = 0;
            for (CheapestPlan.Step step : plan.steps()) {
                bought |= 1 << controls.indexOf(step.control());
            }
            assertThat(plan.outcomes())
                    .extracting(CheapestPlan.Outcome::then)
                    .isEqualTo(levels(world, profile, states, controls, bought));
        });
    }

    private static List<RiskLevel> levels(
            World world, ResidualProfile profile, ControlStates states, List<ControlId> controls, int set) {
        ControlStates bought = states;
        for (int i = 0; i < controls.size(); i++) {
            if ((set >> i & 1) != 0) {
                bought = bought.with(
                        controls.get(i), ControlState.of(Stage.EFFECTIVE).shownBy("report"));
            }
        }
        return world.residual(profile.evaluation(), bought, DAY).risks().stream()
                .map(risk -> risk.level().high())
                .toList();
    }

    private static boolean suffices(List<RiskLevel> reached, List<RiskLevel> reachable, RiskLevel tolerance) {
        for (int i = 0; i < reached.size(); i++) {
            if (reached.get(i).compareTo(tolerance.max(reachable.get(i))) > 0) {
                return false;
            }
        }
        return true;
    }

    private static long cost(Map<ControlId, Long> costs, List<ControlId> controls, int set) {
        long cost = 0;
        for (int i = 0; i < controls.size(); i++) {
            cost += (set >> i & 1) != 0
                    ? Optional.ofNullable(costs.get(controls.get(i))).orElseThrow()
                    : 0;
        }
        return cost;
    }

    // --------------------------------------------------------------------------------------------------------------

    private static void nothingRises(ResidualProfile before, ResidualProfile after) {
        for (int i = 0; i < before.risks().size(); i++) {
            ResidualRisk was = before.risks().get(i);
            ResidualRisk is = after.risks().get(i);
            assertThat(is.lowRate()).isLessThanOrEqualTo(was.lowRate());
            assertThat(is.highRate()).isLessThanOrEqualTo(was.highRate());
            assertThat(is.severity().low()).isLessThanOrEqualTo(was.severity().low());
            assertThat(is.severity().high()).isLessThanOrEqualTo(was.severity().high());
            assertThat(is.level().low()).isLessThanOrEqualTo(was.level().low());
            assertThat(is.level().high()).isLessThanOrEqualTo(was.level().high());
        }
    }

    private static void rangesNarrow(ResidualProfile before, ResidualProfile after) {
        for (int i = 0; i < before.risks().size(); i++) {
            ResidualRisk was = before.risks().get(i);
            ResidualRisk is = after.risks().get(i);
            String name = was.inherent().objective() + "\n"
                    + RandomSystems.describe(before.evaluation().system()) + "\n" + before.states() + "\n"
                    + RandomSystems.describe(after.evaluation().system()) + "\n" + after.states();
            assertThat(is.lowRate()).as(name).isGreaterThanOrEqualTo(was.lowRate());
            assertThat(is.highRate()).as(name).isLessThanOrEqualTo(was.highRate());
            assertThat(is.severity().isWithin(was.severity())).as(name).isTrue();
            assertThat(is.likelihood().isWithin(was.likelihood())).as(name).isTrue();
            assertThat(is.level().isWithin(was.level())).as(name).isTrue();
        }
    }
}
