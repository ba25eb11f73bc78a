package io.aims.rules.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.control.ControlStatus;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.OpenQuestion;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.RiskOrder;
import io.aims.risk.Objective;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Dependency;
import io.aims.testkit.RandomStates;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.CountedState;
import io.aims.treatment.Gap;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.portfolio.CommonCause;
import io.aims.treatment.portfolio.ControlReach;
import io.aims.treatment.portfolio.ObjectiveView;
import io.aims.treatment.portfolio.Peak;
import io.aims.treatment.portfolio.Portfolio;
import io.aims.treatment.portfolio.PortfolioCollector;
import io.aims.treatment.portfolio.RangeCounts;
import io.aims.treatment.portfolio.Reliance;
import io.aims.treatment.portfolio.SharedQuestion;
import io.aims.treatment.portfolio.SystemLine;
import io.aims.treatment.portfolio.SystemLines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The properties of portfolios, by the standard pack and by any rules, over random systems, states and names. */
class PortfolioPropertiesTest {

    private static final int TRIES = 4;
    private static final int MOST_SYSTEMS = 7;
    private static final World STANDARD = new World(StandardBase.get());

    private record World(RuleBase base, Evaluator evaluator, RandomSystems systems) {

        World(RuleBase base) {
            this(base, new Evaluator(base, new PlainEngine(base)), RandomSystems.of(base));
        }

        ResidualProfile profile(AiSystem system, ControlStates states) {
            return ResidualProfile.of(evaluator.evaluate(system, null), states, base.criteria(), RandomStates.DAY);
        }

        List<ResidualProfile> profiles(SplittableRandom random) {
            List<ResidualProfile> profiles = new ArrayList<>();
            int count = 1 + random.nextInt(MOST_SYSTEMS);
            for (int n = 0; n < count; n++) {
                profiles.add(profile(system(random), RandomStates.next(base.catalogue(), random)));
            }
            if (random.nextBoolean()) {
                profiles.add(profiles.get(random.nextInt(count)));
            }
            return profiles;
        }

        /** A system of few possible ids, so that some have the same, that depends on few things. */
        private AiSystem system(SplittableRandom random) {
            AiSystem.Builder builder = AiSystem.named("system-" + random.nextInt(4))
                    .putAll(systems.next(random).answers().values());
            for (Dependency kind : Dependency.values()) {
                for (String name : List.of("Kite", "KITE ", "Kite  works", "Owl")) {
                    if (random.nextInt(4) == 0) {
                        builder.dependsOn(kind, List.of(name));
                    }
                }
            }
            return builder.build();
        }
    }

    private interface Law {
        void check(World world, List<ResidualProfile> profiles, int limit, SplittableRandom random);
    }

    private static void everywhere(long seed, Law law) {
        SplittableRandom random = new SplittableRandom(seed);
        for (World world : List.of(STANDARD, new World(RandomStates.base(random)))) {
            law.check(world, world.profiles(random), random.nextInt(4), random);
        }
    }

    private static Portfolio portfolio(List<ResidualProfile> profiles, int limit) {
        PortfolioCollector collector = Portfolio.collect(limit);
        profiles.forEach(collector::add);
        return collector.portfolio();
    }

    // 14 -----------------------------------------------------------------------------------------------------------

    @Property(tries = TRIES)
    void the_order_of_systems_changes_nothing(@ForAll long seed) {
        everywhere(seed, (world, profiles, limit, random) -> {
            List<ResidualProfile> shuffled = new ArrayList<>(profiles);
            Collections.shuffle(shuffled, new Random(random.nextLong()));

            assertThat(portfolio(shuffled, limit)).isEqualTo(portfolio(profiles, limit));
        });
    }

    @Property(tries = TRIES)
    void one_more_system_lowers_no_maximum_and_no_count(@ForAll long seed) {
        everywhere(seed, (world, profiles, limit, random) -> {
            Portfolio before = portfolio(profiles.subList(0, profiles.size() - 1), limit);
            Portfolio after = portfolio(profiles, limit);

            assertThat(after.systems().count()).isEqualTo(before.systems().count() + 1);
            noLower(before.inherent(), after.inherent());
            noLower(before.residual(), after.residual());
            assertThat(after.stopped().count())
                    .isGreaterThanOrEqualTo(before.stopped().count());
            for (ObjectiveView earlier : before.objectives()) {
                ObjectiveView later = after.objective(earlier.objective().id()).orElseThrow();
                noLower(earlier.inherent(), later.inherent());
                noLower(earlier.residual(), later.residual());
                noLower(earlier.inherentCertain(), later.inherentCertain());
                noLower(earlier.inherentPossible(), later.inherentPossible());
                noLower(earlier.residualCertain(), later.residualCertain());
                noLower(earlier.residualPossible(), later.residualPossible());
            }
            for (ControlReach earlier : before.controls()) {
                ControlReach later = after.control(earlier.control().id()).orElseThrow();
                for (ControlStatus status : ControlStatus.values()) {
                    assertThat(later.systems(status)).isGreaterThanOrEqualTo(earlier.systems(status));
                }
            }
        });
    }

    private static void noLower(RangeCounts<RiskLevel> before, RangeCounts<RiskLevel> after) {
        Range<RiskLevel> later = after.highest().orElseThrow();
        before.highest().ifPresent(earlier -> {
            assertThat(later.low()).isGreaterThanOrEqualTo(earlier.low());
            assertThat(later.high()).isGreaterThanOrEqualTo(earlier.high());
        });
        for (RiskLevel level : RiskLevel.values()) {
            assertThat(after.low(level)).isGreaterThanOrEqualTo(before.low(level));
            assertThat(after.high(level)).isGreaterThanOrEqualTo(before.high(level));
        }
    }

    private static void noLower(Peak before, Peak after) {
        assertThat(after.level()).isGreaterThanOrEqualTo(before.level());
    }

    // Splitting the work -------------------------------------------------------------------------------------------

    @Property(tries = TRIES)
    void portfolios_merge_in_any_order_and_grouping(@ForAll long seed) {
        everywhere(seed, (world, profiles, limit, random) -> {
            int first = random.nextInt(profiles.size() + 1);
            int second = first + random.nextInt(profiles.size() - first + 1);
            Portfolio a = portfolio(profiles.subList(0, first), limit);
            Portfolio b = portfolio(profiles.subList(first, second), limit);
            Portfolio c = portfolio(profiles.subList(second, profiles.size()), limit);
            Portfolio whole = portfolio(profiles, limit);

            assertThat(a.merge(b).merge(c)).isEqualTo(whole);
            assertThat(a.merge(b.merge(c))).isEqualTo(whole);
            assertThat(c.merge(a).merge(b)).isEqualTo(whole).hasSameHashCodeAs(whole);
            assertThat(whole.merge(portfolio(List.of(), limit))).isEqualTo(whole);
            assertThat(portfolio(List.of(), limit).merge(whole)).isEqualTo(whole);
        });
    }

    @Property(tries = TRIES)
    void a_limit_changes_no_count_and_keeps_the_first(@ForAll long seed) {
        everywhere(seed, (world, profiles, limit, random) -> {
            Portfolio some = portfolio(profiles, limit);
            Portfolio all = portfolio(profiles, profiles.size());

            assertThat(all.systems().others()).isZero();
            isBeginning(some.systems(), all.systems(), limit);
            isBeginning(some.stopped(), all.stopped(), limit);
            isBeginning(some.perhapsStopped(), all.perhapsStopped(), limit);
            isBeginning(some.contradictory(), all.contradictory(), limit);
            for (int n = 0; n < all.objectives().size(); n++) {
                isBeginning(
                        some.objectives().get(n).residualCertain().systems(),
                        all.objectives().get(n).residualCertain().systems(),
                        limit);
            }
            assertThat(some.residual()).isEqualTo(all.residual());
            assertThat(some.controls()).isEqualTo(all.controls());
            assertThat(some.questions()).isEqualTo(all.questions());
        });
    }

    private static void isBeginning(SystemLines some, SystemLines all, int limit) {
        assertThat(some.count()).isEqualTo(all.count());
        assertThat(some.first())
                .isEqualTo(all.first().subList(0, Math.min(limit, all.first().size())));
        assertThat(all.first()).isSorted();
    }

    // Counting by hand ---------------------------------------------------------------------------------------------

    @Property(tries = TRIES)
    void levels_and_peaks_are_those_of_the_systems(@ForAll long seed) {
        everywhere(seed, (world, profiles, limit, random) -> {
            Portfolio portfolio = portfolio(profiles, limit);

            areCounted(profiles, profile -> profile.evaluation().level(), portfolio.inherent());
            areCounted(profiles, ResidualProfile::level, portfolio.residual());
            assertThat(portfolio.stopped().count())
                    .isEqualTo(count(profiles, p -> p.evaluation().isStopped()));
            assertThat(portfolio.perhapsStopped().count())
                    .isEqualTo(count(
                            profiles,
                            p -> !p.evaluation().isStopped()
                                    && !p.evaluation().stops().isEmpty()));
            for (Objective objective : world.base().catalogue().objectives()) {
                ObjectiveView view = portfolio.objective(objective.id()).orElseThrow();
                Function<ResidualProfile, Range<RiskLevel>> after =
                        profile -> profile.risk(objective.id()).orElseThrow().level();
                areCounted(
                        profiles,
                        p -> p.risk(objective.id()).orElseThrow().inherent().level(),
                        view.inherent());
                areCounted(profiles, after, view.residual());
                isPeak(profiles, after.andThen(Range::low), view.residualCertain());
                isPeak(profiles, after.andThen(Range::high), view.residualPossible());
            }
        });
    }

    private static void areCounted(
            List<ResidualProfile> profiles,
            Function<ResidualProfile, Range<RiskLevel>> level,
            RangeCounts<RiskLevel> counts) {
        assertThat(counts.total()).isEqualTo(profiles.size());
        for (RiskLevel low : RiskLevel.values()) {
            assertThat(counts.certainlyAtLeast(low))
                    .isEqualTo(count(profiles, p -> level.apply(p).low().compareTo(low) >= 0));
            assertThat(counts.possiblyAtLeast(low))
                    .isEqualTo(count(profiles, p -> level.apply(p).high().compareTo(low) >= 0));
            for (RiskLevel high : RiskLevel.values()) {
                if (low.compareTo(high) <= 0) {
                    Range<RiskLevel> range = new Range<>(low, high);
                    assertThat(counts.count(range))
                            .isEqualTo(count(profiles, p -> level.apply(p).equals(range)));
                }
            }
        }
    }

    private static void isPeak(List<ResidualProfile> profiles, Function<ResidualProfile, RiskLevel> level, Peak peak) {
        RiskLevel highest =
                profiles.stream().map(level).max(RiskLevel::compareTo).orElseThrow();
        assertThat(peak.level()).isEqualTo(highest);
        assertThat(peak.systems().count()).isEqualTo(count(profiles, p -> level.apply(p) == highest));
        assertThat(peak.systems().first())
                .extracting(SystemLine::id)
                .isSubsetOf(profiles.stream()
                        .filter(p -> level.apply(p) == highest)
                        .map(p -> p.evaluation().system().id())
                        .toList());
    }

    private static long count(List<ResidualProfile> profiles, Predicate<ResidualProfile> is) {
        return profiles.stream().filter(is).count();
    }

    @Property(tries = TRIES)
    void controls_gaps_and_questions_are_those_of_the_systems(@ForAll long seed) {
        everywhere(seed, (world, profiles, limit, random) -> {
            Portfolio portfolio = portfolio(profiles, limit);
            Map<ResidualProfile, List<Gap>> gaps = new IdentityHashMap<>();
            profiles.forEach(profile -> gaps.put(profile, profile.gaps()));
            assertThat(portfolio.unstated())
                    .isEqualTo(count(profiles, p -> p.states().states().isEmpty()));
            for (ControlReach reach : portfolio.controls()) {
                Function<ResidualProfile, ControlStatus> status = p -> p.evaluation()
                        .control(reach.control().id())
                        .orElseThrow()
                        .status();
                Function<ResidualProfile, CountedState> state =
                        p -> p.control(reach.control().id()).orElseThrow();
                for (ControlStatus each : ControlStatus.values()) {
                    assertThat(reach.systems(each)).isEqualTo(count(profiles, p -> status.apply(p) == each));
                }
                Predicate<ResidualProfile> isSafeguard = p -> status.apply(p).isSafeguard();
                assertThat(reach.safeguarded())
                        .isEqualTo(count(profiles, isSafeguard))
                        .isEqualTo(reach.stages().total());
                assertThat(reach.inPlace())
                        .isEqualTo(count(
                                profiles, isSafeguard.and(p -> state.apply(p).isInPlace())));
                for (Stage stage : Stage.values()) {
                    assertThat(reach.stages().high(stage))
                            .isEqualTo(count(
                                    profiles,
                                    isSafeguard.and(p -> state.apply(p).stage().high() == stage)));
                }
                for (Gap.Kind kind : Gap.Kind.values()) {
                    assertThat(reach.gaps(kind))
                            .isEqualTo(count(
                                    profiles,
                                    p -> gaps.get(p).stream()
                                            .anyMatch(gap -> gap.kind() == kind
                                                    && gap.safeguard().control().equals(reach.control()))));
                }
            }
            assertThat(portfolio.questions()).isSorted();
            Map<String, List<OpenQuestion>> open = profiles.stream()
                    .flatMap(p -> p.evaluation().openQuestions().stream())
                    .collect(Collectors.groupingBy(
                            question -> question.entry().characteristic().id()));
            assertThat(portfolio.questions())
                    .extracting(SharedQuestion::characteristic)
                    .containsExactlyInAnyOrderElementsOf(open.keySet());
            for (SharedQuestion question : portfolio.questions()) {
                List<OpenQuestion> same = open.get(question.characteristic());
                assertThat(question.systems()).isEqualTo(same.size());
                assertThat(question.rules())
                        .isEqualTo(
                                same.stream().mapToLong(OpenQuestion::settles).sum());
                assertThat(question.controls())
                        .isEqualTo(
                                same.stream().mapToLong(OpenQuestion::controls).sum());
                assertThat(question.levels())
                        .isEqualTo(
                                same.stream().mapToLong(OpenQuestion::narrows).sum());
            }
        });
    }

    // Common causes ------------------------------------------------------------------------------------------------

    @Property(tries = TRIES)
    void what_is_shared_is_shared_by_the_systems_that_name_it(@ForAll long seed) {
        everywhere(seed, (world, profiles, limit, random) -> {
            Portfolio portfolio = portfolio(profiles, limit);
            for (Dependency kind : Dependency.values()) {
                Map<String, List<ResidualProfile>> groups = new TreeMap<>();
                for (ResidualProfile profile : profiles) {
                    profile.evaluation().system().dependencies(kind).stream()
                            .map(name -> name.toLowerCase(Locale.ROOT).replaceAll(" +", " "))
                            .distinct()
                            .forEach(name -> groups.computeIfAbsent(name, n -> new ArrayList<>())
                                    .add(profile));
                }
                groups.values().removeIf(group -> group.size() < 2);
                assertThat(portfolio.shared(kind)).hasSameSizeAs(groups.keySet());
                assertThat(portfolio.naming(kind))
                        .isEqualTo(count(
                                profiles,
                                p -> !p.evaluation().system().dependencies(kind).isEmpty()));
                for (CommonCause cause : portfolio.shared(kind)) {
                    isGroup(
                            cause,
                            groups.get(cause.name().toLowerCase(Locale.ROOT).replaceAll(" +", " ")));
                }
            }
        });
    }

    private static void isGroup(CommonCause cause, List<ResidualProfile> group) {
        assertThat(cause.systems().count()).isEqualTo(group.size());
        areCounted(group, p -> p.evaluation().level(), cause.inherent());
        areCounted(group, ResidualProfile::level, cause.residual());
        assertThat(cause.stopped()).isEqualTo(count(group, p -> p.evaluation().isStopped()));
        for (Reliance reliance : cause.reliances()) {
            Predicate<ResidualProfile> leaves = p -> p.evaluation()
                    .control(reliance.control().id())
                    .filter(result -> result.status() == ControlStatus.VIA_SUPPLIER)
                    .isPresent();
            assertThat(reliance.systems()).isEqualTo(count(group, leaves)).isPositive();
            assertThat(reliance.inPlace())
                    .isEqualTo(count(
                            group,
                            leaves.and(p -> p.control(reliance.control().id())
                                    .orElseThrow()
                                    .isInPlace())));
        }
    }

    @Property(tries = TRIES)
    void what_a_system_depends_on_changes_no_result(@ForAll long seed) {
        everywhere(seed, (world, profiles, limit, random) -> {
            AiSystem named = profiles.get(0).evaluation().system();
            AiSystem bare =
                    AiSystem.named(named.id()).putAll(named.answers().values()).build();
            Evaluation with = world.evaluator().evaluate(named, null);
            Evaluation without = world.evaluator().evaluate(bare, null);

            assertThat(with.findings()).isEqualTo(without.findings());
            assertThat(with.risks()).isEqualTo(without.risks());
            assertThat(with.controls()).isEqualTo(without.controls());
            assertThat(with.seal().equals(without.seal())).isEqualTo(named.equals(bare));
        });
    }

    // Order --------------------------------------------------------------------------------------------------------

    @Property(tries = TRIES)
    void with_nothing_known_of_controls_the_order_is_that_of_the_evaluations(@ForAll long seed) {
        everywhere(seed, (world, profiles, limit, random) -> {
            List<ResidualProfile> unknown = profiles.stream()
                    .map(p -> world.profile(p.evaluation().system(), ControlStates.unknown()))
                    .toList();
            List<Evaluation> sorted = unknown.stream()
                    .map(ResidualProfile::evaluation)
                    .sorted(new RiskOrder(world.base().criteria()))
                    .toList();

            assertThat(portfolio(unknown, unknown.size()).systems().first())
                    .extracting(SystemLine::id)
                    .isEqualTo(sorted.stream().map(e -> e.system().id()).toList());
        });
    }

    @Example
    void systems_that_do_not_compare_are_refused_and_nothing_of_them_is_added() {
        AiSystem system = AiSystem.named("loan").build();
        Evaluation evaluation = STANDARD.evaluator().evaluate(system, null);
        ResidualProfile profile = STANDARD.profile(system, ControlStates.unknown());
        PortfolioCollector collector = Portfolio.collect(3);
        collector.add(profile);

        isRefused(
                collector,
                "AIMS-3080",
                new World(RandomStates.base(new SplittableRandom(1))).profile(system, ControlStates.unknown()));
        isRefused(
                collector,
                "AIMS-3080",
                ResidualProfile.of(
                        evaluation,
                        ControlStates.unknown(),
                        STANDARD.base().criteria().tolerating(RiskLevel.LOW),
                        RandomStates.DAY));
        isRefused(
                collector,
                "AIMS-3081",
                ResidualProfile.of(
                        evaluation, ControlStates.unknown(), STANDARD.base().criteria(), null));
        assertThatThrownBy(() -> collector.add(Portfolio.of(profile, 4))).hasMessageContaining("AIMS-3082");
        assertThatThrownBy(() -> Portfolio.collect(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(collector.portfolio()).isEqualTo(Portfolio.of(profile, 3));
    }

    private static void isRefused(PortfolioCollector collector, String code, ResidualProfile profile) {
        assertThatThrownBy(() -> collector.add(profile)).hasMessageContaining(code);
    }

    @Example
    void without_systems_nothing_is_counted() {
        Portfolio none = Portfolio.collect(3).portfolio();

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.systems()).isEqualTo(SystemLines.NONE);
        assertThat(none.residual().highest()).isEmpty();
        assertThat(none.objectives()).isEmpty();
        assertThat(none.basis()).isEmpty();
        assertThat(none.shared(Dependency.MODEL)).isEmpty();
    }
}
