package io.aims.rules.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.testkit.RandomStates;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.statement.Applicability;
import io.aims.treatment.statement.CountedDecision;
import io.aims.treatment.statement.Decision;
import io.aims.treatment.statement.Decision.Kind;
import io.aims.treatment.statement.Decision.Standing;
import io.aims.treatment.statement.Justification;
import io.aims.treatment.statement.StatementCollector;
import io.aims.treatment.statement.StatementDiff;
import io.aims.treatment.statement.StatementEntry;
import io.aims.treatment.statement.StatementOfApplicability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The properties of statements of applicability, by the standard pack and by any rules, over random organisations. */
class StatementPropertiesTest {

    private static final LocalDate DAY = RandomStates.DAY;
    private static final int TRIES = 3;
    private static final World STANDARD = new World(StandardBase.get());

    private record World(RuleBase base, Evaluator evaluator, RandomSystems systems) {

        World(RuleBase base) {
            this(base, new Evaluator(base, new PlainEngine(base)), RandomSystems.of(base));
        }
    }

    /** Some systems with what is said and decided, of one organisation. */
    private record Organisation(
            World world,
            List<AiSystem> systems,
            List<ControlStates> said,
            ControlStates states,
            List<Decision> decisions) {

        static Organisation next(World world, SplittableRandom random) {
            List<AiSystem> systems = new ArrayList<>();
            List<ControlStates> said = new ArrayList<>();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                AiSystem drawn = random.nextBoolean()
                        ? world.systems().nextComplete(random)
                        : world.systems().next(random);
                systems.add(renamed(drawn, "s" + i));
                said.add(RandomStates.next(world.base().catalogue(), random));
            }
            return new Organisation(
                    world,
                    systems,
                    said,
                    RandomStates.next(world.base().catalogue(), random),
                    decisions(world, random));
        }

        private static AiSystem renamed(AiSystem system, String id) {
            return AiSystem.named(id).putAll(system.answers().values()).build();
        }

        private static List<Decision> decisions(World world, SplittableRandom random) {
            List<Decision> decisions = new ArrayList<>();
            for (Control control : world.base().catalogue().controls()) {
                if (random.nextInt(3) == 0) {
                    LocalDate on = DAY.plusDays(random.nextInt(-6, 4));
                    decisions.add(new Decision(
                            control.id(),
                            random.nextBoolean() ? Kind.INCLUDE : Kind.EXCLUDE,
                            "because",
                            "board",
                            on,
                            on.plusDays(random.nextInt(6))));
                }
            }
            return decisions;
        }

        Organisation saying(ControlStates other, SplittableRandom random) {
            List<ControlStates> others = systems.stream()
                    .map(system -> RandomStates.next(world.base().catalogue(), random))
                    .toList();
            return new Organisation(world, systems, others, other, decisions);
        }

        Organisation deciding(List<Decision> others) {
            return new Organisation(world, systems, said, states, others);
        }

        Organisation with(AiSystem system, ControlStates itsStates) {
            List<AiSystem> more = new ArrayList<>(systems);
            List<ControlStates> moreStates = new ArrayList<>(said);
            more.add(renamed(system, "s9"));
            moreStates.add(itsStates);
            return new Organisation(world, more, moreStates, states, decisions);
        }

        List<ResidualProfile> profiles(LocalDate day) {
            List<ResidualProfile> profiles = new ArrayList<>();
            for (int i = 0; i < systems.size(); i++) {
                Evaluation evaluation = world.evaluator().evaluate(systems.get(i), null);
                ControlStates joint = states.forSystem(said.get(i), world.base().catalogue());
                profiles.add(ResidualProfile.of(evaluation, joint, world.base().criteria(), day));
            }
            return profiles;
        }

        StatementOfApplicability statement() {
            return statement(DAY);
        }

        StatementOfApplicability statement(LocalDate day) {
            return StatementOfApplicability.derive(world.base(), profiles(day), states, decisions, day);
        }
    }

    private interface Law {
        void check(Organisation organisation, SplittableRandom random);
    }

    /** Tries a law on the standard pack and on a random one. */
    private static void everywhere(long seed, Law law) {
        SplittableRandom random = new SplittableRandom(seed);
        for (World world : List.of(STANDARD, new World(RandomStates.base(random)))) {
            law.check(Organisation.next(world, random), random);
        }
    }

    @Property(tries = TRIES)
    void every_control_has_a_row_and_every_row_a_derivation_or_a_decision(@ForAll long seed) {
        everywhere(seed, (organisation, random) -> {
            StatementOfApplicability statement = organisation.statement();

            assertThat(statement.entries())
                    .extracting(StatementEntry::control)
                    .containsExactlyElementsOf(organisation.world().base().catalogue().controls().stream()
                            .map(Control::id)
                            .toList());
            for (StatementEntry entry : statement.entries()) {
                Justification reasons = entry.justification();
                assertThat(reasons.sentences()).isNotEmpty();
                assertThat(reasons.spread().total())
                        .isEqualTo(organisation.systems().size());
                boolean isDerived =
                        !reasons.rules().isEmpty() && !reasons.systems().isEmpty()
                                || !reasons.openRules().isEmpty()
                                        && !reasons.openSystems().isEmpty()
                                || !reasons.roles().isEmpty()
                                || !reasons.falseRules().isEmpty()
                                || noRuleCalls(organisation.world().base(), entry.control());
                assertThat(isDerived || reasons.decision().isPresent())
                        .as(entry.toString())
                        .isTrue();
            }
        });
    }

    private static boolean noRuleCalls(RuleBase base, ControlId control) {
        return base.rules().stream().noneMatch(rule -> rule.requires().contains(control));
    }

    @Property(tries = TRIES)
    void a_row_says_what_the_systems_say_of_its_control(@ForAll long seed) {
        everywhere(seed, (organisation, random) -> {
            List<ResidualProfile> profiles = organisation.profiles(DAY);
            for (StatementEntry entry :
                    organisation.deciding(List.of()).statement().entries()) {
                List<ControlStatus> statuses = profiles.stream()
                        .map(profile ->
                                profile.evaluation().control(entry.control()).orElseThrow())
                        .map(ControlResult::status)
                        .toList();
                Applicability expected = statuses.stream().anyMatch(ControlStatus::isSafeguard)
                        ? Applicability.APPLICABLE
                        : statuses.contains(ControlStatus.UNDETERMINED)
                                ? Applicability.UNDECIDED
                                : Applicability.NOT_APPLICABLE;
                assertThat(entry.applicability()).as(entry.toString()).isEqualTo(expected);
                profiles.stream()
                        .filter(profile -> profile.evaluation()
                                .control(entry.control())
                                .orElseThrow()
                                .status()
                                .isSafeguard())
                        .map(profile ->
                                profile.control(entry.control()).orElseThrow().stage())
                        .forEach(stage -> {
                            assertThat(entry.implementation()
                                            .stage()
                                            .orElseThrow()
                                            .low())
                                    .isLessThanOrEqualTo(stage.low());
                            assertThat(entry.implementation()
                                            .stage()
                                            .orElseThrow()
                                            .high())
                                    .isLessThanOrEqualTo(stage.high());
                        });
            }
        });
    }

    // 6 of the risk method
    @Property(tries = TRIES)
    void what_is_done_changes_nothing_of_what_is_applicable_nor_why(@ForAll long seed) {
        everywhere(seed, (organisation, random) -> {
            ControlStates other = RandomStates.next(organisation.world().base().catalogue(), random);

            assertThat(organisation.saying(other, random).statement().entries())
                    .extracting(StatementEntry::justification)
                    .isEqualTo(organisation.statement().entries().stream()
                            .map(StatementEntry::justification)
                            .toList());
        });
    }

    @Property(tries = TRIES)
    void an_exclusion_never_stands_against_a_need_or_an_open_question(@ForAll long seed) {
        everywhere(seed, (organisation, random) -> {
            StatementOfApplicability statement = organisation.statement();

            for (StatementEntry entry : statement.entries()) {
                boolean isAgainst = entry.justification().spread().needing() > 0
                        || entry.justification().spread().undetermined() > 0;
                for (CountedDecision counted : entry.decisions()) {
                    if (counted.decision().kind() == Kind.EXCLUDE
                            && counted.decision().holdsOn(DAY)) {
                        assertThat(counted.standing()).isEqualTo(isAgainst ? Standing.REFUSED : Standing.COUNTS);
                    } else {
                        assertThat(counted.standing()).isNotEqualTo(Standing.REFUSED);
                    }
                }
                if (isAgainst) {
                    assertThat(entry.applicability()).isNotEqualTo(Applicability.NOT_APPLICABLE);
                }
            }
            assertThat(statement.refusals()).hasSize((int) statement.decisions().stream()
                    .filter(counted -> counted.standing() == Standing.REFUSED)
                    .count());
        });
    }

    @Property(tries = TRIES)
    void a_decision_counts_from_its_first_day_through_its_last(@ForAll long seed) {
        everywhere(seed, (organisation, random) -> {
            Control control = List.copyOf(
                            organisation.world().base().catalogue().controls())
                    .get(random.nextInt(
                            organisation.world().base().catalogue().controls().size()));
            LocalDate on = DAY.plusDays(random.nextInt(-9, 0));
            Decision decision = new Decision(control.id(), Kind.INCLUDE, "because", "board", on, DAY);
            Organisation decided = organisation.deciding(List.of(decision));
            Organisation undecided = organisation.deciding(List.of());

            assertThat(standing(decided, on.minusDays(1))).isEqualTo(Standing.NOT_BEGUN);
            assertThat(standing(decided, on)).isEqualTo(Standing.COUNTS);
            assertThat(standing(decided, DAY)).isEqualTo(Standing.COUNTS);
            assertThat(standing(decided, DAY.plusDays(1))).isEqualTo(Standing.ENDED);
            for (LocalDate day : List.of(on.minusDays(1), DAY.plusDays(1))) {
                assertThat(row(decided, day).justification())
                        .isEqualTo(undecided
                                .statement(day)
                                .entry(control.id())
                                .orElseThrow()
                                .justification());
            }
            assertThat(row(decided, DAY).applicability()).isEqualTo(Applicability.APPLICABLE);
        });
    }

    private static StatementEntry row(Organisation organisation, LocalDate day) {
        return organisation
                .statement(day)
                .entry(organisation.decisions().get(0).control())
                .orElseThrow();
    }

    private static Standing standing(Organisation organisation, LocalDate day) {
        return organisation.statement(day).decisions().get(0).standing();
    }

    @Property(tries = TRIES)
    void one_more_system_leaves_what_is_applicable_applicable_and_excludes_nothing(@ForAll long seed) {
        everywhere(seed, (organisation, random) -> {
            StatementOfApplicability before = organisation.statement();
            StatementOfApplicability after = organisation
                    .with(
                            organisation.world().systems().next(random),
                            RandomStates.next(organisation.world().base().catalogue(), random))
                    .statement();

            for (StatementEntry was : before.entries()) {
                StatementEntry is = after.entry(was.control()).orElseThrow();
                if (was.applicability() == Applicability.APPLICABLE) {
                    assertThat(is.applicability()).isEqualTo(Applicability.APPLICABLE);
                }
                if (is.applicability() == Applicability.NOT_APPLICABLE) {
                    assertThat(was.applicability()).isEqualTo(Applicability.NOT_APPLICABLE);
                }
                if (was.justification().spread().needing() > 0) {
                    assertThat(is.implementation().stage().orElseThrow().low())
                            .isLessThanOrEqualTo(
                                    was.implementation().stage().orElseThrow().low());
                    assertThat(is.justification().rank())
                            .isGreaterThanOrEqualTo(was.justification().rank());
                }
            }
        });
    }

    // 14 of the risk method
    @Property(tries = TRIES)
    void the_order_of_systems_and_decisions_changes_nothing(@ForAll long seed) {
        everywhere(seed, (organisation, random) -> {
            List<ResidualProfile> profiles = organisation.profiles(DAY);
            List<ResidualProfile> otherOrder = new ArrayList<>(profiles);
            List<Decision> otherDecisions = new ArrayList<>(organisation.decisions());
            Collections.shuffle(otherOrder, new Random(random.nextLong()));
            Collections.shuffle(otherDecisions, new Random(random.nextLong()));

            for (int limit : List.of(1, 20)) {
                StatementOfApplicability one = collected(organisation, profiles, organisation.decisions(), limit);
                StatementOfApplicability other = collected(organisation, otherOrder, otherDecisions, limit);
                assertThat(other).isEqualTo(one);
                assertThat(other.seal()).isEqualTo(one.seal());
                assertThat(StatementDiff.between(one, other).isEmpty()).isTrue();
                for (StatementEntry entry : one.entries()) {
                    assertThat(entry.justification().systems()).hasSizeLessThanOrEqualTo(limit);
                }
            }
        });
    }

    private static StatementOfApplicability collected(
            Organisation organisation, List<ResidualProfile> profiles, List<Decision> decisions, int limit) {
        StatementCollector collector = StatementOfApplicability.collect(
                organisation.world().base(), organisation.states(), decisions, DAY, limit);
        profiles.forEach(collector::add);
        return collector.statement();
    }

    @Property(tries = TRIES)
    void the_facts_named_suffice_and_none_can_be_left_out(@ForAll long seed) {
        everywhere(seed, (organisation, random) -> {
            AiSystem system = organisation.world().systems().nextComplete(random);
            Organisation alone = new Organisation(
                    organisation.world(),
                    List.of(system),
                    List.of(ControlStates.unknown()),
                    ControlStates.unknown(),
                    List.of());
            for (StatementEntry entry : alone.statement().entries()) {
                if (entry.justification().spread().notRequired() == 1) {
                    List<String> named = entry.justification().facts().stream()
                            .map(Justification.FactReason::characteristic)
                            .toList();
                    assertThat(status(alone, only(system, named), entry.control()))
                            .as(entry + "\n" + RandomSystems.describe(system))
                            .isEqualTo(ControlStatus.NOT_REQUIRED);
                    for (String each : named) {
                        List<String> fewer = new ArrayList<>(named);
                        fewer.remove(each);
                        assertThat(status(alone, only(system, fewer), entry.control()))
                                .as("without %s: %s", each, entry)
                                .isNotEqualTo(ControlStatus.NOT_REQUIRED);
                    }
                }
            }
        });
    }

    private static AiSystem only(AiSystem system, List<String> characteristics) {
        List<Answer> answers = system.answers().values().stream()
                .filter(answer ->
                        characteristics.contains(answer.characteristic().id()))
                .toList();
        return AiSystem.named(system.id()).putAll(answers).build();
    }

    private static ControlStatus status(Organisation organisation, AiSystem system, ControlId control) {
        return organisation
                .world()
                .evaluator()
                .evaluate(system, null)
                .control(control)
                .orElseThrow()
                .status();
    }

    @Property(tries = TRIES)
    void a_difference_is_empty_exactly_if_the_statements_are_equal_and_names_what_moved(@ForAll long seed) {
        everywhere(seed, (organisation, random) -> {
            StatementOfApplicability before = organisation.statement();
            StatementOfApplicability after =
                    Organisation.next(organisation.world(), random).statement();
            StatementDiff diff = StatementDiff.between(before, after);

            assertThat(diff.isEmpty()).isEqualTo(before.seal().equals(after.seal()));
            assertThat(diff.rows().stream().map(row -> row.control()).collect(Collectors.toSet()))
                    .isEqualTo(before.entries().stream()
                            .filter(entry -> !after.entries().contains(entry))
                            .map(StatementEntry::control)
                            .collect(Collectors.toSet()));
            diff.rows().forEach(row -> assertThat(row.sentences()).isNotEmpty());
            assertThat(StatementDiff.between(before, before).text()).isEqualTo("The statements are equal.\n");
        });
    }

    @Property(tries = TRIES)
    void better_states_never_lower_the_stage_of_a_row(@ForAll long seed) {
        everywhere(seed, (organisation, random) -> {
            ControlStates nothing = ControlStates.unknown();
            Organisation silent = new Organisation(
                    organisation.world(),
                    organisation.systems(),
                    organisation.systems().stream().map(system -> nothing).toList(),
                    organisation.states(),
                    List.of());
            Organisation better = new Organisation(
                    silent.world(),
                    silent.systems(),
                    silent.said(),
                    RandomStates.improved(organisation.states(), random),
                    List.of());
            List<StatementEntry> after = better.statement().entries();
            for (StatementEntry was : silent.statement().entries()) {
                Stage low =
                        was.implementation().stage().map(stage -> stage.low()).orElse(Stage.NOT_IMPLEMENTED);
                Stage now = after.stream()
                        .filter(entry -> entry.control().equals(was.control()))
                        .findFirst()
                        .flatMap(entry -> entry.implementation().stage())
                        .map(stage -> stage.low())
                        .orElse(Stage.NOT_IMPLEMENTED);
                assertThat(now).isGreaterThanOrEqualTo(low);
            }
        });
    }
}
