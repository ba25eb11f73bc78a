package io.aims.rules.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.Aims;
import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.control.AiRole;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.Finding;
import io.aims.evaluation.OpenQuestion;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.Risk;
import io.aims.evaluation.UsedFact;
import io.aims.risk.Likelihood;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.rule.Truth;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Tier;
import io.aims.system.identity.AimsRole;
import io.aims.system.identity.Jurisdiction;
import io.aims.system.regulation.ProhibitedPractice;
import io.aims.system.vocabulary.Characteristics;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import io.aims.treatment.ControlStates;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** The properties of the risk method, of the standard pack over random systems. */
class StandardPackPropertiesTest {

    private static final int TRIES = 500;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final List<String> BASELINE = List.of("A.2.2", "A.2.3", "A.2.4", "A.3.2", "A.3.3", "A.4.2", "A.5.2");
    private static final List<String> DEVELOPMENT = List.of(
            "A.6.1.2", "A.6.1.3", "A.6.2.2", "A.6.2.3", "A.6.2.4", "A.6.2.7", "A.7.2", "A.7.3", "A.7.5", "A.7.6");

    private static final RuleBase BASE = base(RulePacks.standard());
    private static final Evaluator EVALUATOR = new Evaluator(BASE, new PlainEngine(BASE));
    private static final Aims AIMS = Aims.builder().packs(RulePacks.standard()).build();
    private static final RandomSystems SYSTEMS = RandomSystems.of(BASE);

    @Provide
    Arbitrary<AiSystem> systems() {
        return SYSTEMS.systems();
    }

    @Provide
    Arbitrary<AiSystem> completeSystems() {
        return SYSTEMS.completeSystems();
    }

    @AfterContainer
    static void close() {
        AIMS.close();
    }

    // 1 ------------------------------------------------------------------------------------------------------------

    @Property(tries = 200)
    void the_order_of_answers_changes_nothing(@ForAll("systems") AiSystem system, @ForAll Random random) {
        List<Answer> answers = new ArrayList<>(system.answers().values());
        Collections.shuffle(answers, random);
        AiSystem shuffled = AiSystem.named(system.id()).putAll(answers).build();

        Laws.everythingIsEqual(EVALUATOR.evaluate(system, DAY), EVALUATOR.evaluate(shuffled, DAY));
    }

    @Property(tries = 60)
    void the_order_of_rules_changes_nothing(@ForAll("systems") AiSystem system, @ForAll Random random) {
        RulePack pack = RulePacks.standard();
        List<Rule> rules = new ArrayList<>(pack.rules());
        Collections.shuffle(rules, random);
        RuleBase shuffled = base(withChapters(pack, List.of(new Chapter("All", "", rules))));

        Laws.everythingIsEqual(
                EVALUATOR.evaluate(system, DAY),
                new Evaluator(shuffled, new PlainEngine(shuffled)).evaluate(system, DAY));
    }

    // 2 ------------------------------------------------------------------------------------------------------------

    @Property(tries = TRIES)
    void more_hazard_lowers_nothing(@ForAll("systems") AiSystem system, @ForAll long seed) {
        AiSystem worse = SYSTEMS.worsened(system, new SplittableRandom(seed));

        Laws.nothingFalls(evaluate(system), evaluate(worse));
    }

    // 3 ------------------------------------------------------------------------------------------------------------

    @Property(tries = TRIES)
    void more_knowledge_changes_nothing_that_was_settled(@ForAll("systems") AiSystem system, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        AiSystem better = SYSTEMS.narrowed(system, random);
        AiSystem complete = SYSTEMS.completed(better, random);
        Evaluation before = evaluate(system);
        Evaluation between = evaluate(better);

        Laws.nothingSettledChanges(before, between);
        Laws.nothingSettledChanges(between, evaluate(complete));
    }

    @Property(tries = TRIES)
    void of_a_system_that_is_known_nothing_is_open(@ForAll("completeSystems") AiSystem system) {
        Evaluation evaluation = evaluate(system);

        assertThat(evaluation.findings())
                .allSatisfy(finding -> assertThat(finding.isCertain()).isTrue());
        assertThat(Laws.withStatus(evaluation, ControlStatus.UNDETERMINED)).isEmpty();
        assertThat(evaluation.risks())
                .allSatisfy(risk -> assertThat(risk.level().isExact()).isTrue());
        assertThat(evaluation.openQuestions()).isEmpty();
    }

    @Example
    void of_an_empty_description_the_baseline_is_needed_and_everything_else_is_open() {
        Evaluation evaluation = evaluate(AiSystem.named("empty").build());

        assertThat(Laws.withStatus(evaluation, ControlStatus.REQUIRED))
                .extracting(ControlId::value)
                .containsExactlyElementsOf(BASELINE);
        assertThat(Laws.withStatus(evaluation, ControlStatus.UNDETERMINED)).hasSize(38 - BASELINE.size());
        assertThat(evaluation.level()).isEqualTo(new Range<>(RiskLevel.VERY_LOW, RiskLevel.VERY_HIGH));
        assertThat(evaluation.openQuestions().get(0).entry().tier()).isEqualTo(Tier.CORE);
        assertThat(evaluation.openQuestions())
                .extracting(OpenQuestion::settles)
                .isSortedAccordingTo(Collections.reverseOrder());
    }

    @Property(tries = 100)
    void the_engine_keeps_both_promises(@ForAll("systems") AiSystem system, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Evaluation before = AIMS.evaluate(system);

        Laws.everythingIsEqual(evaluate(system), before);
        Laws.nothingFalls(before, AIMS.evaluate(SYSTEMS.worsened(system, random)));
        Laws.nothingSettledChanges(before, AIMS.evaluate(SYSTEMS.narrowed(system, random)));
    }

    // 4 ------------------------------------------------------------------------------------------------------------

    @Property(tries = 200)
    void one_more_rule_lowers_nothing(@ForAll("systems") AiSystem system, @ForAll long seed) {
        Rule added = RandomPacks.rule(BASE, "ADDED-1", new SplittableRandom(seed));
        RuleBase more = RandomPacks.with(BASE, List.of(added));

        Laws.nothingFalls(evaluate(system), new Evaluator(more, new PlainEngine(more)).evaluate(system, null));
    }

    // 6 ------------------------------------------------------------------------------------------------------------

    @Example
    void what_is_needed_cannot_depend_on_what_is_implemented() {
        List<Class<?>> read = new ArrayList<>();
        for (Class<?> type : List.of(Aims.class, Evaluator.class, PlainEngine.class, Condition.class, AiSystem.class)) {
            for (Method method : type.getMethods()) {
                if (List.of("evaluate", "run").contains(method.getName())) {
                    read.addAll(Arrays.asList(method.getParameterTypes()));
                }
            }
        }
        assertThat(read).isNotEmpty().doesNotContain(ControlStates.class);
        assertThat(AiSystem.class.getMethods())
                .extracting(Method::getReturnType)
                .doesNotContain(ControlStates.class);
    }

    // 7 ------------------------------------------------------------------------------------------------------------

    @Example
    void one_finding_alone_yields_its_own_band_whatever_the_number_of_its_sources() {
        List<RiskSourceId> sources = Catalogues.iso42001().riskSources().stream()
                .map(source -> source.id())
                .toList();
        for (Likelihood likelihood : Likelihood.values()) {
            for (int count = 1; count <= sources.size(); count++) {
                Rule rule = rule("ONE-1", sources.subList(0, count), likelihood);
                RuleBase one = base(withChapters(RulePacks.standard(), List.of(new Chapter("One", "", List.of(rule)))));

                Evaluation evaluation = new Evaluator(one, new PlainEngine(one))
                        .evaluate(AiSystem.named("any").build(), null);

                assertThat(evaluation
                                .risk(rule.threatens().get(0))
                                .orElseThrow()
                                .likelihood())
                        .as(likelihood + " from " + count)
                        .isEqualTo(Range.exactly(likelihood));
            }
        }
    }

    @Property(tries = 200)
    void saying_the_same_twice_changes_no_risk(@ForAll("systems") AiSystem system, @ForAll long seed) {
        Evaluation once = evaluate(system);
        List<Finding> certain =
                once.findings().stream().filter(Finding::isCertain).toList();
        Rule rule = certain.get(Math.floorMod((int) seed, certain.size())).rule();
        Rule again = new Rule(
                new RuleId("AGAIN-1"),
                rule.title(),
                rule.scope(),
                new Condition.Always(),
                rule.raises(),
                rule.threatens(),
                rule.contributes(),
                rule.floor(),
                rule.requires(),
                rule.stop(),
                rule.why(),
                rule.sources(),
                rule.confidence(),
                List.of(),
                null);
        RuleBase doubled = RandomPacks.with(BASE, List.of(again));

        Evaluation twice = new Evaluator(doubled, new PlainEngine(doubled)).evaluate(system, null);

        for (Risk risk : once.risks()) {
            Risk same = twice.risk(risk.objective().id()).orElseThrow();
            assertThat(same.lowRate()).isEqualTo(risk.lowRate());
            assertThat(same.highRate()).isEqualTo(risk.highRate());
            assertThat(same.level()).isEqualTo(risk.level());
        }
        assertThat(Laws.needed(twice, EnumSet.of(Truth.TRUE))).isEqualTo(Laws.needed(once, EnumSet.of(Truth.TRUE)));
    }

    // 8 ------------------------------------------------------------------------------------------------------------

    @Property(tries = TRIES)
    void probabilities_stay_below_one(@ForAll("systems") AiSystem system) {
        assertThat(evaluate(system).risks()).allSatisfy(risk -> {
            for (double rate : new double[] {risk.lowRate(), risk.highRate()}) {
                assertThat(-Math.expm1(-rate)).isGreaterThanOrEqualTo(0).isLessThan(1);
            }
            assertThat(risk.lowRate()).isLessThanOrEqualTo(risk.highRate());
        });
    }

    // 9 ------------------------------------------------------------------------------------------------------------

    @Property(tries = TRIES)
    void the_baseline_is_always_required(@ForAll("systems") AiSystem system) {
        assertThat(Laws.withStatus(evaluate(system), ControlStatus.REQUIRED))
                .extracting(ControlId::value)
                .containsAll(BASELINE);
    }

    // 10 -----------------------------------------------------------------------------------------------------------

    @Property(tries = 500)
    void every_needed_control_has_its_rules_and_every_finding_the_facts_it_reads(@ForAll("systems") AiSystem system) {
        Evaluation evaluation = evaluate(system);

        for (ControlResult control : evaluation.controls()) {
            assertThat(control.needed() == Truth.TRUE)
                    .isEqualTo(!control.rules().isEmpty());
            for (RuleId rule : control.rules()) {
                Finding finding = evaluation.finding(rule).orElseThrow();
                assertThat(finding.isCertain()).isTrue();
                assertThat(finding.rule().requires()).contains(control.control().id());
            }
        }
        for (Finding finding : evaluation.findings()) {
            assertThat(finding.facts().stream().map(UsedFact::subject))
                    .containsExactlyElementsOf(new TreeSet<>(finding.rule().condition().tests().stream()
                            .map(test -> ((Condition.SystemTest) test)
                                    .characteristic()
                                    .id())
                            .toList()));
            assertThat(finding.facts())
                    .allSatisfy(fact -> assertThat(fact.answer())
                            .isEqualTo(java.util.Optional.ofNullable(
                                    system.answers().get(fact.subject()))));
        }
    }

    @Property(tries = TRIES)
    void a_fact_that_a_finding_does_not_name_does_not_change_it(@ForAll("systems") AiSystem system, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Characteristic<?>> all = Characteristics.all();
        Characteristic<?> changed = all.get(random.nextInt(all.size()));
        AiSystem other = random.nextBoolean() ? system.without(changed) : system.with(SYSTEMS.answer(changed, random));
        Evaluation before = evaluate(system);
        Evaluation after = evaluate(other);

        for (Finding finding : before.findings()) {
            if (finding.facts().stream().noneMatch(fact -> fact.subject().equals(changed.id()))) {
                assertThat(after.finding(finding.rule().id())).contains(finding);
            }
        }
    }

    // 11 -----------------------------------------------------------------------------------------------------------

    @Example
    void everything_can_come_out_in_every_way() {
        Map<RuleId, Set<Truth>> rules = new HashMap<>();
        Map<ControlId, Set<ControlStatus>> controls = new HashMap<>();
        Map<Object, Set<Truth>> riskSources = new HashMap<>();
        Map<Object, Set<RiskLevel>> objectives = new HashMap<>();
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 4_000; i++) {
            AiSystem system = SYSTEMS.next(random);
            Evaluation evaluation = evaluate(i % 4 == 0 ? SYSTEMS.completed(system, random) : system);
            Set<RuleId> seen = new HashSet<>();
            evaluation.findings().forEach(finding -> {
                seen.add(finding.rule().id());
                rules.computeIfAbsent(finding.rule().id(), id -> EnumSet.noneOf(Truth.class))
                        .add(finding.status());
            });
            BASE.rules().stream()
                    .filter(rule -> !seen.contains(rule.id()))
                    .forEach(rule -> rules.computeIfAbsent(rule.id(), id -> EnumSet.noneOf(Truth.class))
                            .add(Truth.FALSE));
            evaluation
                    .controls()
                    .forEach(control -> controls.computeIfAbsent(
                                    control.control().id(), id -> EnumSet.noneOf(ControlStatus.class))
                            .add(control.status()));
            evaluation
                    .riskSources()
                    .forEach(source -> riskSources
                            .computeIfAbsent(source.source().id(), id -> EnumSet.noneOf(Truth.class))
                            .add(source.status()));
            evaluation
                    .risks()
                    .forEach(risk -> objectives
                            .computeIfAbsent(risk.objective().id(), id -> EnumSet.noneOf(RiskLevel.class))
                            .addAll(List.of(risk.level().low(), risk.level().high())));
        }

        assertThat(BASE.rules())
                .allSatisfy(rule -> assertThat(rules.get(rule.id()))
                        .as(rule.id().value())
                        .isEqualTo(
                                rule.condition() instanceof Condition.Always
                                        ? EnumSet.of(Truth.TRUE)
                                        : EnumSet.allOf(Truth.class)));
        assertThat(controls).hasSize(38).allSatisfy((control, statuses) -> {
            assertThat(statuses).as(control.value()).contains(ControlStatus.REQUIRED);
            assertThat(statuses.contains(ControlStatus.UNDETERMINED))
                    .as(control.value())
                    .isNotEqualTo(BASELINE.contains(control.value()));
        });
        assertThat(riskSources)
                .hasSize(7)
                .allSatisfy((source, truths) ->
                        assertThat(truths).as(source.toString()).contains(Truth.TRUE, Truth.UNDETERMINED));
        assertThat(objectives)
                .hasSize(12)
                .allSatisfy((objective, levels) ->
                        assertThat(levels).as(objective.toString()).contains(RiskLevel.VERY_LOW, RiskLevel.HIGH));
    }

    // 12 -----------------------------------------------------------------------------------------------------------

    @Property(tries = TRIES)
    void without_a_developing_role_development_is_owed_by_the_supplier(@ForAll("systems") AiSystem system) {
        AiSystem customer = system.toBuilder()
                .exactly(Characteristics.AIMS_ROLES, AimsRole.AI_CUSTOMER)
                .build();

        assertThat(evaluate(customer).controls())
                .filteredOn(
                        control -> DEVELOPMENT.contains(control.control().id().value()))
                .hasSize(DEVELOPMENT.size())
                .allSatisfy(control -> assertThat(control.status())
                        .as(control.control().id().value())
                        .isIn(ControlStatus.VIA_SUPPLIER, ControlStatus.UNDETERMINED, ControlStatus.NOT_REQUIRED));
    }

    @Property(tries = TRIES)
    void one_more_role_takes_no_need_away(@ForAll("systems") AiSystem system, @ForAll AiRole role) {
        SetCharacteristic<AimsRole> roles = Characteristics.AIMS_ROLES;
        Bounds.Members held = (Bounds.Members) system.bounds(roles);
        long more = held.known() | 1L << roles.valueIds().indexOf(role.name());
        AiSystem busier = system.with(Answer.of(roles, new Bounds.Members(more, held.complete())));
        Evaluation before = evaluate(system);
        Evaluation after = evaluate(busier);

        assertThat(Laws.needed(after, EnumSet.of(Truth.TRUE))).containsAll(Laws.needed(before, EnumSet.of(Truth.TRUE)));
        assertThat(Laws.withStatus(after, ControlStatus.REQUIRED))
                .containsAll(Laws.withStatus(before, ControlStatus.REQUIRED));
    }

    // 13 -----------------------------------------------------------------------------------------------------------

    @Property(tries = 500)
    void a_prohibited_practice_stops_whatever_else_is_said(
            @ForAll("systems") AiSystem system, @ForAll ProhibitedPractice practice, @ForAll long seed) {
        AiSystem prohibited = system.toBuilder()
                .containing(Characteristics.JURISDICTIONS, Jurisdiction.EU)
                .containing(Characteristics.PROHIBITED_PRACTICE_FLAGS, practice)
                .build();
        AiSystem known = SYSTEMS.completed(prohibited, new SplittableRandom(seed));

        for (AiSystem stopped : List.of(prohibited, known)) {
            Evaluation evaluation = evaluate(stopped);
            assertThat(evaluation.isStopped()).isTrue();
            assertThat(evaluation.stops())
                    .filteredOn(Finding::isCertain)
                    .extracting(finding -> finding.rule().id().value())
                    .containsExactly("REG-07");
        }
    }

    @Property(tries = TRIES)
    void without_a_prohibited_practice_nothing_stops(@ForAll("systems") AiSystem system) {
        AiSystem allowed = system.toBuilder()
                .none(Characteristics.PROHIBITED_PRACTICE_FLAGS)
                .build();

        assertThat(evaluate(allowed).stops()).isEmpty();
    }

    // --------------------------------------------------------------------------------------------------------------

    private static Evaluation evaluate(AiSystem system) {
        return EVALUATOR.evaluate(system, null);
    }

    private static RuleBase base(RulePack pack) {
        return new RuleBase(Vocabularies.standard(), Catalogues.iso42001(), Criteria.standard(), List.of(pack));
    }

    private static RulePack withChapters(RulePack pack, List<Chapter> chapters) {
        return new RulePack(
                pack.id(),
                pack.version(),
                pack.title(),
                pack.licence(),
                pack.about(),
                pack.catalogue(),
                pack.validFrom(),
                pack.validUntil(),
                pack.characteristics(),
                chapters);
    }

    private static Rule rule(String id, List<RiskSourceId> sources, Likelihood likelihood) {
        return new Rule(
                new RuleId(id),
                "One finding",
                RuleScope.SYSTEM,
                new Condition.Always(),
                sources,
                Catalogues.iso42001().objectives().stream()
                        .map(objective -> objective.id())
                        .limit(1)
                        .collect(Collectors.toList()),
                likelihood,
                null,
                List.of(),
                false,
                "It is alone.",
                List.of(new io.aims.source.Source("this test")),
                io.aims.source.Confidence.HIGH,
                List.of(),
                null);
    }
}
