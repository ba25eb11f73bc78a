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
import io.aims.system.Bounds;
import io.aims.system.Provenance;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.identity.AimsRole;
import io.aims.system.people.DecisionEffect;
import io.aims.system.people.VulnerableGroup;
import io.aims.system.vocabulary.Characteristics;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Condition AUTOMATED =
            atLeast(Characteristics.AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION);
    private static final Condition MATERIAL = atLeast(Characteristics.DECISION_EFFECT, DecisionEffect.MATERIAL);

    private static Proofs proofs(AiSystem system, RuleBuilder... rules) {
        RuleBase base = TestRules.base(rules);
        return new Explainer(base).proofs(new Evaluator(base, new PlainEngine(base)).evaluate(system, null));
    }

    private static AiSystem.Builder loan() {
        return AiSystem.named("loan").name("Loan scoring");
    }

    private static AiSystem automated() {
        return loan().answer(Characteristics.AUTOMATION_LEVEL, AutomationLevel.FULL_AUTOMATION)
                .exactly(Characteristics.AIMS_ROLES, AimsRole.AI_CUSTOMER)
                .build();
    }

    @Test
    void a_required_control_is_told_with_its_role_and_its_rules() {
        Proofs proofs = proofs(automated(), rule("R-1").when(AUTOMATED).requires("A.9.2"));

        assertThat(proofs.control(new ControlId("A.9.2"))).hasToString("""
                Control "Control A.9.2" (A.9.2) is required for Loan scoring, whatever the level of risk.
                  It applies to AI customers. The organisation is an AI customer.
                  One rule calls for it:
                    Rule R-1 (R-1):
                      What is automationLevel? Full automation (automationLevel). High automation or more is enough.
                      Why it matters: A reason.
                """);
    }

    @Test
    void the_full_explanation_names_sources_and_pack() {
        Proofs proofs = proofs(automated(), rule("R-1").when(AUTOMATED).requires("A.9.2"));

        assertThat(Explanation.of(proofs.control(new ControlId("A.9.2")), Detail.FULL)
                        .text())
                .endsWith("      Sources: A source. Pack test 1.0.0.\n");
    }

    @Test
    void of_many_rules_the_strongest_are_told_and_the_rest_is_named() {
        Proofs proofs = proofs(
                automated(),
                rule("R-1").when(AUTOMATED).requires("A.9.2"),
                rule("R-2").when(AUTOMATED).requires("A.9.2"),
                rule("R-3").when(AUTOMATED).requires("A.9.2"),
                rule("R-4").when(AUTOMATED).requires("A.9.2"),
                rule("R-5")
                        .when(AUTOMATED)
                        .threatens("C.2.5")
                        .likelihood(Likelihood.HIGH)
                        .floor(Severity.MAJOR)
                        .requires("A.9.2"));
        ControlProof proof = proofs.control(new ControlId("A.9.2"));

        assertThat(proof.decisive()).extracting(RuleProof::id).containsExactly("R-5", "R-1", "R-2", "R-3", "R-4");
        assertThat(proof.toString())
                .contains("with high priority.", "5 rules call for it. The strongest first:\n    Rule R-5 (R-5):")
                .contains("    Also Rule R-3 (R-3) and Rule R-4 (R-4).\n");
        assertThat(Explanation.of(proof, Detail.FULL).text())
                .contains("    Rule R-4 (R-4):")
                .doesNotContain("Also");
    }

    @Test
    void a_control_that_a_supplier_performs_says_so() {
        AiSystem system = automated();

        assertThat(proofs(system, rule("R-1").requires("A.6.2.4"))
                        .control(new ControlId("A.6.2.4"))
                        .toString())
                .startsWith("""
                        Control "Control A.6.2.4" (A.6.2.4) is needed for Loan scoring, whatever the level of risk, and only a supplier can perform it: obtain assurance from them.
                          It applies to AI producers and AI providers. The organisation is an AI customer only.
                        """);
    }

    @Test
    void a_control_of_another_role_says_so() {
        AiSystem producer =
                loan().exactly(Characteristics.AIMS_ROLES, AimsRole.AI_PRODUCER).build();
        AiSystem none = loan().none(Characteristics.AIMS_ROLES).build();

        assertThat(proofs(producer, rule("R-1").requires("A.9.2"))
                        .control(new ControlId("A.9.2"))
                        .toString())
                .startsWith("""
                        Control "Control A.9.2" (A.9.2) is needed for Loan scoring, but not from this organisation.
                          It applies to AI customers. The organisation is an AI producer only.
                        """);
        assertThat(proofs(none, rule("R-1").requires("A.9.2"))
                        .control(new ControlId("A.9.2"))
                        .toString())
                .contains("The organisation holds none of the roles.");
    }

    @Test
    void a_control_that_waits_for_the_roles_says_so() {
        AiSystem open = loan().containing(Characteristics.AIMS_ROLES, AimsRole.AI_PRODUCER)
                .build();

        assertThat(proofs(loan().build(), rule("R-1").requires("A.9.2"))
                        .control(new ControlId("A.9.2"))
                        .toString())
                .startsWith("""
                        Control "Control A.9.2" (A.9.2) is needed for Loan scoring, but it is not known yet who has to perform it.
                          It applies to AI customers. The roles of the organisation are not known (aimsRoles).
                        """);
        assertThat(proofs(open, rule("R-1").requires("A.9.2"))
                        .control(new ControlId("A.9.2"))
                        .toString())
                .contains("The organisation is an AI producer, and may hold other roles: that is not known yet"
                        + " (aimsRoles).");
    }

    @Test
    void a_control_for_all_roles_depends_on_none() {
        assertThat(proofs(loan().build(), rule("R-1").requires("A.5.2"))
                        .control(new ControlId("A.5.2"))
                        .toString())
                .contains("It applies to an organisation in any role.", "It holds for every AI system.");
    }

    @Test
    void a_control_that_is_not_required_is_told_by_the_answers_that_rule_it_out() {
        AiSystem system = loan().answer(Characteristics.AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
                .answer(Characteristics.DECISION_EFFECT, DecisionEffect.MINOR)
                .none(Characteristics.VULNERABLE_GROUPS)
                .build();
        Proofs proofs = proofs(
                system,
                rule("R-1").when(all(AUTOMATED, MATERIAL)).requires("A.9.2"),
                rule("R-2").when(MATERIAL).requires("A.9.2"),
                rule("R-3")
                        .when(contains(Characteristics.VULNERABLE_GROUPS, VulnerableGroup.CHILDREN))
                        .requires("A.9.2"));

        assertThat(proofs.control(new ControlId("A.9.2"))).hasToString("""
                Control "Control A.9.2" (A.9.2) is not required for Loan scoring.
                  None of the 3 rules that could call for it holds:
                    What is decisionEffect? Minor (decisionEffect).
                      2 rules are ruled out by it: Rule R-1 (R-1) and Rule R-2 (R-2).
                    What is vulnerableGroups? None (vulnerableGroups). The rule needs children among them.
                      1 rule is ruled out by it: Rule R-3 (R-3).
                """);
        assertThat(proofs.control(new ControlId("A.2.2")).toString()).contains("No rule in use could call for it.");
    }

    @Test
    void alternatives_that_all_fail_are_told_together() {
        AiSystem system = loan().answer(Characteristics.AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
                .answer(Characteristics.DECISION_EFFECT, DecisionEffect.MINOR)
                .build();
        Proofs proofs =
                proofs(system, rule("R-1").when(any(AUTOMATED, MATERIAL)).requires("A.9.2"));

        assertThat(proofs.rule(new RuleId("R-1")).toString()).contains("""
                  One of these would have to be so, and none is:
                    What is automationLevel? Assistance (automationLevel). The rule needs high automation or more.
                    What is decisionEffect? Minor (decisionEffect). The rule needs material or more.
                """);
        assertThat(proofs.control(new ControlId("A.9.2")).toString()).contains("""
                  The only rule that could call for it does not hold:
                    What is automationLevel? Assistance (automationLevel). What is decisionEffect? Minor (decisionEffect).
                      1 rule is ruled out by it: Rule R-1 (R-1).
                """);
    }

    @Test
    void alternatives_that_hold_are_each_enough() {
        AiSystem system = loan().answer(Characteristics.AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
                .answer(Characteristics.DECISION_EFFECT, DecisionEffect.MATERIAL)
                .build();

        assertThat(proofs(system, rule("R-1").when(any(AUTOMATED, MATERIAL)))
                        .rule(new RuleId("R-1"))
                        .toString())
                .contains("""
                          Each of these is enough:
                            What is automationLevel? High automation (automationLevel).
                            What is decisionEffect? Material (decisionEffect).
                        """);
    }

    @Test
    void an_undetermined_control_is_told_by_the_answers_it_depends_on() {
        AiSystem system = loan().answer(Characteristics.DECISION_EFFECT, DecisionEffect.MATERIAL)
                .atLeast(Characteristics.AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
                .build();
        Proofs proofs = proofs(
                system,
                rule("R-1").when(all(MATERIAL, AUTOMATED)).requires("A.9.2"),
                rule("R-2").when(all(AUTOMATED, yes(Characteristics.PROFILING))).requires("A.9.2"));

        assertThat(proofs.control(new ControlId("A.9.2"))).hasToString("""
                It is not known yet whether control "Control A.9.2" (A.9.2) is required for Loan scoring. Until then it may not be excluded.
                  2 rules may call for it. It depends on these answers:
                    What is automationLevel? At least assistance (automationLevel).
                      2 rules depend on it: Rule R-1 (R-1) and Rule R-2 (R-2).
                    What is profiling? Not known yet (profiling). The rule needs yes.
                      1 rule depends on it: Rule R-2 (R-2).
                """);
        assertThat(proofs.rule(new RuleId("R-1")).toString()).startsWith("""
                It is not known yet whether rule "Rule R-1" (R-1) holds for Loan scoring.
                  What is automationLevel? At least assistance (automationLevel). The rule needs high automation or more.
                  What is decisionEffect? Material (decisionEffect).
                """);
    }

    @Test
    void a_long_list_of_answers_is_cut_and_counted() {
        RuleBuilder[] rules = {
            rule("R-1").when(yes(Characteristics.PROFILING)).requires("A.9.2"),
            rule("R-2").when(yes(Characteristics.SAFETY_COMPONENT)).requires("A.9.2"),
            rule("R-3").when(yes(Characteristics.INTERACTS_WITH_PERSONS)).requires("A.9.2"),
            rule("R-4").when(yes(Characteristics.PRODUCES_DEEP_FAKES)).requires("A.9.2"),
            rule("R-5").when(yes(Characteristics.EXTERNAL_REPORTING_DUTY)).requires("A.9.2"),
            rule("R-6").when(AUTOMATED).requires("A.9.2"),
            rule("R-7").when(MATERIAL).requires("A.9.2")
        };
        ControlProof proof = proofs(loan().build(), rules).control(new ControlId("A.9.2"));

        assertThat(proof.toString()).endsWith("    2 more answers leave open 2 more rules.\n");
        assertThat(Explanation.of(proof, Detail.FULL).lines()).hasSize(2 + 2 * 7);
    }

    @Test
    void a_risk_source_is_present_or_not_or_open() {
        RuleBuilder one = rule("R-1").when(AUTOMATED).raises("C.3.3");
        RiskSourceId source = new RiskSourceId("C.3.3");
        AiSystem mild = loan().answer(Characteristics.AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
                .build();

        assertThat(proofs(automated(), one).riskSource(source).toString())
                .startsWith("Risk source \"Risk source C.3.3\" (C.3.3) is present in Loan scoring.\n"
                        + "  One rule shows it:\n");
        assertThat(proofs(mild, one).riskSource(source).toString())
                .startsWith("Risk source \"Risk source C.3.3\" (C.3.3) is not present in Loan scoring.\n"
                        + "  The only rule that could show it does not hold:\n");
        assertThat(proofs(loan().build(), one).riskSource(source).toString())
                .startsWith("It is not known yet whether risk source \"Risk source C.3.3\" (C.3.3) is present in Loan"
                        + " scoring.\n  1 rule may show it.");
    }

    @Test
    void a_level_is_told_as_it_is_computed_by_hand() {
        AiSystem system = loan().answer(Characteristics.AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
                .build();
        Proofs proofs = proofs(
                system,
                rule("R-1")
                        .when(AUTOMATED)
                        .raises("C.3.1", "C.3.2")
                        .threatens("C.2.5")
                        .likelihood(Likelihood.HIGH),
                rule("R-2").when(AUTOMATED).raises("C.3.2").threatens("C.2.5").likelihood(Likelihood.LOW),
                rule("R-3").when(AUTOMATED).threatens("C.2.5").floor(Severity.MAJOR),
                rule("R-4")
                        .when(MATERIAL)
                        .raises("C.3.2")
                        .threatens("C.2.5")
                        .likelihood(Likelihood.VERY_HIGH)
                        .floor(Severity.CATASTROPHIC));
        ObjectiveProof proof = proofs.objective(new ObjectiveId("C.2.5"));

        assertThat(proof).hasToString("""
                The risk to "Objective C.2.5" (C.2.5) is high to very high for Loan scoring.
                  On what is known it is high: a risk of high likelihood and major severity counts as high.
                    Likelihood high: 2 risk sources add up to 35.7 points (high begins at 28.8, very high at 79.9).
                      "Risk source C.3.1" (C.3.1) gives 17.8 points, from Rule R-1 (R-1): a high likelihood counts 35.7, shared among 2 risk sources.
                        What is automationLevel? High automation (automationLevel).
                      "Risk source C.3.2" (C.3.2) gives 17.8 points, from Rule R-1 (R-1): a high likelihood counts 35.7, shared among 2 risk sources. Of one source only the largest counts, so 1 other rule adds nothing.
                    Severity major, because of Rule R-3 (R-3).
                      What is automationLevel? High automation (automationLevel).
                  If what is not known yet turns out badly, it is very high: a risk of very high likelihood and catastrophic severity counts as very high.
                    1 more rule may then hold. What matters most to find out:
                      What is decisionEffect? Not known yet (decisionEffect). The rule needs material or more.
                """);
        assertThat(Explanation.of(proof, Detail.FULL).text())
                .contains(
                        "    Likelihood very high: 2 risk sources add up to 109.5 points (very high begins at 79.9).");
    }

    @Test
    void a_level_that_nothing_threatens_is_the_lowest() {
        assertThat(proofs(loan().build(), rule("R-1")).objective(new ObjectiveId("C.2.5")))
                .hasToString("""
                The risk to "Objective C.2.5" (C.2.5) is very low for Loan scoring.
                  It is very low: a risk of very low likelihood and negligible severity counts as very low.
                    Likelihood very low: no rule that holds adds to it.
                    Severity negligible: no rule that holds makes it worse.
                """);
    }

    @Test
    void what_is_unknown_may_not_matter_to_a_level() {
        Proofs proofs = proofs(
                loan().build(),
                rule("R-1").raises("C.3.1").threatens("C.2.5").likelihood(Likelihood.HIGH),
                rule("R-2").when(MATERIAL).raises("C.3.1").threatens("C.2.5").likelihood(Likelihood.LOW));

        assertThat(proofs.objective(new ObjectiveId("C.2.5")).toString())
                .contains("  What is not known yet cannot change it, although 1 more rule may hold.\n");
    }

    @Test
    void the_overall_level_is_that_of_the_highest_objective() {
        RuleBuilder certain = rule("R-1")
                .raises("C.3.1")
                .threatens("C.2.5")
                .likelihood(Likelihood.HIGH)
                .floor(Severity.MAJOR);
        RuleBuilder open = rule("R-2").when(MATERIAL).threatens("C.2.5").floor(Severity.CATASTROPHIC);

        assertThat(proofs(loan().build(), certain, open).level().toString()).startsWith("""
                        The level of risk of Loan scoring is high to very high: the highest over its 3 objectives.
                          On what is known, "Objective C.2.5" (C.2.5) reaches high.
                          If what is not known yet turns out badly, "Objective C.2.5" (C.2.5) reaches very high.
                          The risk to "Objective C.2.5" (C.2.5) is high to very high:
                            On what is known it is high: \
                        """);
        assertThat(proofs(loan().build(), rule("R-1")).level().toString())
                .contains("On what is known, every objective is at very low.");
    }

    @Test
    void results_that_rules_read_are_told_below_the_test() {
        Proofs proofs = proofs(
                automated(),
                rule("R-1")
                        .when(AUTOMATED)
                        .raises("C.3.3")
                        .threatens("C.2.5")
                        .likelihood(Likelihood.HIGH)
                        .floor(Severity.MAJOR)
                        .requires("A.9.2"),
                rule("R-2").when(new Condition.HasRiskSource(new RiskSourceId("C.3.3"))),
                rule("R-3").when(new Condition.LevelAtLeast(new ObjectiveId("C.2.5"), RiskLevel.MODERATE)),
                rule("R-4").when(new Condition.IsNeeded(new ControlId("A.9.2"))),
                rule("R-5").when(new Condition.HasRiskSource(new RiskSourceId("C.3.1"))),
                rule("R-6").when(new Condition.IsNeeded(new ControlId("A.5.2"))),
                rule("R-7").when(new Condition.LevelAtLeast(new ObjectiveId("C.2.5"), RiskLevel.VERY_HIGH)));

        assertThat(proofs.rule(new RuleId("R-2")).toString()).contains("""
                  Risk source "Risk source C.3.3" (C.3.3) is present.
                    Rule R-1 (R-1):
                      What is automationLevel? Full automation (automationLevel). High automation or more is enough.
                """);
        assertThat(proofs.rule(new RuleId("R-3")).toString()).contains("""
                  The risk to "Objective C.2.5" (C.2.5) is high. Moderate or more is enough.
                    It is high: a risk of high likelihood and major severity counts as high.
                """);
        assertThat(proofs.rule(new RuleId("R-4")).toString())
                .contains("  Control \"Control A.9.2\" (A.9.2) is needed.\n    Rule R-1 (R-1):\n");
        assertThat(proofs.rule(new RuleId("R-5")).toString())
                .contains("Risk source \"Risk source C.3.1\" (C.3.1) is not present, and the rule needs it.\n"
                        + "    No rule in use could make it so.\n");
        assertThat(proofs.rule(new RuleId("R-6")).toString())
                .contains("Control \"Control A.5.2\" (A.5.2) is not needed, and the rule takes effect only with it.");
        assertThat(proofs.rule(new RuleId("R-7")).toString()).contains("is high. The rule needs very high.");
    }

    @Test
    void results_that_are_open_are_told_by_what_they_depend_on() {
        Proofs proofs = proofs(
                loan().build(),
                rule("R-1").when(AUTOMATED).raises("C.3.3").requires("A.9.2"),
                rule("R-2")
                        .when(all(
                                new Condition.HasRiskSource(new RiskSourceId("C.3.3")),
                                new Condition.IsNeeded(new ControlId("A.9.2")))));

        assertThat(proofs.rule(new RuleId("R-2")).toString()).contains("""
                  Risk source "Risk source C.3.3" (C.3.3) may be present: that is not known yet.
                    It depends on Rule R-1 (R-1).
                  Control "Control A.9.2" (A.9.2) may be needed: that is not known yet.
                """);
    }

    @Test
    void a_result_that_was_told_is_not_told_again() {
        Condition source = new Condition.HasRiskSource(new RiskSourceId("C.3.3"));
        Proofs proofs = proofs(
                automated(),
                rule("R-1").when(AUTOMATED).raises("C.3.3"),
                rule("R-2").when(source).requires("A.9.2"),
                rule("R-3").when(source).requires("A.9.2"));

        assertThat(proofs.control(new ControlId("A.9.2")).toString())
                .contains("      See above.")
                .containsOnlyOnce("Rule R-1 (R-1)");
    }

    @Test
    void a_stop_is_told_in_the_first_word() {
        RuleBuilder stop = rule("LAW-1")
                .when(yes(Characteristics.PROFILING))
                .raises("C.3.3")
                .threatens("C.2.1", "C.2.5")
                .likelihood(Likelihood.HIGH)
                .floor(Severity.MAJOR)
                .requires("A.2.2")
                .stop();
        RuleId id = new RuleId("LAW-1");
        AiSystem yes = loan().answer(Characteristics.PROFILING, io.aims.system.YesNo.YES)
                .build();
        AiSystem no = loan().answer(Characteristics.PROFILING, io.aims.system.YesNo.NO)
                .build();

        assertThat(proofs(yes, stop).stops().get(0).toString()).startsWith("""
                STOP. Loan scoring must not be used as it is described: rule "Rule LAW-1" (LAW-1) holds, and no control lifts it.
                  What is profiling? Yes (profiling).
                  It shows risk source C.3.3; threatens C.2.1 and C.2.5 with a high likelihood and at least major severity; calls for A.2.2.
                """);
        assertThat(proofs(no, stop).rule(id).toString())
                .startsWith("Rule \"Rule LAW-1\" (LAW-1), which would forbid the use, does not hold for Loan scoring.")
                .contains("It would show risk source C.3.3; threaten");
        assertThat(proofs(no, stop).stops()).isEmpty();
        assertThat(proofs(loan().build(), stop).rule(id).toString())
                .startsWith("It is not known yet whether Loan scoring may be used as it is described:");
    }

    @Test
    void of_several_members_those_that_count_are_named() {
        AiSystem system = loan().exactly(
                        Characteristics.VULNERABLE_GROUPS, VulnerableGroup.CHILDREN, VulnerableGroup.PATIENTS)
                .build();
        Proofs proofs = proofs(
                system,
                rule("R-1").when(contains(Characteristics.VULNERABLE_GROUPS, VulnerableGroup.PATIENTS)),
                rule("R-2").when(new Condition.ContainsAny(Characteristics.VULNERABLE_GROUPS, 3)),
                rule("R-3").when(new Condition.NotEmpty(Characteristics.VULNERABLE_GROUPS)));

        assertThat(proofs.rule(new RuleId("R-1")).toString())
                .contains("Children and patients (vulnerableGroups). What counts here: patients.\n");
        assertThat(proofs.rule(new RuleId("R-2")).toString()).contains("What counts here: children.\n");
        assertThat(proofs.rule(new RuleId("R-3")).toString()).contains("Children and patients (vulnerableGroups).\n");
    }

    @Test
    void who_said_so_stands_beside_the_answer() {
        AiSystem stated = loan().put(new Answer(
                        Characteristics.AUTOMATION_LEVEL,
                        new Bounds.Ranks(4, 4),
                        new Provenance("owner", LocalDate.of(2026, 3, 1), "card", Provenance.Basis.STATED)))
                .build();
        AiSystem inferred = loan().put(new Answer(
                        Characteristics.AUTOMATION_LEVEL,
                        new Bounds.Ranks(4, 4),
                        new Provenance(null, null, "words \u001b[31m", Provenance.Basis.INFERRED)))
                .build();
        RuleBuilder one = rule("R-1").when(AUTOMATED);

        assertThat(proofs(stated, one).rule(new RuleId("R-1")).toString())
                .contains("High automation (automationLevel). Stated by owner on 2026-03-01; evidence: card.\n");
        assertThat(proofs(inferred, one).rule(new RuleId("R-1")).toString())
                .contains("High automation (automationLevel). Inferred, not stated; evidence: words \\u001b[31m.\n");
    }

    @Test
    void markdown_is_a_list_below_the_conclusion_in_bold() {
        AiSystem hostile = loan().name("*x*\n# y <b>")
                .answer(Characteristics.AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
                .exactly(Characteristics.AIMS_ROLES, AimsRole.AI_CUSTOMER)
                .build();
        Explanation explanation = Explanation.of(
                proofs(hostile, rule("R-1").when(AUTOMATED).requires("A.9.2")).control(new ControlId("A.9.2")),
                Detail.SHORT);

        assertThat(explanation.markdown()).isEqualTo("""
                **Control "Control A.9.2" (A.9.2) is required for \\*x\\*\\\\n\\# y \\<b\\>, whatever the level of risk.**

                - It applies to AI customers. The organisation is an AI customer.
                - One rule calls for it:
                  - Rule R-1 (R-1):
                    - What is automationLevel? High automation (automationLevel).
                    - Why it matters: A reason.
                """);
        assertThat(explanation).hasToString(explanation.text());
    }

    @Test
    void a_graph_shows_conclusion_rules_and_facts_once() {
        AiSystem hostile = loan().name("x\"]").build();
        Proofs proofs = proofs(
                automated(),
                rule("R-1").when(AUTOMATED).raises("C.3.3").requires("A.9.2"),
                rule("R-2")
                        .when(all(AUTOMATED, new Condition.HasRiskSource(new RiskSourceId("C.3.3"))))
                        .requires("A.9.2"));
        ProofGraph graph = ProofGraph.of(proofs.control(new ControlId("A.9.2")), Detail.SHORT);

        assertThat(graph.mermaid()).isEqualTo("""
                flowchart LR
                  n1[["A.9.2 Control A.9.2: required"]]
                  n2("R-1 Rule R-1")
                  n3("R-2 Rule R-2")
                  n4[/"What is automationLevel? Full automation"/]
                  n5[["C.3.3 Risk source C.3.3: present"]]
                  n1 --> n2
                  n1 --> n3
                  n2 --> n4
                  n3 --> n4
                  n3 --> n5
                  n5 --> n2
                """);
        assertThat(graph.dot()).isEqualTo("""
                digraph proof {
                  rankdir=LR;
                  node [fontname="sans-serif"];
                  n1 [shape=box, style=bold, label="A.9.2 Control A.9.2: required"];
                  n2 [shape=box, style=rounded, label="R-1 Rule R-1"];
                  n3 [shape=box, style=rounded, label="R-2 Rule R-2"];
                  n4 [shape=note, label="What is automationLevel? Full automation"];
                  n5 [shape=box, style=bold, label="C.3.3 Risk source C.3.3: present"];
                  n1 -> n2;
                  n1 -> n3;
                  n2 -> n4;
                  n3 -> n4;
                  n3 -> n5;
                  n5 -> n2;
                }
                """);
        assertThat(ProofGraph.of(proofs(hostile, rule("R-1")).level(), Detail.SHORT)
                        .mermaid())
                .contains("[[\"x#34;#93;: very low\"]]");
    }

    @Test
    void a_short_graph_counts_what_it_leaves_out() {
        RuleBuilder[] rules = new RuleBuilder[8];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = rule("R-" + i).when(AUTOMATED).requires("A.9.2");
        }
        AiSystem mild = loan().answer(Characteristics.AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
                .build();
        ControlProof proof = proofs(mild, rules).control(new ControlId("A.9.2"));

        assertThat(ProofGraph.of(proof, Detail.SHORT).mermaid())
                .contains("[\"and 3 more\"]", "R-4 Rule R-4: does not hold")
                .doesNotContain("R-5");
        assertThat(ProofGraph.of(proof, Detail.FULL).dot()).contains("R-7").doesNotContain("more");
        assertThat(ProofGraph.of(proofs(loan().build(), rules).rule(new RuleId("R-0")), Detail.SHORT)
                        .dot())
                .contains("R-0 Rule R-0: not known yet");
    }
}
