package io.aims;

import static io.aims.system.automation.AutomationLevel.HIGH_AUTOMATION;
import static io.aims.system.people.DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT;
import static io.aims.system.people.VulnerableGroup.ECONOMICALLY_DEPENDENT;
import static io.aims.system.technique.ContinuousLearning.SCHEDULED_RETRAINING;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.CONTINUOUS_LEARNING;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;
import static io.aims.system.vocabulary.Characteristics.VULNERABLE_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.control.AiRole;
import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.evaluation.Evaluation;
import io.aims.law.LegalPack;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleExample;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.rule.Truth;
import io.aims.rules.RulePacks;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Bounds;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.Tier;
import io.aims.system.VocabularyEntry;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.statement.Applicability;
import io.aims.treatment.statement.Decision;
import io.aims.treatment.statement.StatementOfApplicability;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AimsTest {

    private static final BooleanCharacteristic ACME_FLAG = BooleanCharacteristic.of("acmeFlag");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static final Aims aims = Aims.standard();

    @AfterAll
    static void close() {
        aims.close();
    }

    @Test
    void a_described_system_is_evaluated() {
        AiSystem system = AiSystem.named("loan-scoring")
                .answer(AUTOMATION_LEVEL, HIGH_AUTOMATION)
                .answer(DECISION_EFFECT, LEGAL_OR_SIMILARLY_SIGNIFICANT)
                .atLeast(CONTINUOUS_LEARNING, SCHEDULED_RETRAINING)
                .containing(VULNERABLE_GROUPS, ECONOMICALLY_DEPENDENT)
                .build();

        Evaluation evaluation = aims.evaluate(system);

        assertThat(evaluation.level().low()).isGreaterThanOrEqualTo(RiskLevel.MODERATE);
        assertThat(evaluation.safeguards())
                .isNotEmpty()
                .allSatisfy(safeguard -> assertThat(safeguard.reasons()).isNotEmpty());
        assertThat(aims.questions(evaluation).get(0).question()).endsWith("?");
    }

    @Test
    void the_day_is_a_part_of_the_result() {
        AiSystem system = AiSystem.named("s").build();

        assertThat(aims.evaluate(system, DAY).asOf()).contains(DAY);
        assertThat(aims.evaluate(system).asOf()).isEmpty();
        assertThat(aims.evaluate(system, DAY).seal())
                .isNotEqualTo(aims.evaluate(system, DAY.plusDays(1)).seal());
    }

    @Test
    void the_parts_in_use_can_be_asked_for() {
        assertThat(aims.packs()).extracting(RulePack::id).containsExactly("iso-42001");
        assertThat(aims.laws()).extracting(LegalPack::id).containsExactly("eu-ai-act");
        assertThat(aims.vocabulary().ids())
                .hasSize(79 + aims.laws().get(0).facts().size())
                .contains("automationLevel", "listedPurposes");
        assertThat(aims.catalogue().controls()).hasSize(38);
        assertThat(aims.criteria().id()).isEqualTo(Criteria.standard().id());
    }

    @Test
    void an_answer_that_no_rule_can_read_is_refused() {
        AiSystem system = AiSystem.named("s")
                .put(Answer.of(ACME_FLAG, new Bounds.Ranks(1, 1)))
                .put(Answer.of(OrdinalCharacteristic.of("automationLevel", List.of("A", "B")), new Bounds.Ranks(1, 1)))
                .build();

        assertThat(faults(() -> aims.evaluate(system)))
                .extracting(Fault::code, Fault::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "AIMS-1004",
                                "The characteristic (acmeFlag) of system (s) is not in vocabulary (aims)."),
                        org.assertj.core.groups.Tuple.tuple(
                                "AIMS-1004",
                                "The characteristic (automationLevel) of system (s) has another type or other values"
                                        + " in vocabulary (aims)."));
    }

    @Test
    void without_a_pack_nothing_is_built() {
        assertThat(faults(() -> Aims.builder().build()))
                .singleElement()
                .extracting(Fault::code)
                .isEqualTo("AIMS-2017");
    }

    @Test
    void a_vendors_rules_read_the_results_of_the_standard_pack() {
        Rule rule = rule("ACME-1", new Condition.IsNeeded(new ControlId("A.6.2.8")), "ACME.LOG");
        try (Aims own = Aims.builder()
                .packs(RulePacks.standard(), pack("iso-42001:2023+acme:1", rule))
                .catalogues(catalogue("acme:1", "ACME.LOG"))
                .build()) {
            AiSystem system = AiSystem.named("s")
                    .answer(AUTOMATION_LEVEL, HIGH_AUTOMATION)
                    .build();

            assertThat(own.evaluate(system).control(new ControlId("ACME.LOG")))
                    .get()
                    .satisfies(result -> assertThat(result.needed()).isEqualTo(Truth.TRUE));
            assertThat(own.evaluate(AiSystem.named("empty").build()).control(new ControlId("ACME.LOG")))
                    .get()
                    .satisfies(result -> assertThat(result.status()).isEqualTo(ControlStatus.UNDETERMINED));
        }
    }

    @Test
    void every_conclusion_is_explained() {
        AiSystem system =
                AiSystem.named("s").answer(AUTOMATION_LEVEL, HIGH_AUTOMATION).build();
        Evaluation evaluation = aims.evaluate(system);

        assertThat(aims.explain(evaluation, new ControlId("A.9.2")).id()).isEqualTo("A.9.2");
        assertThat(aims.explain(evaluation, new RiskSourceId("C.3.3")).result().status())
                .isEqualTo(Truth.TRUE);
        assertThat(aims.explain(evaluation, new ObjectiveId("C.2.5")).result())
                .isEqualTo(evaluation.risk(new ObjectiveId("C.2.5")).orElseThrow());
        assertThat(aims.explain(evaluation, new RuleId("ADM-02")).truth()).isEqualTo(Truth.TRUE);
        assertThat(aims.explain(evaluation).level().result()).isEqualTo(evaluation.level());
        assertThat(aims.whyNot(evaluation, new ControlId("A.2.2")).isSo()).isTrue();
        assertThat(aims.whyNot(evaluation, new RuleId("ADM-04")).nearMisses()).hasSize(1);
    }

    @Test
    void an_evaluation_of_other_rules_is_not_explained() {
        try (Aims own = Aims.builder()
                .packs(pack("iso-42001:2023", rule("ACME-1", new Condition.Always(), "A.9.2")))
                .build()) {
            Evaluation foreign = own.evaluate(AiSystem.named("s").build());

            assertThatThrownBy(() -> aims.explain(foreign, new ControlId("A.9.2")))
                    .isInstanceOf(AimsException.class)
                    .hasMessageContaining("AIMS-3010");
            assertThatThrownBy(() -> aims.whyNot(foreign, new RuleId("ADM-04"))).hasMessageContaining("AIMS-3010");
        }
    }

    @Test
    void a_vendors_characteristic_is_read_and_asked_for() {
        VocabularyEntry entry = new VocabularyEntry(
                ACME_FLAG, "acme", Tier.CORE, "Is it flagged?", Map.of(), "Flagged.", "", List.of(new Source("ACME")));
        RulePack pack = pack(
                "iso-42001:2023", List.of(entry), null, null, rule("ACME-1", new Condition.IsYes(ACME_FLAG), "A.9.2"));
        try (Aims own = Aims.builder().packs(pack).build()) {
            Evaluation evaluation = own.evaluate(AiSystem.named("s").build());

            assertThat(own.vocabulary().characteristic("acmeFlag")).contains(ACME_FLAG);
            assertThat(own.questions(evaluation))
                    .singleElement()
                    .satisfies(question -> assertThat(question.question()).isEqualTo("Is it flagged?"));
        }
    }

    @Test
    void everything_that_does_not_resolve_is_told_at_once() {
        Rule rule = new Rule(
                new RuleId("ACME-1"),
                "",
                RuleScope.SYSTEM,
                new Condition.AllOf(List.of(
                        new Condition.IsYes(ACME_FLAG),
                        new Condition.HasRiskSource(new RiskSourceId("C.3.99")),
                        new Condition.LevelAtLeast(new ObjectiveId("C.2.99"), RiskLevel.HIGH),
                        new Condition.IsNeeded(new ControlId("A.99.1")))),
                List.of(new RiskSourceId("C.3.77")),
                List.of(new ObjectiveId("C.2.77")),
                Likelihood.LOW,
                null,
                List.of(new ControlId("A.9.7")),
                false,
                "",
                List.of(),
                Confidence.HIGH,
                List.of(),
                null);

        List<Fault> faults = faults(() ->
                Aims.builder().packs(RulePacks.standard(), pack("acme:9", rule)).build());

        assertThat(faults)
                .extracting(Fault::code)
                .containsExactlyInAnyOrder(
                        "AIMS-2014",
                        "AIMS-2006",
                        "AIMS-2007",
                        "AIMS-2007",
                        "AIMS-2007",
                        "AIMS-2007",
                        "AIMS-2007",
                        "AIMS-2007",
                        "AIMS-2001",
                        "AIMS-2001",
                        "AIMS-2001");
        assertThat(faults)
                .anySatisfy(fault -> assertThat(fault)
                        .hasToString("AIMS-2007: Rule (ACME-1) requires control (A.9.7), absent from catalogue"
                                + " (iso-42001:2023).\nMaybe you meant (A.9.2)."));
    }

    @Test
    void a_rule_that_reads_a_result_nobody_leads_to_is_refused() {
        Rule rule = rule("ACME-1", new Condition.IsNeeded(new ControlId("A.6.2.8")), "A.9.2");

        assertThat(faults(
                        () -> Aims.builder().packs(pack("iso-42001:2023", rule)).build()))
                .singleElement()
                .hasToString("AIMS-2009: Rule (ACME-1) can never hold.\n"
                        + "Maybe a pack whose rules lead to (needed contains A.6.2.8) is missing.");
    }

    @Test
    void an_example_of_a_rule_that_reads_results_runs_with_all_packs() {
        Answer high = Answer.of(AUTOMATION_LEVEL, new Bounds.Ranks(4, 4));
        Rule right = rule(
                "ACME-1",
                new Condition.IsNeeded(new ControlId("A.6.2.8")),
                "ACME.LOG",
                new RuleExample(Truth.TRUE, List.of(high)),
                new RuleExample(Truth.UNDETERMINED, List.of()));
        Rule wrong = rule(
                "ACME-2",
                new Condition.IsNeeded(new ControlId("A.6.2.6")),
                "ACME.LOG",
                new RuleExample(Truth.FALSE, List.of(high)));
        Catalogue own = catalogue("acme:1", "ACME.LOG");

        assertThat(faults(() -> Aims.builder()
                        .packs(RulePacks.standard(), pack("iso-42001:2023+acme:1", right, wrong))
                        .catalogues(own)
                        .build()))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("AIMS-2012");
                    assertThat(fault.message()).startsWith("Rule (ACME-2) comes to TRUE in its silent example");
                });
    }

    @Test
    void a_pack_given_twice_is_told() {
        assertThat(faults(() -> Aims.builder()
                        .packs(RulePacks.standard(), RulePacks.standard())
                        .build()))
                .extracting(Fault::code)
                .contains("AIMS-2004");
    }

    @Test
    void two_catalogues_of_one_id_are_told() {
        assertThat(faults(() -> Aims.builder()
                        .packs(RulePacks.standard())
                        .catalogues(catalogue("acme:1", "ACME.LOG"), catalogue("acme:1", "ACME.LOGS"))
                        .build()))
                .singleElement()
                .extracting(Fault::code)
                .isEqualTo("AIMS-2018");
    }

    @Test
    void a_catalogue_given_twice_counts_once() {
        try (Aims aims = Aims.builder()
                .packs(RulePacks.standard())
                .catalogues(catalogue("acme:1", "ACME.LOG"), catalogue("acme:1", "ACME.LOG"), Catalogues.iso42001())
                .build()) {
            assertThat(aims.catalogue().id()).isEqualTo("iso-42001:2023+acme:1");
        }
    }

    @Test
    void a_pack_that_holds_for_some_days_asks_for_the_day() {
        RulePack pack = pack(
                "iso-42001:2023", List.of(), DAY, DAY.plusDays(10), rule("ACME-1", new Condition.Always(), "A.9.2"));
        AiSystem system = AiSystem.named("s").build();
        try (Aims own = Aims.builder().packs(pack).build()) {
            assertThat(own.evaluate(system, DAY).safeguards()).isEmpty();
            assertThat(own.evaluate(system, DAY.plusDays(10)).control(new ControlId("A.9.2")))
                    .get()
                    .satisfies(result -> assertThat(result.needed()).isEqualTo(Truth.TRUE));
            assertThat(faults(() -> own.evaluate(system)))
                    .singleElement()
                    .hasToString("AIMS-2016: Pack (acme, 1.0.0) holds from (2026-03-01) until (2026-03-11),"
                            + " and no day is given.\nEvaluate for a day: it becomes a part of the result.");
            assertThat(faults(() -> own.evaluate(system, DAY.minusDays(1)))).hasSize(1);
            assertThat(faults(() -> own.evaluate(system, DAY.plusDays(11)))).hasSize(1);
        }
    }

    @Test
    void own_criteria_change_the_level_and_not_the_controls() {
        AiSystem system =
                AiSystem.named("s").answer(AUTOMATION_LEVEL, HIGH_AUTOMATION).build();
        try (Aims own = Aims.builder()
                .packs(RulePacks.standard())
                .criteria(Criteria.standard().tolerating(RiskLevel.LOW))
                .build()) {
            assertThat(own.criteria().tolerance()).contains(RiskLevel.LOW);
            assertThat(own.evaluate(system).controls())
                    .isEqualTo(aims.evaluate(system).controls());
        }
    }

    @Test
    void a_statement_over_an_empty_description_excludes_nothing() {
        ResidualProfile blank = aims.residual(aims.evaluate(AiSystem.named("s").build()), ControlStates.unknown());
        StatementOfApplicability statement = aims.statement(List.of(blank), ControlStates.unknown());

        assertThat(statement.entries()).hasSize(38);
        assertThat(statement.entries(Applicability.NOT_APPLICABLE)).isEmpty();
        assertThat(statement.entries(Applicability.APPLICABLE))
                .extracting(entry -> entry.control().value())
                .contains("A.2.2", "A.2.3", "A.2.4", "A.3.2", "A.3.3", "A.4.2", "A.5.2");
        assertThat(statement.asOf()).isEmpty();
    }

    @Test
    void a_statement_follows_from_systems_states_and_decisions() {
        ControlId policy = new ControlId("A.2.2");
        ControlStates states = ControlStates.of(Map.of(policy, ControlState.of(ControlState.Stage.IMPLEMENTED)));
        List<ResidualProfile> profiles = List.of(
                aims.residual(aims.evaluate(AiSystem.named("s").build()), states, DAY),
                aims.residual(
                        aims.evaluate(AiSystem.named("t")
                                .answer(AUTOMATION_LEVEL, HIGH_AUTOMATION)
                                .build()),
                        states,
                        DAY));
        Decision decision = new Decision(policy, Decision.Kind.EXCLUDE, "no time", "board", DAY, DAY);
        StatementOfApplicability statement = aims.statement(profiles, states, List.of(decision), DAY);

        assertThat(statement.entry(policy).orElseThrow().implementation().words())
                .isEqualTo("implemented");
        assertThat(statement.refusals()).extracting(Fault::code).containsExactly("AIMS-3074");
        assertThat(faults(() -> aims.statement(List.of(), states, List.of(), DAY)))
                .extracting(Fault::code)
                .containsExactly("AIMS-3076");
    }

    private static List<Fault> faults(Runnable work) {
        AimsException thrown = catchThrowableOfType(AimsException.class, work::run);
        assertThat(thrown).isNotNull();
        return thrown.faults();
    }

    private static Rule rule(String id, Condition condition, String control, RuleExample... examples) {
        return new Rule(
                new RuleId(id),
                "Rule of a vendor",
                RuleScope.SYSTEM,
                condition,
                List.of(),
                List.of(),
                null,
                null,
                List.of(new ControlId(control)),
                false,
                "A vendor has its reasons.",
                List.of(new Source("ACME")),
                Confidence.HIGH,
                Arrays.asList(examples),
                null);
    }

    private static RulePack pack(String catalogue, Rule... rules) {
        return pack(catalogue, List.of(), null, null, rules);
    }

    private static RulePack pack(
            String catalogue,
            List<VocabularyEntry> characteristics,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Rule... rules) {
        return new RulePack(
                "acme",
                "1.0.0",
                "Rules of ACME",
                "Apache-2.0",
                "",
                catalogue,
                from,
                until,
                characteristics,
                List.of(new Chapter("All", "", Arrays.asList(rules))));
    }

    private static Catalogue catalogue(String id, String control) {
        return new Catalogue(
                id,
                "Controls of ACME",
                List.of(),
                Map.of("ACME", "ACME"),
                List.of(new Control(
                        new ControlId(control),
                        "ACME",
                        "Log",
                        "Keep a log.",
                        List.of(),
                        List.of(),
                        Control.Scope.SYSTEM,
                        Set.of(AiRole.values()),
                        ControlStatus.VIA_SUPPLIER,
                        Control.Effect.LIKELIHOOD,
                        Control.Function.DETECTIVE,
                        List.of(),
                        List.of(new Source("ACME")))),
                List.of(),
                List.of(),
                List.of());
    }
}
