package io.aims.reasoning.proof;

import static io.aims.TestRules.all;
import static io.aims.TestRules.any;
import static io.aims.TestRules.atLeast;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.TestRules;
import io.aims.TestRules.RuleBuilder;
import io.aims.control.AiRole;
import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.YesNo;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.identity.AimsRole;
import io.aims.system.vocabulary.Characteristics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofsTest {

    private static final Condition AUTOMATED =
            atLeast(Characteristics.AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION);
    private static final Condition PROFILING = yes(Characteristics.PROFILING);
    private static final Condition SAFETY = yes(Characteristics.SAFETY_COMPONENT);
    private static final AiSystem SYSTEM = AiSystem.named("loan")
            .answer(Characteristics.AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
            .answer(Characteristics.PROFILING, YesNo.NO)
            .exactly(Characteristics.AIMS_ROLES, AimsRole.AI_CUSTOMER)
            .build();

    private static Proofs proofs(RuleBuilder... rules) {
        RuleBase base = TestRules.base(rules);
        return new Explainer(base).proofs(new Evaluator(base, new PlainEngine(base)).evaluate(SYSTEM, null));
    }

    private static List<String> named(Proof proof) {
        return proof.facts().stream().map(fact -> fact.test().toString()).toList();
    }

    @Test
    void a_proof_names_the_facts_that_decide_and_no_others() {
        Proofs proofs = proofs(
                rule("R-1").when(all(AUTOMATED, SAFETY)),
                rule("R-2").when(all(PROFILING, SAFETY)),
                rule("R-3").when(any(AUTOMATED, PROFILING)),
                rule("R-4").when(any(PROFILING, all(PROFILING, AUTOMATED))),
                rule("R-5"));

        assertThat(named(proofs.rule(new RuleId("R-1"))))
                .as("open: all that it depends on")
                .containsExactly("automationLevel >= HIGH_AUTOMATION", "safetyComponent = YES");
        assertThat(named(proofs.rule(new RuleId("R-2")))).as("false").containsExactly("profiling = YES");
        assertThat(named(proofs.rule(new RuleId("R-3"))))
                .as("true")
                .containsExactly("automationLevel >= HIGH_AUTOMATION");
        assertThat(named(proofs.rule(new RuleId("R-4")))).containsExactly("profiling = YES");
        assertThat(named(proofs.rule(new RuleId("R-5")))).isEmpty();
    }

    @Test
    void facts_are_named_through_the_results_that_a_rule_reads() {
        Proofs proofs = proofs(
                rule("R-1").when(AUTOMATED).raises("C.3.3").threatens("C.2.5").likelihood(Likelihood.HIGH),
                rule("R-2").when(PROFILING).raises("C.3.1").threatens("C.2.5").likelihood(Likelihood.HIGH),
                rule("R-3").when(new Condition.HasRiskSource(new RiskSourceId("C.3.3"))),
                rule("R-4").when(new Condition.LevelAtLeast(new ObjectiveId("C.2.5"), RiskLevel.VERY_LOW)),
                rule("R-5").when(new Condition.LevelAtLeast(new ObjectiveId("C.2.5"), RiskLevel.HIGH)));

        assertThat(named(proofs.rule(new RuleId("R-3")))).containsExactly("automationLevel >= HIGH_AUTOMATION");
        assertThat(named(proofs.rule(new RuleId("R-4"))))
                .as("every level is at least the lowest, whatever the facts")
                .isEmpty();
        assertThat(named(proofs.rule(new RuleId("R-5"))))
                .as("it stays below as long as no other rule adds to it")
                .containsExactly("profiling = YES");
        assertThat(named(proofs.objective(new ObjectiveId("C.2.5"))))
                .containsExactly("automationLevel >= HIGH_AUTOMATION");
    }

    @Test
    void premises_are_what_a_conclusion_rests_on_directly() {
        Proofs proofs = proofs(
                rule("R-1").when(AUTOMATED).raises("C.3.3").requires("A.9.2"),
                rule("R-2").when(PROFILING).requires("A.9.2"),
                rule("R-3").when(SAFETY).threatens("C.2.5").likelihood(Likelihood.HIGH),
                rule("R-4")
                        .when(all(AUTOMATED, new Condition.HasRiskSource(new RiskSourceId("C.3.3"))))
                        .threatens("C.2.5")
                        .likelihood(Likelihood.LOW));
        ControlProof control = proofs.control(new ControlId("A.9.2"));

        assertThat(control.premises()).extracting(Proof::id).containsExactly("R-1");
        assertThat(control.rules()).extracting(RuleProof::id).containsExactly("R-1", "R-2");
        assertThat(control.roles().matching()).containsExactly(AiRole.AI_CUSTOMER);
        assertThat(control.roles().answer()).isPresent();
        assertThat(proofs.riskSource(new RiskSourceId("C.3.3")).premises())
                .extracting(Proof::id)
                .containsExactly("R-1");
        assertThat(proofs.objective(new ObjectiveId("C.2.5")).premises())
                .extracting(Proof::id)
                .as("those that hold, then those that may hold")
                .containsExactly("R-4", "R-3");
        assertThat(proofs.rule(new RuleId("R-4")).premises())
                .containsExactly(proofs.riskSource(new RiskSourceId("C.3.3")));
        assertThat(proofs.level().premises())
                .extracting(Proof::id)
                .containsExactlyInAnyOrder("C.2.1", "C.2.5", "C.2.10");
    }

    @Test
    void what_is_not_there_cannot_be_explained() {
        Proofs proofs = proofs(rule("R-1"));

        assertThatThrownBy(() -> proofs.control(new ControlId("A.6.2.44")))
                .isInstanceOf(AimsException.class)
                .hasMessage("AIMS-3011: There is no control (A.6.2.44) to explain.\nMaybe you meant (A.6.2.4).");
        assertThatThrownBy(() -> proofs.riskSource(new RiskSourceId("X.99999999")))
                .hasMessage("AIMS-3011: There is no risk source (X.99999999) to explain.\n"
                        + "Maybe a pack or catalogue that has it is missing.");
        assertThatThrownBy(() -> proofs.objective(new ObjectiveId("C.2.55"))).hasMessageContaining("(C.2.5)");
        assertThatThrownBy(() -> proofs.rule(new RuleId("R-2"))).hasMessageContaining("no rule (R-2)");
        assertThatThrownBy(() -> proofs.whyNot(new RuleId("R-2"))).hasMessageContaining("AIMS-3011");
    }

    @Test
    void an_evaluation_of_other_rules_is_refused() {
        Evaluation evaluation = TestRules.evaluate(SYSTEM, rule("R-1"));

        assertThatThrownBy(() -> new Explainer(TestRules.base(rule("R-2"))).proofs(evaluation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("R-1");
    }

    @Test
    void proofs_of_the_same_conclusion_of_equal_evaluations_are_equal() {
        RuleBuilder[] rules = {rule("R-1").when(AUTOMATED).raises("C.3.3").requires("A.9.2")};
        Proofs one = proofs(rules);
        Proofs other = proofs(rules);

        assertThat(one.rule(new RuleId("R-1"))).isEqualTo(other.rule(new RuleId("R-1")));
        assertThat(one.rule(new RuleId("R-1")).hashCode())
                .isEqualTo(other.rule(new RuleId("R-1")).hashCode());
        assertThat(one.rule(new RuleId("R-1"))).isSameAs(one.rule(new RuleId("R-1")));
        assertThat(one.control(new ControlId("A.9.2")))
                .isEqualTo(other.control(new ControlId("A.9.2")))
                .hasSameHashCodeAs(other.control(new ControlId("A.9.2")))
                .isNotEqualTo(other.control(new ControlId("A.5.2")));
        assertThat(one.riskSource(new RiskSourceId("C.3.3")))
                .isEqualTo(other.riskSource(new RiskSourceId("C.3.3")))
                .isNotEqualTo(other.riskSource(new RiskSourceId("C.3.1")));
        assertThat(one.objective(new ObjectiveId("C.2.5")))
                .isEqualTo(other.objective(new ObjectiveId("C.2.5")))
                .isNotEqualTo(other.objective(new ObjectiveId("C.2.1")));
        assertThat(one.level()).isEqualTo(other.level()).hasSameHashCodeAs(other.level());
        assertThat((Object) one.level()).isNotEqualTo(one.rule(new RuleId("R-1")));
    }

    @Test
    void a_tower_of_results_is_walked_once() {
        int floors = 60;
        List<RuleBuilder> rules = new ArrayList<>();
        rules.add(rule("R-100").when(AUTOMATED).raises("C.3.1").requires("A.9.2"));
        // Each floor reads the one below twice: as a tree, the proof would have 2^60 parts.
        for (int floor = 1; floor <= floors; floor++) {
            Condition below = new Condition.IsNeeded(new ControlId("X." + (floor - 1)));
            rules.add(rule("R-" + (100 + floor))
                    .when(floor == 1 ? AUTOMATED : all(below, any(PROFILING, below)))
                    .requires("X." + floor));
        }
        RuleBase base = new RuleBase(
                TestRules.vocabulary(),
                tall(floors),
                TestRules.criteria(),
                List.of(TestRules.pack("tall", rules.toArray(RuleBuilder[]::new))));
        Proofs proofs = new Explainer(base).proofs(new Evaluator(base, new PlainEngine(base)).evaluate(SYSTEM, null));
        ControlProof top = proofs.control(new ControlId("X." + floors));

        assertThat(top.result().needed()).isEqualTo(Truth.TRUE);
        assertThat(named(top)).containsExactly("automationLevel >= HIGH_AUTOMATION");
        assertThat(Explanation.of(top, Detail.FULL).lines()).hasSizeLessThan(10 * floors);
        assertThat(ProofGraph.of(top, Detail.FULL).dot().lines()).hasSizeLessThan(10 * floors);
    }

    private static Catalogue tall(int floors) {
        Catalogue plain = TestRules.catalogue();
        List<Control> controls = new ArrayList<>(plain.controls());
        for (int floor = 0; floor <= floors; floor++) {
            controls.add(TestRules.control(
                    "X." + floor, Control.Scope.SYSTEM, ControlStatus.ROLE_EXCLUDED, AiRole.values()));
        }
        return new Catalogue(
                "tall:1",
                "Tall",
                List.of(),
                plain.areas(),
                controls,
                plain.objectives(),
                plain.riskSources(),
                List.of());
    }
}
