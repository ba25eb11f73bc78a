package io.aims.reasoning.change;

import static io.aims.TestRules.all;
import static io.aims.TestRules.any;
import static io.aims.TestRules.atLeast;
import static io.aims.TestRules.base;
import static io.aims.TestRules.catalogue;
import static io.aims.TestRules.criteria;
import static io.aims.TestRules.entry;
import static io.aims.TestRules.evaluator;
import static io.aims.TestRules.pack;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.AIMS_ROLES;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.VULNERABLE_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.aims.TestRules.RuleBuilder;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Condition;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.ContradictionRule;
import io.aims.system.Provenance;
import io.aims.system.Vocabulary;
import io.aims.system.YesNo;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.identity.AimsRole;
import io.aims.system.people.VulnerableGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationDiffTest {

    private static final AiSystem EMPTY = AiSystem.named("loans").build();
    private static final AiSystem ASSISTS = EMPTY.with(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE);
    private static final AiSystem DECIDES = EMPTY.with(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private static final RuleBuilder[] RULES = {
        rule("R-1")
                .when(atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION))
                .raises("C.3.3")
                .threatens("C.2.5")
                .likelihood(Likelihood.HIGH)
                .floor(Severity.MAJOR)
                .requires("A.5.2"),
        rule("R-2")
                .when(yes(PROFILING))
                .threatens("C.2.1")
                .likelihood(Likelihood.LOW)
                .requires("A.9.2"),
        rule("R-3").when(new Condition.HasRiskSource(new RiskSourceId("C.3.3"))).requires("A.10.2"),
        rule("R-4")
                .when(any(yes(PROFILING), new Condition.LevelAtLeast(new ObjectiveId("C.2.5"), RiskLevel.HIGH)))
                .requires("A.6.2.4"),
        rule("R-5").requires("A.2.2")
    };

    @Test
    void equal_evaluations_differ_in_nothing() {
        EvaluationDiff diff = between(DECIDES, DECIDES);

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.findings()).isEmpty();
        assertThat(diff.objectives()).isEmpty();
        assertThat(diff.controls()).isEmpty();
        assertThat(diff.riskSources()).isEmpty();
        assertThat(diff.levelTrend()).isEmpty();
        assertThat(Trend.values()).noneMatch(diff::has);
        assertThat(diff.text()).isEqualTo("loans: nothing changed.\n");
    }

    @Test
    void a_change_is_told_from_the_fact_to_the_level() {
        assertThat(between(ASSISTS.with(PROFILING, YesNo.NO), DECIDES.with(PROFILING, YesNo.NO))
                        .text())
                .isEqualTo("""
                        loans: the level was very low and is high. It got worse.

                        What changed
                          Automation level: was assistance, is high automation.

                        What follows from it
                          Found now: R-1 Rule R-1, because of automation level.
                          Found now: R-3 Rule R-3, because of automation level.
                          Found now: R-4 Rule R-4, because of automation level.

                        What got worse
                          The overall level was very low, is high.
                          C.2.5 Objective C.2.5: level was very low, is high; severity was negligible, is major; likelihood was very low, is high, by R-1.
                          Risk source C.3.3 Risk source C.3.3 was absent, is present, by R-1.
                          A.5.2 Control A.5.2 was not needed, is needed (priority high), by R-1.
                          A.6.2.4 Control A.6.2.4 was not needed, is needed, for which role is open, by R-4.
                          A.10.2 Control A.10.2 was not needed, is needed (priority baseline), by R-3.
                        """);
    }

    @Test
    void the_way_back_is_better_where_the_way_there_was_worse() {
        EvaluationDiff diff = between(ASSISTS, DECIDES);

        assertThat(diff.has(Trend.WORSE)).isTrue();
        assertThat(diff.has(Trend.BETTER)).isFalse();
        assertThat(diff.reverse().has(Trend.WORSE)).isFalse();
        assertThat(diff.reverse().has(Trend.BETTER)).isTrue();
        assertThat(diff.reverse().text()).contains("It got better.", "What got better", "No longer found: R-1");
        assertThat(diff.reverse().reverse()).isEqualTo(diff).hasSameHashCodeAs(diff);
        assertThat(diff.reverse()).isNotEqualTo(diff);
    }

    @Test
    void an_answer_to_what_was_open_is_neither_better_nor_worse() {
        EvaluationDiff learned = between(EMPTY, DECIDES);

        assertThat(learned.facts()).extracting(FactChange::kind).containsExactly(FactChange.Kind.LEARNED);
        assertThat(learned.has(Trend.WORSE)).isFalse();
        assertThat(learned.has(Trend.KNOWN)).isTrue();
        assertThat(learned.levelTrend()).contains(Trend.KNOWN);
        assertThat(learned.controls()).extracting(ControlChange::trend).containsOnly(Trend.KNOWN);
        assertThat(learned.riskSources()).extracting(RiskSourceChange::trend).containsOnly(Trend.KNOWN);
        assertThat(learned.objectives()).extracting(ObjectiveChange::trend).containsOnly(Trend.KNOWN);
        assertThat(learned.text())
                .contains("Only more is known.", "Automation level: was unknown, is high automation.")
                .contains("What was open and is known now", "Certain now: R-1 Rule R-1, because of automation level.");

        EvaluationDiff forgotten = learned.reverse();
        assertThat(forgotten.has(Trend.OPEN)).isTrue();
        assertThat(forgotten.has(Trend.BETTER)).isFalse();
        assertThat(forgotten.levelTrend()).contains(Trend.OPEN);
        assertThat(forgotten.text())
                .contains("Only less is known.", "What was known and is open now", "No longer certain: R-1");
    }

    @Test
    void what_is_learned_beside_a_change_is_kept_apart_from_it() {
        EvaluationDiff diff = between(
                ASSISTS,
                DECIDES.with(PROFILING, YesNo.YES),
                rule("R-1")
                        .when(atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION))
                        .requires("A.5.2"),
                rule("R-2").when(yes(PROFILING)).requires("A.2.2"));

        assertThat(diff.controls())
                .extracting(change -> change.control().id().value(), ControlChange::trend)
                .containsExactly(tuple("A.2.2", Trend.KNOWN), tuple("A.5.2", Trend.WORSE));
        assertThat(diff.text()).contains("It got worse.", "What got worse", "What was open and is known now");
    }

    @Test
    void a_fact_that_a_range_narrows_by_for_another_reason_may_still_be_worse() {
        AiSystem atLeastAssists = EMPTY.toBuilder()
                .atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
                .build();
        AiSystem helps = EMPTY.with(AUTOMATION_LEVEL, AutomationLevel.NOT_AUTOMATED);

        assertThat(between(atLeastAssists, helps).facts())
                .extracting(FactChange::kind)
                .containsExactly(FactChange.Kind.CHANGED);
        assertThat(between(helps, atLeastAssists).has(Trend.WORSE)).isTrue();
        assertThat(between(atLeastAssists, helps).has(Trend.BETTER)).isTrue();
    }

    @Test
    void a_narrower_answer_is_learned_and_a_wider_one_forgotten() {
        AiSystem atLeast = EMPTY.toBuilder()
                .atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
                .build();

        assertThat(between(atLeast, DECIDES).facts())
                .extracting(FactChange::kind)
                .containsExactly(FactChange.Kind.LEARNED);
        assertThat(between(DECIDES, atLeast).facts())
                .extracting(FactChange::kind)
                .containsExactly(FactChange.Kind.FORGOTTEN);
        assertThat(between(atLeast, DECIDES).text())
                .contains("Automation level: was at least assistance, is high automation (more is known).");
        assertThat(between(DECIDES, atLeast).text())
                .contains("Automation level: was high automation, is at least assistance (less is known).");
    }

    @Test
    void another_source_of_the_same_answer_is_kept_apart_and_moves_nothing() {
        Answer given = DECIDES.answer(AUTOMATION_LEVEL).orElseThrow();
        Provenance audit = new Provenance("auditor", MAY, "report 7", Provenance.Basis.STATED);
        EvaluationDiff diff = between(DECIDES, EMPTY.with(new Answer(given.characteristic(), given.bounds(), audit)));

        assertThat(diff.isEmpty()).isFalse();
        assertThat(diff.facts()).isEmpty();
        assertThat(diff.findings()).isEmpty();
        assertThat(diff.provenance()).extracting(FactChange::kind).containsExactly(FactChange.Kind.RESTATED);
        assertThat(diff.text()).contains("No result moved.", "The same answer, from another source: automation level.");
        assertThat(diff.markdown())
                .contains("| Automation level | high automation | high automation (by auditor, on 2026-05-01, "
                        + "evidence: report 7) | restated |");
    }

    @Test
    void the_causes_of_a_finding_lead_through_the_results_it_reads() {
        AiSystem before = ASSISTS.with(PROFILING, YesNo.NO);
        EvaluationDiff diff = between(before, DECIDES.with(PROFILING, YesNo.YES));

        assertThat(causes(diff, "R-1")).containsExactly("automationLevel");
        assertThat(causes(diff, "R-2")).containsExactly("profiling");
        assertThat(causes(diff, "R-3")).containsExactly("automationLevel");
        assertThat(causes(diff, "R-4")).containsExactly("automationLevel", "profiling");
        assertThat(diff.finding(new RuleId("R-5"))).isEmpty();
    }

    @Test
    void a_result_that_did_not_move_leads_to_no_cause() {
        EvaluationDiff diff = between(
                ASSISTS.with(PROFILING, YesNo.NO),
                DECIDES.with(PROFILING, YesNo.YES),
                rule("R-0").raises("C.3.3"),
                rule("R-1").when(yes(PROFILING)).raises("C.3.3"),
                rule("R-2")
                        .when(all(
                                atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION),
                                new Condition.HasRiskSource(new RiskSourceId("C.3.3")))));

        assertThat(causes(diff, "R-2")).containsExactly("automationLevel");
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "ASSISTANCE,      HIGH_AUTOMATION, GAINED",
        "UNKNOWN,         HIGH_AUTOMATION, CONFIRMED",
        "ASSISTANCE,      UNKNOWN,         POSSIBLE",
        "HIGH_AUTOMATION, ASSISTANCE,      LOST",
        "UNKNOWN,         ASSISTANCE,      RULED_OUT",
        "HIGH_AUTOMATION, UNKNOWN,         DOUBTED",
        "HIGH_AUTOMATION, AUTONOMY,        OTHER_REASON",
    })
    void what_happened_to_a_finding_has_a_name(String before, String after, FindingChange.Kind kind) {
        EvaluationDiff diff = between(automated(before), automated(after));

        FindingChange change = diff.finding(new RuleId("R-1")).orElseThrow();
        assertThat(change.kind()).isEqualTo(kind);
        assertThat(change.ruleChanged()).isFalse();
        assertThat(change.causes()).isEqualTo(diff.facts());
        assertThat(change.before().isPresent()).isEqualTo(change.was() != null);
        assertThat(change.after().isPresent()).isEqualTo(change.now() != null);
    }

    private static AiSystem automated(String level) {
        return level.equals("UNKNOWN") ? EMPTY : EMPTY.with(AUTOMATION_LEVEL, AutomationLevel.valueOf(level));
    }

    @Test
    void what_is_only_possible_is_counted_and_not_told_one_by_one() {
        assertThat(between(DECIDES, automated("AUTONOMY")).text())
                .contains("Rules that come to the same, by other facts (1): R-1.");
        assertThat(between(EMPTY, ASSISTS).text()).contains("Rules that are ruled out (2): R-1, R-3.");
        assertThat(between(ASSISTS, EMPTY).text()).contains("Rules that are possible now (2): R-1, R-3.");
    }

    @Test
    void a_rate_that_moves_within_a_band_is_told_too() {
        EvaluationDiff diff = between(
                EMPTY.with(PROFILING, YesNo.NO),
                EMPTY.with(PROFILING, YesNo.YES),
                rule("R-1").raises("C.3.1").threatens("C.2.1").likelihood(Likelihood.MODERATE),
                rule("R-2")
                        .when(yes(PROFILING))
                        .raises("C.3.2")
                        .threatens("C.2.1")
                        .likelihood(Likelihood.LOW));

        assertThat(diff.objectives()).hasSize(1);
        ObjectiveChange change = diff.objectives().get(0);
        assertThat(change.levelMoved()).isFalse();
        assertThat(change.trend()).isEqualTo(Trend.WORSE);
        assertThat(change.by()).containsExactly(new RuleId("R-2"));
        assertThat(diff.levelTrend()).isEmpty();
        assertThat(diff.text())
                .contains("loans: the level stays very low. It got worse.")
                .contains(
                        "C.2.1 Objective C.2.1: level stays very low; points of likelihood were 12.8, are 16.9, by R-2.");
    }

    @Test
    void a_stop_is_told_before_everything_else() {
        EvaluationDiff diff = between(
                EMPTY.with(PROFILING, YesNo.NO),
                EMPTY.with(PROFILING, YesNo.YES),
                rule("R-1").when(yes(PROFILING)).requires("A.2.2").stop());

        assertThat(diff.stops()).hasSize(1);
        assertThat(diff.has(Trend.WORSE)).isTrue();
        assertThat(diff.text()).contains("What got worse\n  STOP, whatever else is done: found now: R-1 Rule R-1.\n");
        assertThat(diff.reverse().text())
                .contains("What got better\n  STOP, whatever else is done: no longer found: R-1 Rule R-1.\n");
        assertThat(between(
                                EMPTY,
                                EMPTY.with(PROFILING, YesNo.YES),
                                rule("R-1").when(yes(PROFILING)).stop())
                        .has(Trend.WORSE))
                .isFalse();
        assertThat(between(
                                EMPTY.with(PROFILING, YesNo.YES),
                                EMPTY,
                                rule("R-1").when(yes(PROFILING)).stop())
                        .has(Trend.OPEN))
                .isTrue();
    }

    @Test
    void a_control_moves_with_the_roles_of_the_organisation() {
        RuleBuilder always = rule("R-1").requires("A.9.2");
        AiSystem customer =
                EMPTY.toBuilder().exactly(AIMS_ROLES, AimsRole.AI_CUSTOMER).build();
        AiSystem producer =
                EMPTY.toBuilder().exactly(AIMS_ROLES, AimsRole.AI_PRODUCER).build();

        ControlChange more = between(producer, customer, always).controls().get(0);
        assertThat(more.trend()).isEqualTo(Trend.WORSE);
        assertThat(more.by()).isEmpty();
        assertThat(between(producer, customer, always).text())
                .contains("A.9.2 Control A.9.2 was for another role, is needed (priority baseline).");
        assertThat(between(customer, producer, always).controls())
                .extracting(ControlChange::trend)
                .containsExactly(Trend.BETTER);
        assertThat(between(EMPTY, producer, always).controls())
                .extracting(ControlChange::trend)
                .containsExactly(Trend.KNOWN);
        assertThat(between(producer, EMPTY, always).controls())
                .extracting(ControlChange::trend)
                .containsExactly(Trend.OPEN);
    }

    @Test
    void a_control_of_the_same_status_may_have_another_priority() {
        RuleBuilder[] rules = {
            rule("R-1").threatens("C.2.1").likelihood(Likelihood.HIGH).requires("A.2.2"),
            rule("R-2").when(yes(PROFILING)).threatens("C.2.1").floor(Severity.MAJOR)
        };
        EvaluationDiff diff = between(EMPTY.with(PROFILING, YesNo.NO), EMPTY.with(PROFILING, YesNo.YES), rules);

        assertThat(diff.controls())
                .extracting(change -> change.control().id(), ControlChange::trend, ControlChange::by)
                .containsExactly(tuple(new ControlId("A.2.2"), Trend.WORSE, List.of()));
        assertThat(diff.text()).contains("A.2.2 Control A.2.2 is needed: priority was very low, is high.");
        assertThat(diff.reverse().controls()).extracting(ControlChange::trend).containsExactly(Trend.BETTER);
        assertThat(between(EMPTY, EMPTY.with(PROFILING, YesNo.YES), rules).controls())
                .extracting(ControlChange::trend)
                .containsExactly(Trend.KNOWN);
    }

    @Test
    void contradictions_appear_and_vanish() {
        Vocabulary vocabulary = new Vocabulary(
                "aims",
                "1.0.0",
                Map.of("all", "All"),
                List.of(entry(PROFILING), entry(AUTOMATION_LEVEL)),
                List.of(new ContradictionRule(
                        "both",
                        List.of(
                                new ContradictionRule.Within(
                                        PROFILING,
                                        EMPTY.with(PROFILING, YesNo.YES).bounds(PROFILING)),
                                new ContradictionRule.Within(AUTOMATION_LEVEL, DECIDES.bounds(AUTOMATION_LEVEL))),
                        "They exclude each other.")));
        RuleBase base = new RuleBase(vocabulary, catalogue(), criteria(), List.of(pack("test", rule("R-1"))));
        Evaluator evaluator = new Evaluator(base, new PlainEngine(base));
        EvaluationDiff diff = EvaluationDiff.between(
                evaluator.evaluate(DECIDES, null), evaluator.evaluate(DECIDES.with(PROFILING, YesNo.YES), null));

        assertThat(diff.contradictionsGained()).hasSize(1);
        assertThat(diff.contradictionsLost()).isEmpty();
        assertThat(diff.reverse().contradictionsLost()).hasSize(1);
        assertThat(diff.text())
                .contains("The answers contradict each other now: profiling yes and automation level high automation.");
        assertThat(diff.reverse().text()).contains("The answers contradict each other no longer: ");
        assertThat(diff.markdown()).contains("| profiling yes and automation level high automation | New |");
    }

    @Test
    void name_description_and_day_are_told() {
        Evaluator evaluator = evaluator(RULES);
        AiSystem renamed = AiSystem.named("loans-2").name("Loans").build();
        AiSystem described = EMPTY.toBuilder().description("Scores loans").build();
        EvaluationDiff name = between(EMPTY, renamed);
        EvaluationDiff description = between(EMPTY, described);
        EvaluationDiff day = EvaluationDiff.between(evaluator.evaluate(EMPTY, null), evaluator.evaluate(EMPTY, MAY));

        assertThat(List.of(name.isRenamed(), description.isRenamed(), day.isRenamed()))
                .containsExactly(true, true, false);
        assertThat(List.of(name.isOtherDay(), description.isOtherDay(), day.isOtherDay()))
                .containsExactly(false, false, true);
        assertThat(List.of(name, description, day)).noneMatch(EvaluationDiff::isEmpty);
        assertThat(name.text()).contains("The system was loans (loans), is Loans (loans-2).", "No result moved.");
        assertThat(description.text()).contains("The description in words is another one.");
        assertThat(day.text()).contains("It was evaluated for no day, and is for 2026-05-01.");
        assertThat(name.markdown()).contains("| Id | loans | loans-2 |\n| Name | loans | Loans |");
        assertThat(description.markdown()).contains("| Description |  | Scores loans |");
        assertThat(day.markdown()).contains("| Day | none | 2026-05-01 |");
    }

    @Test
    void other_packs_are_told_and_what_they_move_is_never_only_known() {
        RuleBase now = base(pack("other", rule("R-1").requires("A.5.2")));
        Evaluation after = new Evaluator(now, new PlainEngine(now)).evaluate(EMPTY, null);
        EvaluationDiff diff = EvaluationDiff.between(
                evaluator(rule("R-1").when(yes(PROFILING)).requires("A.5.2")).evaluate(EMPTY, null), after);

        assertThat(diff.basis())
                .extracting(
                        BasisChange::kind,
                        change -> change.before().isPresent(),
                        change -> change.after().isPresent())
                .containsExactly(tuple(BasisChange.Kind.PACK, false, true), tuple(BasisChange.Kind.PACK, true, false));
        assertThat(diff.findings())
                .extracting(FindingChange::kind, FindingChange::ruleChanged, FindingChange::causes)
                .containsExactly(tuple(FindingChange.Kind.CONFIRMED, true, List.of()));
        assertThat(diff.has(Trend.WORSE)).isTrue();
        assertThat(diff.text())
                .contains("Pack other is new: version 1.0.0.", "Pack test is no longer used.")
                .contains("Certain now: R-1 Rule R-1, because of what the rule says now.");
    }

    @Test
    void a_pack_of_other_content_under_the_same_version_is_told() {
        RuleBase now = base(rule("R-1").when(yes(PROFILING)));
        EvaluationDiff diff = EvaluationDiff.between(
                evaluator(rule("R-1")).evaluate(EMPTY, null),
                new Evaluator(now, new PlainEngine(now)).evaluate(EMPTY, null));

        assertThat(diff.text()).contains("Pack test has another content under the same version.");
        assertThat(diff.findings()).extracting(FindingChange::kind).containsExactly(FindingChange.Kind.DOUBTED);
    }

    @Test
    void differences_compose() {
        Evaluator evaluator = evaluator(RULES);
        Evaluation a = evaluator.evaluate(EMPTY, null);
        Evaluation b = evaluator.evaluate(ASSISTS, null);
        Evaluation c = evaluator.evaluate(DECIDES, MAY);

        assertThat(EvaluationDiff.between(a, b).then(EvaluationDiff.between(b, c)))
                .isEqualTo(EvaluationDiff.between(a, c));
        assertThat(EvaluationDiff.between(a, b)
                        .then(EvaluationDiff.between(b, a))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void differences_that_do_not_meet_do_not_compose() {
        Evaluator evaluator = evaluator(RULES);
        EvaluationDiff first = between(EMPTY, ASSISTS);
        EvaluationDiff second = EvaluationDiff.between(
                evaluator.evaluate(
                        AiSystem.named("other")
                                .answer(PROFILING, YesNo.YES)
                                .answer(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
                                .build(),
                        MAY),
                evaluator.evaluate(EMPTY, null));

        assertThatThrownBy(() -> first.then(second))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-3040: The next difference begins elsewhere than this one ends: "
                        + "system (loans), then system (other).")
                .hasMessageContaining("day (none), then (2026-05-01).")
                .hasMessageContaining("automationLevel (assistance), then (high automation).")
                .hasMessageContaining("profiling (unknown), then (yes).");
        RuleBase now = base(rule("R-1"));
        Evaluation elsewhere = new Evaluator(now, new PlainEngine(now)).evaluate(ASSISTS, null);
        assertThatThrownBy(() -> first.then(EvaluationDiff.between(elsewhere, elsewhere)))
                .hasMessageContaining("another pack test.");
        assertThatThrownBy(() ->
                        first.then(between(ASSISTS.toBuilder().name("Named").build(), ASSISTS)))
                .hasMessageContaining("system (loans), then system (loans) by another name.");
    }

    @Test
    void tables_hold_what_the_sentences_tell() {
        assertThat(between(ASSISTS.with(PROFILING, YesNo.NO), DECIDES.with(PROFILING, YesNo.NO))
                        .markdown())
                .isEqualTo("""
                        ## What changed: loans

                        loans: the level was very low and is high. It got worse.

                        ### Facts

                        | Characteristic | Before | After | What it is |
                        | --- | --- | --- | --- |
                        | Automation level | assistance | high automation | changed |

                        ### Findings

                        | Rule | What happened | Because of |
                        | --- | --- | --- |
                        | R-1 Rule R-1 | Found now | automation level |
                        | R-3 Rule R-3 | Found now | automation level |
                        | R-4 Rule R-4 | Found now | automation level |

                        ### Risk

                        | Objective | Level before | Level after | Severity | Likelihood | Points | Trend |
                        | --- | --- | --- | --- | --- | --- | --- |
                        | Overall | very low | high |  |  |  | worse |
                        | C.2.5 Objective C.2.5 | very low | high | negligible → major | very low → high | 0\\.0 → 35.7 | worse |

                        ### Risk sources

                        | Risk source | Before | After | Trend |
                        | --- | --- | --- | --- |
                        | C.3.3 Risk source C.3.3 | absent | present | worse |

                        ### Controls

                        | Control | Before | After | Priority before | Priority after | Trend |
                        | --- | --- | --- | --- | --- | --- |
                        | A.5.2 Control A.5.2 | not required | required | none | high | worse |
                        | A.6.2.4 Control A.6.2.4 | not required | undetermined | none | baseline | worse |
                        | A.10.2 Control A.10.2 | not required | required | none | baseline | worse |
                        """);
    }

    @Test
    void foreign_text_stays_text() {
        AiSystem nasty = AiSystem.named("a|b")
                .name("1. *x* <b> [y](z)\u202e\nnext")
                .answer(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
                .build();
        EvaluationDiff diff = between(EMPTY, nasty);

        assertThat(diff.markdown())
                .contains("## What changed: 1. \\*x\\* \\<b\\> \\[y\\](z)\\\\u202e\\\\nnext\n")
                .contains("\n1\\. \\*x\\* ")
                .contains("| Id | loans | a\\|b |");
        assertThat(diff.text()).startsWith("1. *x* <b> [y](z)\\u202e\\nnext: ");
        assertThat(diff.text().lines().filter(line -> line.startsWith("next"))).isEmpty();
    }

    @Test
    void it_is_told_in_one_line() {
        assertThat(between(ASSISTS, DECIDES)).hasToString("loans: facts 1, findings 3, objectives 1, controls 3");
    }

    @Test
    void members_of_sets_change_too() {
        EvaluationDiff diff = between(
                EMPTY.toBuilder()
                        .exactly(VULNERABLE_GROUPS, VulnerableGroup.WORKERS)
                        .build(),
                EMPTY.toBuilder().none(VULNERABLE_GROUPS).build());

        assertThat(diff.text()).contains("Vulnerable groups: was workers, is none.");
    }

    private static List<String> causes(EvaluationDiff diff, String rule) {
        return diff.finding(new RuleId(rule)).orElseThrow().causes().stream()
                .map(cause -> cause.characteristic().id())
                .toList();
    }

    private static EvaluationDiff between(AiSystem before, AiSystem after) {
        return between(before, after, RULES);
    }

    private static EvaluationDiff between(AiSystem before, AiSystem after, RuleBuilder... rules) {
        Evaluator evaluator = evaluator(rules);
        return EvaluationDiff.between(evaluator.evaluate(before, null), evaluator.evaluate(after, null));
    }
}
