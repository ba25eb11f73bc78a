package io.aims.reasoning.proof;

import static io.aims.TestRules.all;
import static io.aims.TestRules.any;
import static io.aims.TestRules.atLeast;
import static io.aims.TestRules.contains;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.TestRules;
import io.aims.TestRules.RuleBuilder;
import io.aims.control.ControlId;
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
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.YesNo;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.identity.AimsRole;
import io.aims.system.identity.LifecycleStage;
import io.aims.system.people.DecisionEffect;
import io.aims.system.people.VulnerableGroup;
import io.aims.system.vocabulary.Characteristics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyNotTest {

    private static final ControlId CONTROL = new ControlId("A.9.2");
    private static final Condition AUTOMATED =
            atLeast(Characteristics.AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION);
    private static final Condition MATERIAL = atLeast(Characteristics.DECISION_EFFECT, DecisionEffect.MATERIAL);

    private static Proofs proofs(AiSystem system, RuleBuilder... rules) {
        RuleBase base = TestRules.base(rules);
        return new Explainer(base).proofs(new Evaluator(base, new PlainEngine(base)).evaluate(system, null));
    }

    private static AiSystem.Builder mild() {
        return AiSystem.named("loan")
                .answer(Characteristics.AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
                .answer(Characteristics.DECISION_EFFECT, DecisionEffect.MINOR)
                .exactly(Characteristics.AIMS_ROLES, AimsRole.AI_CUSTOMER);
    }

    /** The answers that would make the only rule hold, as text. */
    private static List<String> needed(AiSystem system, Condition condition) {
        WhyNot whyNot = proofs(system, rule("R-1").when(condition)).whyNot(new RuleId("R-1"));
        assertThat(whyNot.nearMisses()).as(whyNot.toString()).hasSize(1);
        return whyNot.nearMisses().get(0).changes().stream()
                .map(Change::needed)
                .map(answer -> answer.characteristic() + ": " + answer.text())
                .toList();
    }

    @Test
    void the_nearest_rule_comes_first_and_says_what_would_have_to_be() {
        WhyNot whyNot = proofs(
                        mild().build(),
                        rule("R-1").when(all(AUTOMATED, MATERIAL)).requires("A.9.2"),
                        rule("R-2").when(AUTOMATED).requires("A.9.2"),
                        rule("R-3").when(yes(Characteristics.PROFILING)).requires("A.9.2"))
                .whyNot(CONTROL);

        assertThat(whyNot.isSo()).isFalse();
        assertThat(whyNot.nearMisses())
                .extracting(miss -> miss.rule().id())
                .as("finding out comes before changing, one change before two")
                .containsExactly("R-3", "R-2", "R-1");
        assertThat(whyNot).hasToString("""
                Control "Control A.9.2" (A.9.2) may be required for loan: that is not known yet.
                  What would bring it about, the nearest first:
                    Rule R-3 (R-3) would hold if this were so:
                      What is profiling? Not known yet (profiling). It would have to be: yes.
                    Rule R-2 (R-2) would hold if this were so:
                      What is automationLevel? Assistance (automationLevel). It would have to be: high automation or more.
                    Rule R-1 (R-1) would hold if all of this were so:
                      What is automationLevel? Assistance (automationLevel). It would have to be: high automation or more.
                      What is decisionEffect? Minor (decisionEffect). It would have to be: material or more.
                """);
    }

    @Test
    void of_rules_that_the_same_answers_stop_a_short_explanation_tells_the_first() {
        WhyNot whyNot = proofs(
                        mild().build(),
                        rule("R-1").when(AUTOMATED).requires("A.9.2"),
                        rule("R-2")
                                .when(atLeast(Characteristics.AUTOMATION_LEVEL, AutomationLevel.AUTONOMY))
                                .requires("A.9.2"))
                .whyNot(CONTROL);

        assertThat(whyNot.toString())
                .startsWith("Control \"Control A.9.2\" (A.9.2) is not required for loan: 2 rules could call for it, and"
                        + " none holds.")
                .doesNotContain("R-2")
                .endsWith("  1 other rule could bring it about as well.\n");
        assertThat(Explanation.of(whyNot, Detail.FULL).text())
                .contains("Rule R-2 (R-2) would hold")
                .doesNotContain("other rule");
    }

    @Test
    void an_answer_is_needed_no_more_severe_than_the_rule_asks() {
        AiSystem unknown = AiSystem.named("open").build();

        assertThat(needed(mild().build(), AUTOMATED)).containsExactly("automationLevel: HIGH_AUTOMATION");
        assertThat(needed(unknown, AUTOMATED)).containsExactly("automationLevel: at least HIGH_AUTOMATION");
        assertThat(needed(unknown, yes(Characteristics.PROFILING))).containsExactly("profiling: YES");
        assertThat(needed(unknown, contains(Characteristics.VULNERABLE_GROUPS, VulnerableGroup.WORKERS)))
                .containsExactly("vulnerableGroups: WORKERS and maybe more");
        assertThat(needed(
                        AiSystem.named("known")
                                .exactly(Characteristics.VULNERABLE_GROUPS, VulnerableGroup.PATIENTS)
                                .build(),
                        contains(Characteristics.VULNERABLE_GROUPS, VulnerableGroup.CHILDREN)))
                .containsExactly("vulnerableGroups: CHILDREN, PATIENTS");
        assertThat(needed(
                        AiSystem.named("none")
                                .none(Characteristics.VULNERABLE_GROUPS)
                                .build(),
                        new Condition.NotEmpty(Characteristics.VULNERABLE_GROUPS)))
                .containsExactly("vulnerableGroups: CHILDREN");
        assertThat(needed(unknown, new Condition.AtMost(Characteristics.TECHNOLOGY_READINESS_LEVEL, 6)))
                .containsExactly("technologyReadinessLevel: at most 6");
        assertThat(needed(
                        AiSystem.named("mature")
                                .answer(Characteristics.TECHNOLOGY_READINESS_LEVEL, 9)
                                .build(),
                        new Condition.AtMost(Characteristics.TECHNOLOGY_READINESS_LEVEL, 6)))
                .containsExactly("technologyReadinessLevel: 6");
        Condition large = new Condition.ReachesNumber(Characteristics.TRAINING_COMPUTE_FLOPS, new BigDecimal("1e25"));
        assertThat(needed(unknown, large)).containsExactly("trainingComputeFlops: at least 1E+25");
        assertThat(needed(
                        AiSystem.named("small")
                                .answer(Characteristics.TRAINING_COMPUTE_FLOPS, BigDecimal.TEN)
                                .build(),
                        large))
                .containsExactly("trainingComputeFlops: 1E+25");
    }

    @Test
    void a_nominal_may_be_any_of_the_values_that_the_rule_names() {
        Condition running = new Condition.IsIn(
                Characteristics.LIFECYCLE_STAGE,
                1L << LifecycleStage.DEPLOYMENT.ordinal() | 1L << LifecycleStage.OPERATION_AND_MONITORING.ordinal());

        assertThat(needed(AiSystem.named("open").build(), running))
                .containsExactly("lifecycleStage: DEPLOYMENT or OPERATION_AND_MONITORING");
        assertThat(needed(
                        AiSystem.named("idea")
                                .answer(Characteristics.LIFECYCLE_STAGE, LifecycleStage.INCEPTION)
                                .build(),
                        running))
                .containsExactly("lifecycleStage: DEPLOYMENT or OPERATION_AND_MONITORING");
        assertThat(needed(
                        AiSystem.named("either")
                                .oneOf(
                                        Characteristics.LIFECYCLE_STAGE,
                                        LifecycleStage.INCEPTION,
                                        LifecycleStage.DEPLOYMENT)
                                .build(),
                        running))
                .containsExactly("lifecycleStage: DEPLOYMENT");
    }

    @Test
    void of_alternatives_the_one_with_fewer_changes_is_taken() {
        assertThat(needed(
                        mild().answer(Characteristics.PROFILING, YesNo.NO).build(),
                        any(all(AUTOMATED, MATERIAL), yes(Characteristics.PROFILING))))
                .containsExactly("profiling: YES");
        assertThat(needed(
                        mild().build().with(Characteristics.DECISION_EFFECT, DecisionEffect.MATERIAL),
                        any(
                                all(AUTOMATED, MATERIAL),
                                all(yes(Characteristics.PROFILING), yes(Characteristics.SAFETY_COMPONENT)))))
                .containsExactly("automationLevel: HIGH_AUTOMATION");
    }

    @Test
    void a_change_tells_whether_it_has_to_be_found_out_or_to_be_otherwise() {
        Proofs proofs = proofs(mild().build(), rule("R-1").when(all(AUTOMATED, yes(Characteristics.PROFILING))));
        NearMiss miss = proofs.whyNot(new RuleId("R-1")).nearMisses().get(0);

        assertThat(miss.isFewest()).isTrue();
        assertThat(miss.changes()).extracting(Change::isPossible).containsExactly(false, true);
        assertThat(miss.changes().get(0).present()).isPresent();
        assertThat(miss.changes().get(1).present()).isEmpty();
        assertThat(miss.changes().get(0).tests()).containsExactly((Condition.SystemTest) AUTOMATED);
        assertThat(miss.applyTo(mild().build()).answers()).hasSize(4);
    }

    @Test
    void results_of_other_rules_are_brought_about_by_answers() {
        Proofs proofs = proofs(
                mild().build(),
                rule("R-1").when(AUTOMATED).raises("C.3.3").requires("A.5.2"),
                rule("R-2")
                        .when(MATERIAL)
                        .raises("C.3.1")
                        .threatens("C.2.5")
                        .likelihood(Likelihood.VERY_HIGH)
                        .floor(Severity.MODERATE),
                rule("R-3").when(new Condition.HasRiskSource(new RiskSourceId("C.3.3"))),
                rule("R-4").when(new Condition.IsNeeded(new ControlId("A.5.2"))),
                rule("R-5").when(new Condition.LevelAtLeast(new ObjectiveId("C.2.5"), RiskLevel.MODERATE)),
                rule("R-6").when(new Condition.LevelAtLeast(new ObjectiveId("C.2.5"), RiskLevel.VERY_HIGH)));

        assertThat(answers(proofs, "R-3")).containsExactly("HIGH_AUTOMATION");
        assertThat(answers(proofs, "R-4")).containsExactly("HIGH_AUTOMATION");
        assertThat(answers(proofs, "R-5")).containsExactly("MATERIAL");
        assertThat(proofs.whyNot(new RuleId("R-6"))).hasToString("""
                Rule "Rule R-6" (R-6) does not hold for loan.
                  Rule R-6 (R-6) can never hold: no answers give the results that it needs.
                """);
    }

    private static List<String> answers(Proofs proofs, String rule) {
        return proofs.whyNot(new RuleId(rule)).nearMisses().get(0).changes().stream()
                .map(Change::needed)
                .map(Answer::text)
                .toList();
    }

    @Test
    void what_contradicts_itself_is_told() {
        Condition idea = new Condition.IsIn(Characteristics.LIFECYCLE_STAGE, 1);
        Condition design = new Condition.IsIn(Characteristics.LIFECYCLE_STAGE, 2);
        Condition tooLow = new Condition.AtMost(Characteristics.TECHNOLOGY_READINESS_LEVEL, 0);
        Proofs proofs = proofs(
                mild().build(), rule("R-1").when(all(idea, design)), rule("R-2").when(all(AUTOMATED, tooLow)));

        assertThat(proofs.whyNot(new RuleId("R-1"))).hasToString("""
                Rule "Rule R-1" (R-1) does not hold for loan.
                  Rule R-1 (R-1) can never hold: no answer is such that lifecycle stage is inception and lifecycle stage is design and development.
                """);
        assertThat(proofs.whyNot(new RuleId("R-2")).unreachable().get(0).conflict())
                .containsExactly((Condition.SystemTest) tooLow);
    }

    @Test
    void what_is_so_has_nothing_against_it() {
        Proofs proofs = proofs(mild().build(), rule("R-1").requires("A.9.2"));

        assertThat(proofs.whyNot(CONTROL).isSo()).isTrue();
        assertThat(proofs.whyNot(CONTROL).roles()).isEmpty();
        assertThat(proofs.whyNot(CONTROL))
                .hasToString("Control \"Control A.9.2\" (A.9.2) is required for loan. What"
                        + " calls for it is told by its proof.\n");
        assertThat(proofs.whyNot(new RuleId("R-1")))
                .hasToString("Rule \"Rule R-1\" (R-1) holds for loan. Its reasons" + " are told by its proof.\n");
    }

    @Test
    void the_roles_that_would_make_it_required_are_answers() {
        Proofs proofs = proofs(mild().build(), rule("R-1").requires("A.6.2.4"));
        WhyNot whyNot = proofs.whyNot(new ControlId("A.6.2.4"));

        assertThat(whyNot.nearMisses()).isEmpty();
        assertThat(whyNot.roles())
                .extracting(Answer::text)
                .containsExactly("AI_PRODUCER, AI_CUSTOMER", "AI_PROVIDER, AI_CUSTOMER");
        assertThat(whyNot).hasToString("""
                Control "Control A.6.2.4" (A.6.2.4) is needed for loan, but the organisation cannot perform it itself.
                  It would be required if the organisation were an AI producer or an AI provider. It is an AI customer.
                """);
    }

    @Test
    void roles_stand_against_a_control_that_is_not_needed_as_well() {
        AiSystem unknown = AiSystem.named("loan").build();
        AiSystem none = AiSystem.named("loan").none(Characteristics.AIMS_ROLES).build();
        AiSystem some = AiSystem.named("loan")
                .containing(Characteristics.AIMS_ROLES, AimsRole.AI_PARTNER)
                .build();
        RuleBuilder open = rule("R-1").when(AUTOMATED).requires("A.9.2");
        String only = "Even then it would be required only if the organisation were an AI customer. ";

        assertThat(proofs(unknown, open).whyNot(CONTROL).toString())
                .contains(only + "Its roles are not known (aimsRoles).");
        assertThat(proofs(none, open).whyNot(CONTROL).toString()).contains(only + "It holds no role.");
        assertThat(proofs(some, open).whyNot(CONTROL).toString())
                .contains(only + "It is an AI partner, and may hold other roles.");
        assertThat(proofs(unknown, rule("R-1").requires("A.9.2"))
                        .whyNot(CONTROL)
                        .toString())
                .startsWith("Control \"Control A.9.2\" (A.9.2) is needed for loan, but it is not known yet who has to"
                        + " perform it.\n  It would be required if");
        assertThat(proofs(
                                AiSystem.named("loan")
                                        .exactly(Characteristics.AIMS_ROLES, AimsRole.AI_PARTNER)
                                        .build(),
                                rule("R-1").requires("A.9.2"))
                        .whyNot(CONTROL)
                        .toString())
                .startsWith("Control \"Control A.9.2\" (A.9.2) is needed for loan, but it falls to a role that the"
                        + " organisation does not hold.");
    }

    @Test
    void a_search_that_is_cut_off_says_so_and_still_leaves_nothing_out() {
        List<Condition> many = new ArrayList<>();
        Characteristics.all().stream()
                .filter(OrdinalCharacteristic.class::isInstance)
                .limit(24)
                .forEach(each -> many.add(new Condition.AtLeast((OrdinalCharacteristic<?>) each, 1)));
        Proofs proofs = proofs(AiSystem.named("loan").build(), rule("R-1").when(new Condition.AllOf(many)));
        WhyNot whyNot = proofs.whyNot(new RuleId("R-1"));

        assertThat(whyNot.nearMisses().get(0).isFewest()).isFalse();
        assertThat(whyNot.nearMisses().get(0).changes()).hasSize(24);
        assertThat(whyNot.toString()).contains("there may be a shorter way: the search was cut off.");
    }
}
