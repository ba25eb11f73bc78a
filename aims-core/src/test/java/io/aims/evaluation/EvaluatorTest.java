package io.aims.evaluation;

import static io.aims.TestRules.all;
import static io.aims.TestRules.atLeast;
import static io.aims.TestRules.base;
import static io.aims.TestRules.catalogue;
import static io.aims.TestRules.contains;
import static io.aims.TestRules.criteria;
import static io.aims.TestRules.evaluate;
import static io.aims.TestRules.evaluator;
import static io.aims.TestRules.pack;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.AIMS_ROLES;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.JURISDICTIONS;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.aims.TestRules.RuleBuilder;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Condition;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Bounds;
import io.aims.system.Contradiction;
import io.aims.system.ContradictionRule;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.Provenance;
import io.aims.system.Vocabulary;
import io.aims.system.YesNo;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.identity.AimsRole;
import io.aims.system.identity.Jurisdiction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {

    private static final AiSystem EMPTY = AiSystem.named("empty").build();
    private static final AiSystem PROFILES = EMPTY.with(PROFILING, YesNo.YES);
    private static final AiSystem PROFILES_NOT = EMPTY.with(PROFILING, YesNo.NO);

    @Test
    void a_control_is_required_if_a_rule_that_requires_it_holds() {
        ControlResult result =
                control(PROFILES, "A.5.2", rule("R-1").when(yes(PROFILING)).requires("A.5.2"));

        assertThat(result.status()).isEqualTo(ControlStatus.REQUIRED);
        assertThat(result.needed()).isEqualTo(Truth.TRUE);
        assertThat(result.rules()).containsExactly(new RuleId("R-1"));
        assertThat(result.undetermined()).isEmpty();
    }

    @Test
    void a_control_is_not_required_if_every_rule_that_could_require_it_is_false() {
        ControlResult result =
                control(PROFILES_NOT, "A.5.2", rule("R-1").when(yes(PROFILING)).requires("A.5.2"));

        assertThat(result.status()).isEqualTo(ControlStatus.NOT_REQUIRED);
        assertThat(result.needed()).isEqualTo(Truth.FALSE);
        assertThat(result.priority()).isEmpty();
        assertThat(result.rules()).isEmpty();
    }

    @Test
    void a_control_is_undetermined_if_a_rule_may_hold_and_none_does() {
        ControlResult result =
                control(EMPTY, "A.5.2", rule("R-1").when(yes(PROFILING)).requires("A.5.2"));

        assertThat(result.status()).isEqualTo(ControlStatus.UNDETERMINED);
        assertThat(result.needed()).isEqualTo(Truth.UNDETERMINED);
        assertThat(result.priority()).isEmpty();
        assertThat(result.undetermined()).containsExactly(new RuleId("R-1"));
    }

    @Test
    void one_rule_that_holds_settles_the_need_whatever_the_others_come_to() {
        ControlResult result = control(
                EMPTY,
                "A.5.2",
                rule("R-1").when(yes(PROFILING)).requires("A.5.2"),
                rule("R-10").requires("A.5.2"),
                rule("R-2").requires("A.5.2"));

        assertThat(result.status()).isEqualTo(ControlStatus.REQUIRED);
        assertThat(result.rules()).hasToString("[R-2, R-10]");
        assertThat(result.undetermined()).hasToString("[R-1]");
    }

    @ParameterizedTest(name = "{1} of who is {0}: {2}")
    @CsvSource({
        "AI_PRODUCER, A.6.2.4, REQUIRED",
        "AI_PROVIDER, A.6.2.4, REQUIRED",
        "AI_CUSTOMER, A.6.2.4, VIA_SUPPLIER",
        "AI_PARTNER,  A.6.2.4, VIA_SUPPLIER",
        "AI_PRODUCER, A.9.2,   ROLE_EXCLUDED",
        "AI_PROVIDER, A.9.2,   ROLE_EXCLUDED",
        "AI_CUSTOMER, A.9.2,   REQUIRED",
        "AI_PARTNER,  A.9.2,   ROLE_EXCLUDED",
        "AI_PARTNER,  A.5.2,   REQUIRED"
    })
    void a_need_is_projected_on_the_role_of_the_organisation(AimsRole role, String control, ControlStatus status) {
        AiSystem system = AiSystem.named("s").answer(AIMS_ROLES, role).build();

        ControlResult result = control(system, control, rule("R-1").requires(control));

        assertThat(result.status()).isEqualTo(status);
        assertThat(result.needed()).isEqualTo(Truth.TRUE);
        assertThat(result.priority()).contains(Priority.BASELINE);
    }

    @Test
    void a_need_is_undetermined_while_the_roles_are_unknown_and_still_told() {
        ControlResult result = control(EMPTY, "A.9.2", rule("R-1").requires("A.9.2"));

        assertThat(result.status()).isEqualTo(ControlStatus.UNDETERMINED);
        assertThat(result.needed()).isEqualTo(Truth.TRUE);
        assertThat(result.priority()).contains(Priority.BASELINE);
        assertThat(result.rules()).hasToString("[R-1]");
    }

    @Test
    void roles_known_in_part_settle_what_they_can() {
        AiSystem customer =
                AiSystem.named("s").containing(AIMS_ROLES, AimsRole.AI_CUSTOMER).build();
        Evaluation evaluation = evaluate(customer, rule("R-1").requires("A.9.2", "A.6.2.4"));

        assertThat(status(evaluation, "A.9.2")).isEqualTo(ControlStatus.REQUIRED);
        assertThat(status(evaluation, "A.6.2.4")).isEqualTo(ControlStatus.UNDETERMINED);
    }

    @Test
    void without_a_characteristic_for_roles_they_are_unknown() {
        RuleBase base = new RuleBase(
                new Vocabulary("v", "1", Map.of(), List.of(), List.of()),
                catalogue(),
                criteria(),
                List.of(pack("p", rule("R-1").requires("A.9.2", "A.5.2"))));
        Evaluation evaluation = new Evaluator(base, new PlainEngine(base)).evaluate(EMPTY, null);

        assertThat(status(evaluation, "A.9.2")).isEqualTo(ControlStatus.UNDETERMINED);
        assertThat(status(evaluation, "A.5.2")).isEqualTo(ControlStatus.REQUIRED);
    }

    @Test
    void every_control_objective_and_risk_source_of_the_catalogue_has_a_result_in_order() {
        Evaluation evaluation = evaluate(EMPTY);

        assertThat(evaluation.controls())
                .extracting(result -> result.control().id().value())
                .containsExactly("A.2.2", "A.5.2", "A.6.2.4", "A.9.2", "A.10.2");
        assertThat(evaluation.risks())
                .extracting(risk -> risk.objective().id().value())
                .containsExactly("C.2.1", "C.2.5", "C.2.10");
        assertThat(evaluation.riskSources())
                .extracting(result -> result.source().id().value())
                .containsExactly("C.3.1", "C.3.2", "C.3.3", "C.3.4", "C.3.5", "C.3.6", "C.3.7");
        assertThat(evaluation.control(new ControlId("A.9.9"))).isEmpty();
        assertThat(evaluation.risk(new ObjectiveId("C.2.9"))).isEmpty();
    }

    @Test
    void a_risk_source_is_present_if_a_rule_that_raises_it_holds() {
        RuleBuilder[] rules = {
            rule("R-1").when(yes(PROFILING)).raises("C.3.1"), rule("R-2").raises("C.3.2")
        };

        assertThat(source(evaluate(EMPTY, rules), "C.3.2").status()).isEqualTo(Truth.TRUE);
        assertThat(source(evaluate(EMPTY, rules), "C.3.2").rules()).hasToString("[R-2]");
        assertThat(source(evaluate(EMPTY, rules), "C.3.1").status()).isEqualTo(Truth.UNDETERMINED);
        assertThat(source(evaluate(EMPTY, rules), "C.3.1").undetermined()).hasToString("[R-1]");
        assertThat(source(evaluate(PROFILES_NOT, rules), "C.3.1").status()).isEqualTo(Truth.FALSE);
        assertThat(source(evaluate(EMPTY, rules), "C.3.3").status()).isEqualTo(Truth.FALSE);
    }

    @Test
    void the_overall_level_is_the_highest_at_both_ends() {
        Evaluation evaluation = evaluate(
                EMPTY,
                threat("R-1", "C.2.1", Likelihood.HIGH, Severity.MODERATE),
                threat("R-2", "C.2.5", Likelihood.HIGH, Severity.CATASTROPHIC).when(yes(PROFILING)));

        assertThat(evaluation.level()).isEqualTo(new Range<>(RiskLevel.MODERATE, RiskLevel.VERY_HIGH));
        assertThat(evaluate(EMPTY).level()).isEqualTo(Range.exactly(RiskLevel.VERY_LOW));
    }

    @Test
    void findings_are_those_that_hold_or_may_hold_sorted_by_rule() {
        Evaluation evaluation = evaluate(
                PROFILES,
                rule("R-10").when(yes(PROFILING)),
                rule("R-9").when(atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)),
                rule("R-8").when(all(yes(PROFILING), contains(JURISDICTIONS, Jurisdiction.EU))),
                rule("R-7"));

        assertThat(evaluation.findings())
                .extracting(finding -> finding.rule().id().value(), Finding::status)
                .containsExactly(
                        tuple("R-7", Truth.TRUE),
                        tuple("R-8", Truth.UNDETERMINED),
                        tuple("R-9", Truth.UNDETERMINED),
                        tuple("R-10", Truth.TRUE));
        assertThat(evaluation.finding(new RuleId("R-10")).orElseThrow().isCertain())
                .isTrue();
        assertThat(evaluation.finding(new RuleId("R-9")).orElseThrow().isCertain())
                .isFalse();
        assertThat(evaluation.finding(new RuleId("R-1"))).isEmpty();
        assertThat(evaluate(PROFILES_NOT, rule("R-1").when(yes(PROFILING))).findings())
                .isEmpty();
    }

    @Test
    void a_finding_lists_exactly_the_facts_its_condition_reads_each_once() {
        AiSystem system = AiSystem.named("s")
                .put(new Answer(
                        PROFILING,
                        new Bounds.Ranks(1, 1),
                        new Provenance("owner", null, null, Provenance.Basis.STATED)))
                .atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
                .build();
        Condition condition = all(
                yes(PROFILING),
                atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE),
                atLeast(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY),
                contains(JURISDICTIONS, Jurisdiction.EU));

        assertThat(finding(evaluate(system, rule("R-1").when(condition)), "R-1").facts())
                .containsExactly(
                        new UsedFact(
                                "automationLevel",
                                "at least HIGH_AUTOMATION",
                                system.answer(AUTOMATION_LEVEL).orElseThrow(),
                                true),
                        new UsedFact("jurisdictions", "unknown", null, true),
                        new UsedFact(
                                "profiling", "YES", system.answer(PROFILING).orElseThrow(), false));
    }

    @Test
    void a_fact_leads_to_the_answer_with_its_provenance() {
        Evaluation evaluation = evaluate(PROFILES, rule("R-1").when(yes(PROFILING)));

        assertThat(fact(evaluation, "R-1").answer()).isEqualTo(PROFILES.answer(PROFILING));
    }

    @Test
    void a_finding_shows_the_results_it_read() {
        Evaluation evaluation = evaluate(
                EMPTY,
                rule("R-1").raises("C.3.1").requires("A.5.2"),
                threat("R-2", "C.2.5", Likelihood.HIGH, Severity.MAJOR)
                        .when(yes(PROFILING))
                        .requires("A.9.2"),
                rule("R-3").when(new Condition.HasRiskSource(new RiskSourceId("C.3.1"))),
                rule("R-4").when(new Condition.IsNeeded(new ControlId("A.5.2"))),
                rule("R-5").when(new Condition.IsNeeded(new ControlId("A.9.2"))),
                rule("R-6").when(new Condition.LevelAtLeast(new ObjectiveId("C.2.5"), RiskLevel.HIGH)),
                rule("R-7").when(new Condition.LevelAtLeast(new ObjectiveId("C.2.1"), RiskLevel.VERY_LOW)),
                rule("R-8")
                        .when(new Condition.AnyOf(
                                List.of(new Condition.Always(), new Condition.IsNeeded(new ControlId("A.2.2"))))));

        assertThat(fact(evaluation, "R-3")).isEqualTo(new UsedFact("riskSources contains C.3.1", "yes", null, false));
        assertThat(fact(evaluation, "R-4")).isEqualTo(new UsedFact("needed contains A.5.2", "yes", null, false));
        assertThat(fact(evaluation, "R-5")).isEqualTo(new UsedFact("needed contains A.9.2", "unknown", null, true));
        assertThat(fact(evaluation, "R-6")).isEqualTo(new UsedFact("level(C.2.5)", "VERY_LOW..HIGH", null, true));
        assertThat(fact(evaluation, "R-7")).isEqualTo(new UsedFact("level(C.2.1)", "VERY_LOW", null, false));
        assertThat(fact(evaluation, "R-8")).isEqualTo(new UsedFact("needed contains A.2.2", "no", null, false));
        assertThat(finding(evaluation, "R-6").status()).isEqualTo(Truth.UNDETERMINED);
        assertThat(fact(evaluation, "R-3").answer()).isEmpty();
    }

    @Test
    void a_finding_names_the_pack_of_its_rule() {
        RuleBase base = base(pack("one", rule("R-1")), pack("two", rule("R-2")));
        Evaluation evaluation = new Evaluator(base, new PlainEngine(base)).evaluate(EMPTY, null);

        assertThat(finding(evaluation, "R-2").pack())
                .isEqualTo(base.packs().get(1).reference());
        assertThat(evaluation.basis().packs()).isEqualTo(base.references());
    }

    @Test
    void a_rule_reads_what_rules_of_lower_strata_come_to() {
        RuleBuilder[] rules = {
            rule("R-1").when(yes(PROFILING)).raises("C.3.1"),
            rule("A-1")
                    .when(new Condition.HasRiskSource(new RiskSourceId("C.3.1")))
                    .requires("A.5.2"),
            rule("B-1").when(new Condition.IsNeeded(new ControlId("A.5.2"))).requires("A.2.2")
        };

        assertThat(status(evaluate(PROFILES, rules), "A.2.2")).isEqualTo(ControlStatus.REQUIRED);
        assertThat(status(evaluate(EMPTY, rules), "A.2.2")).isEqualTo(ControlStatus.UNDETERMINED);
        assertThat(status(evaluate(PROFILES_NOT, rules), "A.2.2")).isEqualTo(ControlStatus.NOT_REQUIRED);
    }

    @Test
    void the_priority_of_a_control_is_the_level_its_strongest_finding_would_make_alone() {
        RuleBuilder[] rules = {
            rule("R-1").requires("A.2.2"),
            threat("R-2", "C.2.5", Likelihood.LOW, Severity.MINOR).requires("A.2.2", "A.5.2"),
            threat("R-3", "C.2.1", Likelihood.MODERATE, Severity.CATASTROPHIC).requires("A.5.2")
        };

        assertThat(control(EMPTY, "A.2.2", rules).priority()).contains(Priority.LOW);
        assertThat(control(EMPTY, "A.5.2", rules).priority()).contains(Priority.HIGH);
        assertThat(control(EMPTY, "A.2.2", rules[0]).priority()).contains(Priority.BASELINE);
    }

    @Test
    void the_severity_behind_a_priority_is_that_of_the_objective() {
        RuleBuilder own = rule("R-1")
                .raises("C.3.1")
                .threatens("C.2.1", "C.2.5")
                .likelihood(Likelihood.HIGH)
                .requires("A.5.2");

        assertThat(control(EMPTY, "A.5.2", own).priority()).contains(Priority.VERY_LOW);
        assertThat(control(EMPTY, "A.5.2", own, rule("R-2").threatens("C.2.5").floor(Severity.MAJOR))
                        .priority())
                .contains(Priority.HIGH);
    }

    @Test
    void what_is_undetermined_gives_no_priority() {
        ControlResult result = control(
                EMPTY,
                "A.5.2",
                rule("R-1").requires("A.5.2"),
                threat("R-2", "C.2.5", Likelihood.HIGH, Severity.MAJOR)
                        .when(yes(PROFILING))
                        .requires("A.5.2"));

        assertThat(result.priority()).contains(Priority.BASELINE);
    }

    @Test
    void a_floor_without_a_likelihood_gives_the_lowest_priority() {
        assertThat(control(
                                EMPTY,
                                "A.5.2",
                                rule("R-1")
                                        .threatens("C.2.5")
                                        .floor(Severity.MAJOR)
                                        .requires("A.5.2"))
                        .priority())
                .contains(Priority.BASELINE);
    }

    @Test
    void safeguards_stand_in_the_order_of_priority_then_rates_then_sources_then_id() {
        Evaluation evaluation = evaluate(
                AiSystem.named("s").answer(AIMS_ROLES, AimsRole.AI_CUSTOMER).build(),
                rule("R-0").threatens("C.2.1", "C.2.5").floor(Severity.MODERATE),
                rule("R-1").requires("A.10.2"),
                rule("R-2")
                        .raises("C.3.1")
                        .threatens("C.2.5")
                        .likelihood(Likelihood.MODERATE)
                        .requires("A.2.2", "A.5.2", "A.9.2", "A.6.2.4"),
                rule("R-3")
                        .raises("C.3.1")
                        .threatens("C.2.5")
                        .likelihood(Likelihood.LOW)
                        .requires("A.5.2"),
                rule("R-4")
                        .raises("C.3.2", "C.3.3")
                        .threatens("C.2.1")
                        .likelihood(Likelihood.LOW)
                        .requires("A.9.2"));

        assertThat(evaluation.safeguards())
                .extracting(safeguard -> safeguard.control().id().value(), Safeguard::priority)
                .containsExactly(
                        tuple("A.9.2", Priority.MODERATE),
                        tuple("A.5.2", Priority.MODERATE),
                        tuple("A.2.2", Priority.MODERATE),
                        tuple("A.6.2.4", Priority.MODERATE),
                        tuple("A.10.2", Priority.BASELINE));
        assertThat(evaluation.safeguards().get(3).status()).isEqualTo(ControlStatus.VIA_SUPPLIER);
    }

    @Test
    void the_reasons_of_a_safeguard_are_the_findings_that_call_for_it_the_strongest_first() {
        Evaluation evaluation = evaluate(
                EMPTY,
                rule("R-1").requires("A.5.2"),
                threat("R-2", "C.2.5", Likelihood.LOW, Severity.MAJOR).requires("A.5.2"),
                threat("R-3", "C.2.5", Likelihood.HIGH, Severity.MAJOR).requires("A.5.2"),
                threat("R-4", "C.2.5", Likelihood.MODERATE, Severity.MAJOR).requires("A.5.2"),
                threat("R-10", "C.2.5", Likelihood.HIGH, Severity.MAJOR).requires("A.5.2"),
                threat("R-5", "C.2.5", Likelihood.VERY_HIGH, Severity.MAJOR).requires("A.5.2"),
                rule("R-6").when(yes(PROFILING)).requires("A.5.2"),
                rule("R-7").requires("A.2.2"));

        assertThat(evaluation.safeguards().get(0).reasons())
                .extracting(reason -> reason.rule().id().value())
                .containsExactly("R-5", "R-3", "R-10", "R-4", "R-2", "R-1");
    }

    @Test
    void what_belongs_to_others_or_is_open_is_no_safeguard() {
        Evaluation evaluation = evaluate(
                AiSystem.named("s").answer(AIMS_ROLES, AimsRole.AI_PROVIDER).build(),
                rule("R-1").requires("A.9.2"),
                rule("R-2").when(yes(PROFILING)).requires("A.5.2"));

        assertThat(status(evaluation, "A.9.2")).isEqualTo(ControlStatus.ROLE_EXCLUDED);
        assertThat(evaluation.safeguards()).isEmpty();
    }

    @Test
    void a_stop_is_told_whether_it_is_certain_or_possible() {
        RuleBuilder stop = rule("REG-07").when(yes(PROFILING)).stop();

        assertThat(evaluate(PROFILES, stop, rule("R-1")).stops()).hasSize(1);
        assertThat(evaluate(PROFILES, stop).isStopped()).isTrue();
        assertThat(evaluate(EMPTY, stop).stops()).hasSize(1);
        assertThat(evaluate(EMPTY, stop).isStopped()).isFalse();
        assertThat(evaluate(PROFILES_NOT, stop).stops()).isEmpty();
        assertThat(evaluate(PROFILES_NOT, stop).isStopped()).isFalse();
    }

    @Test
    void the_date_is_kept_and_nothing_else_knows_one() {
        LocalDate day = LocalDate.of(2026, 8, 2);

        assertThat(evaluator(rule("R-1")).evaluate(EMPTY, day).asOf()).contains(day);
        assertThat(evaluator(rule("R-1")).evaluate(EMPTY, null).asOf()).isEmpty();
    }

    @Test
    void contradictions_are_reported_and_change_nothing() {
        ContradictionRule contradiction = new ContradictionRule(
                "CON-1",
                List.of(
                        new ContradictionRule.Within(PROFILING, new Bounds.Ranks(1, 1)),
                        new ContradictionRule.Within(AUTOMATION_LEVEL, new Bounds.Ranks(0, 0))),
                "They cannot both be.");
        Vocabulary vocabulary = new Vocabulary(
                "v",
                "1",
                Map.of(),
                List.of(io.aims.TestRules.entry(PROFILING), io.aims.TestRules.entry(AUTOMATION_LEVEL)),
                List.of(contradiction));
        RuleBase base = new RuleBase(
                vocabulary,
                catalogue(),
                criteria(),
                List.of(pack("p", rule("R-1").when(yes(PROFILING)).requires("A.5.2"))));
        Evaluation evaluation = new Evaluator(base, new PlainEngine(base))
                .evaluate(PROFILES.with(AUTOMATION_LEVEL, AutomationLevel.NOT_AUTOMATED), null);

        assertThat(evaluation.contradictions()).extracting(Contradiction::id).containsExactly("CON-1");
        assertThat(status(evaluation, "A.5.2")).isEqualTo(ControlStatus.REQUIRED);
    }

    @Test
    void equal_input_gives_equal_evaluations() {
        RuleBuilder[] rules = {
            rule("R-1").when(yes(PROFILING)).requires("A.5.2"), rule("R-2").requires("A.2.2")
        };
        Evaluation one = evaluate(PROFILES, rules);
        Evaluation other =
                evaluate(AiSystem.named("empty").answer(PROFILING, YesNo.YES).build(), rules);

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.system()).isEqualTo(PROFILES);
    }

    @Test
    void evaluations_differ_by_system_date_rules_and_result() {
        Evaluation evaluation = evaluate(PROFILES, rule("R-1").when(yes(PROFILING)));

        assertThat(evaluation)
                .isNotEqualTo(evaluate(EMPTY, rule("R-1").when(yes(PROFILING))))
                .isNotEqualTo(evaluate(PROFILES, rule("R-2").when(yes(PROFILING))))
                .isNotEqualTo(evaluator(rule("R-1").when(yes(PROFILING))).evaluate(PROFILES, LocalDate.EPOCH))
                .isNotEqualTo("evaluation");
    }

    @Test
    void the_outcomes_of_the_engine_decide() {
        RuleBase base = base(rule("R-1").when(yes(PROFILING)).requires("A.5.2"));
        java.util.BitSet all = new java.util.BitSet();
        all.set(0);
        Evaluator evaluator = new Evaluator(base, system -> new Outcomes(all, all));

        assertThat(status(evaluator.evaluate(EMPTY, null), "A.5.2")).isEqualTo(ControlStatus.REQUIRED);
        assertThat(evaluator.base()).isSameAs(base);
    }

    @Test
    void it_prints_as_id_level_and_number_of_safeguards() {
        assertThat(evaluate(EMPTY, rule("R-1").requires("A.5.2"))).hasToString("empty: VERY_LOW, 1 safeguards");
        assertThat(evaluate(AiSystem.named("a\nb").build()).toString()).startsWith("a\\nb: ");
    }

    @Test
    void an_answer_of_another_kind_than_the_characteristic_is_refused() {
        BooleanCharacteristic impostor = BooleanCharacteristic.of("automationLevel");
        AiSystem system = AiSystem.named("s").answer(impostor, YesNo.YES).build();
        Evaluator evaluator = evaluator(rule("R-1").when(atLeast(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)));

        assertThatThrownBy(() -> evaluator.evaluate(system, null))
                .hasMessage("AIMS-1012: The automationLevel of system (s) is of another kind than that of vocabulary"
                        + " (aims).\nMaybe the system was described with another version of a pack.");
    }

    @Test
    void an_answer_to_a_characteristic_nobody_knows_is_ignored() {
        OrdinalCharacteristic<?> stray = OrdinalCharacteristic.of("acmeTrust", List.of("LOW", "HIGH"));
        AiSystem system = EMPTY.with(Answer.of(stray, new Bounds.Ranks(1, 1))).with(PROFILING, YesNo.YES);

        assertThat(evaluate(system, rule("R-1").when(yes(PROFILING)).requires("A.5.2"))
                        .safeguards())
                .hasSize(1);
    }

    @Test
    void results_cannot_be_changed_from_outside() {
        Evaluation evaluation = evaluate(EMPTY, rule("R-1").requires("A.5.2"));

        for (List<?> list : List.of(
                evaluation.findings(),
                evaluation.riskSources(),
                evaluation.risks(),
                evaluation.controls(),
                evaluation.safeguards(),
                evaluation.contradictions(),
                evaluation.openQuestions(),
                evaluation.stops(),
                evaluation.findings().get(0).facts(),
                evaluation.safeguards().get(0).reasons(),
                evaluation.controls().get(1).rules())) {
            assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    private static RuleBuilder threat(String id, String objective, Likelihood likelihood, Severity floor) {
        return rule(id).raises("C.3.1")
                .threatens(objective)
                .likelihood(likelihood)
                .floor(floor);
    }

    private static ControlResult control(AiSystem system, String control, RuleBuilder... rules) {
        return evaluate(system, rules).control(new ControlId(control)).orElseThrow();
    }

    private static ControlStatus status(Evaluation evaluation, String control) {
        return evaluation.control(new ControlId(control)).orElseThrow().status();
    }

    private static RiskSourceResult source(Evaluation evaluation, String source) {
        Optional<RiskSourceResult> found = evaluation.riskSources().stream()
                .filter(result -> result.source().id().equals(new RiskSourceId(source)))
                .findFirst();
        return found.orElseThrow();
    }

    private static Finding finding(Evaluation evaluation, String rule) {
        return evaluation.finding(new RuleId(rule)).orElseThrow();
    }

    private static UsedFact fact(Evaluation evaluation, String rule) {
        List<UsedFact> facts = finding(evaluation, rule).facts();
        assertThat(facts).hasSize(1);
        return facts.get(0);
    }
}
