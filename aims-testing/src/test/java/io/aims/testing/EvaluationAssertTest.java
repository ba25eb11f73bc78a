package io.aims.testing;

import static io.aims.risk.RiskLevel.HIGH;
import static io.aims.risk.RiskLevel.LOW;
import static io.aims.risk.RiskLevel.MODERATE;
import static io.aims.risk.RiskLevel.VERY_HIGH;
import static io.aims.risk.RiskLevel.VERY_LOW;
import static io.aims.testing.AimsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.aims.Aims;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Priority;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSourceId;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import io.aims.system.vocabulary.Characteristics;
import io.aims.testing.junit.AimsSystem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EvaluationAssertTest {

    private static final Aims AIMS = Aims.standard();
    private static final Evaluation NOTHING_KNOWN =
            AIMS.evaluate(AiSystem.named("new-idea").build());

    @Test
    void what_is_so_passes(@AimsSystem("junit/credit.yaml") Evaluation credit) {
        assertThat(credit)
                .requires("A.9.2")
                .because("ADM-05")
                .because(new RuleId("ADM-06"))
                .withPriority(Priority.HIGH)
                .withPriorityAtLeast(Priority.LOW)
                .and()
                .requires(new ControlId("A.9.3"))
                .and()
                .leavesUndetermined("A.10.4")
                .because("TPY-13")
                .and()
                .leavesUndetermined(new ControlId("A.10.4"))
                .and()
                .hasRiskLevel(HIGH, VERY_HIGH)
                .atLeast(HIGH)
                .atMost(VERY_HIGH)
                .raises("C.3.3")
                .because("ADM-02")
                .and()
                .raises(new RiskSourceId("C.3.2"))
                .and()
                .threatens("C.2.5")
                .atLeast(HIGH)
                .atMost(VERY_HIGH)
                .hasRiskLevel(HIGH, VERY_HIGH)
                .and()
                .threatens(new ObjectiveId("C.2.1"))
                .because("INT-01")
                .and()
                .finds("ADM-05")
                .mayFind("CL-02")
                .hasOpenQuestion("continuousLearning")
                .hasOpenQuestion(Characteristics.SAFETY_HARM)
                .doesNotAsk("automationLevel")
                .doesNotAsk(Characteristics.AUTOMATION_LEVEL)
                .doesNotStop()
                .hasNoContradictions()
                .hasSeal(credit.seal().value());
    }

    @Test
    void what_is_settled_to_be_absent_passes(@AimsSystem("junit/casting.yaml") Evaluation casting) {
        assertThat(casting)
                .doesNotRequire("A.10.4")
                .doesNotRaise("C.3.7")
                .doesNotRaise(new RiskSourceId("C.3.7"))
                .doesNotFind("AGT-01")
                .mayRaise("C.3.2")
                .and()
                .risk("C.2.7")
                .hasRiskLevel(VERY_LOW)
                .and()
                .hasRiskLevel(MODERATE);
        assertThatThrownBy(() -> assertThat(casting).hasNoContradictions()).hasMessageContaining("CON-03: ");
        assertThatThrownBy(() -> assertThat(casting).requires("A.10.4"))
                .hasMessageContainingAll(
                        "no rule calls for it", "(distributionScope)", "expect doesNotRequire(\"A.10.4\")");
    }

    /** Each is what a test would expect wrongly, with what the failure has to tell. */
    @TestFactory
    Stream<DynamicTest> a_failure_tells_why_and_what_to_do(@AimsSystem("junit/credit.yaml") Evaluation credit) {
        Map<ThrowingCallable, String[]> failures = new LinkedHashMap<>();
        failures.put(() -> assertThat(credit).requires("A.10.4"), new String[] {
            "to require control (A.10.4 Customers), but the facts do not settle that",
            "It depends on these answers:",
            "(distributionScope)",
            "leavesUndetermined(\"A.10.4\")"
        });
        failures.put(() -> assertThat(credit).doesNotRequire("A.10.4"), new String[] {
            "not to require control (A.10.4 Customers), but the facts do not settle that",
            "Maybe answer \"",
            "\"Who answers for it?\" (responsibilityAllocation)"
        });
        failures.put(() -> assertThat(credit).doesNotRequire(new ControlId("A.9.2")), new String[] {
            "but it is required", "Output is the sole basis of a decision (ADM-06):", "decisionRole"
        });
        failures.put(
                () -> assertThat(credit).leavesUndetermined("A.9.2"), new String[] {"but it is required", "ADM-06"});
        failures.put(() -> assertThat(credit).leavesToSupplier("A.9.2"), new String[] {"leave to a supplier"});
        failures.put(() -> assertThat(credit).requires("A.9.2").because("AGT-01"), new String[] {
            "to be required because of rule (AGT-01", "The control is required because of ADM-02, ADM-05"
        });
        failures.put(
                () -> assertThat(credit).leavesUndetermined("A.10.4").because("ADM-05"),
                new String[] {"to be undetermined because of rule (ADM-05", "that rule calls for others"});
        failures.put(
                () -> assertThat(credit).requires("A.9.2").withPriority(Priority.LOW),
                new String[] {"to have priority (LOW)", "but it has (HIGH)"});
        failures.put(
                () -> assertThat(credit).requires("A.9.2").withPriorityAtLeast(Priority.VERY_HIGH),
                new String[] {"at least priority (VERY_HIGH)"});
        failures.put(() -> assertThat(credit).hasRiskLevel(HIGH), new String[] {
            "to have risk level (HIGH), but it has (HIGH..VERY_HIGH)", "The level is not settled. Maybe answer"
        });
        failures.put(() -> assertThat(credit).atMost(HIGH), new String[] {
            "at most risk level (HIGH)", "The level of risk of Retail loan scoring is high to very high"
        });
        failures.put(() -> assertThat(credit).atLeast(VERY_HIGH), new String[] {"at least risk level (VERY_HIGH)"});
        failures.put(() -> assertThat(credit).doesNotRaise("C.3.3"), new String[] {
            "not to raise risk source (C.3.3 Level of automation), but it does", "(automationLevel)"
        });
        failures.put(() -> assertThat(credit).mayRaise("C.3.3"), new String[] {"to leave open risk source", "it does"});
        failures.put(
                () -> assertThat(credit).raises("C.3.3").because("TRL-01"),
                new String[] {"to be shown by rule (TRL-01", "It is shown by "});
        failures.put(() -> assertThat(credit).doesNotThreaten("C.2.5"), new String[] {
            "not to threaten objective (C.2.5 Fairness), but it does", "expect threatens(\"C.2.5\")"
        });
        failures.put(
                () -> assertThat(credit).threatens("C.2.4"),
                new String[] {"to threaten objective (C.2.4", "the facts do not settle that"});
        failures.put(
                () -> assertThat(credit).threatens("C.2.5").because("ECO-01"),
                new String[] {"to be threatened by rule (ECO-01", "that rule threatens it never"});
        failures.put(
                () -> assertThat(credit).risk("C.2.5").atMost(LOW),
                new String[] {"objective (C.2.5 Fairness) of system (loan-scoring) to have at most risk level (LOW)"});
        failures.put(
                () -> assertThat(credit).finds("AGT-01"),
                new String[] {"to find rule (AGT-01", "that rule may hold", "(agencyLevel)"});
        failures.put(
                () -> assertThat(credit).doesNotFind("ADM-05"),
                new String[] {"to not find rule (ADM-05 Output decides in practice), but that rule holds"});
        failures.put(
                () -> assertThat(credit).hasNoOpenQuestions(),
                new String[] {"to have no open questions, but 57 are open", "and 52 more"});
        failures.put(
                () -> assertThat(credit).hasOpenQuestion("automationLevel"),
                new String[] {"the answer is (HIGH_AUTOMATION) and no rule waits for a better answer"});
        failures.put(
                () -> assertThat(credit).doesNotAsk("continuousLearning"),
                new String[] {"rules wait for a better answer", "CL-02"});
        failures.put(() -> assertThat(credit).stops(), new String[] {"to be stopped, but no rule stops it"});
        failures.put(
                () -> assertThat(NOTHING_KNOWN).stops(),
                new String[] {"to be stopped, but that is not settled", "(prohibitedPracticeFlags)"});
        failures.put(
                () -> assertThat(NOTHING_KNOWN).doesNotStop(),
                new String[] {"not to be stopped, but it may be stopped by", "Maybe answer \""});
        failures.put(() -> assertThat(credit).hasSeal("0"), new String[] {"to have seal (0), but it has ("});
        return failures.entrySet().stream()
                .map(failure -> dynamicTest(
                        failure.getValue()[0],
                        () -> assertThatExceptionOfType(AssertionError.class)
                                .isThrownBy(failure.getKey())
                                .extracting(Throwable::getMessage)
                                .asString()
                                .contains(failure.getValue())
                                .contains(failure.getValue()[0].contains("settle") ? "aybe" : "")));
    }

    @Test
    void what_is_unknown_is_never_taken_for_false() {
        for (String control : new String[] {"A.10.4", "A.8.3", "A.5.5"}) {
            assertThatThrownBy(() -> assertThat(NOTHING_KNOWN).doesNotRequire(control))
                    .isInstanceOf(AssertionError.class);
            assertThat(NOTHING_KNOWN).leavesUndetermined(control);
        }
        assertThatThrownBy(() -> assertThat(NOTHING_KNOWN).doesNotRaise("C.3.7"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(NOTHING_KNOWN).doesNotThreaten("C.2.9"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(NOTHING_KNOWN).doesNotFind("ADM-05"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(NOTHING_KNOWN).atMost(VERY_LOW)).isInstanceOf(AssertionError.class);
    }

    @TestFactory
    Stream<DynamicTest> an_id_that_does_not_exist_is_an_error_with_the_nearest_right_one() {
        Map<String, ThrowingCallable> wrong = new LinkedHashMap<>();
        wrong.put("(A.9.2)", () -> assertThat(NOTHING_KNOWN).doesNotRequire("A.9.22"));
        wrong.put("(A.9.3)", () -> assertThat(NOTHING_KNOWN).requires("a.9.3"));
        wrong.put("(A.10.4)", () -> assertThat(NOTHING_KNOWN).leavesUndetermined("A 10.4"));
        wrong.put("(C.3.1)", () -> assertThat(NOTHING_KNOWN).doesNotRaise("C3.1"));
        wrong.put("(C.2.5)", () -> assertThat(NOTHING_KNOWN).doesNotThreaten("C.2.5."));
        wrong.put("(ADM-09)", () -> assertThat(NOTHING_KNOWN).doesNotFind("ADM-99"));
        wrong.put("(ADM-05)", () -> assertThat(NOTHING_KNOWN).control("A.9.2").because("ADM_05"));
        wrong.put("(automationLevel)", () -> assertThat(NOTHING_KNOWN).doesNotAsk("automationLvl"));
        return wrong.entrySet().stream()
                .map(each -> dynamicTest(
                        each.getKey(),
                        () -> assertThatThrownBy(each.getValue())
                                .isInstanceOf(AimsException.class)
                                .hasMessageStartingWith("AIMS-7001: There is no ")
                                .hasMessageContaining("Maybe you meant " + each.getKey())));
    }

    @Test
    void a_description_stands_before_the_message(@AimsSystem("junit/credit.yaml") Evaluation credit) {
        assertThatThrownBy(() -> assertThat(credit)
                        .as("after the review of May")
                        .requires("A.9.2")
                        .because("AGT-01"))
                .hasMessageStartingWith("[after the review of May] \nExpected control (A.9.2");
    }

    @Test
    void an_evaluation_is_among_the_objects_that_assertions_can_be_narrowed_to(
            @AimsSystem("junit/credit.yaml") Evaluation credit) {
        assertThat((Object) credit).asInstanceOf(AimsAssertions.EVALUATION).requires("A.9.2");
        assertThatThrownBy(() -> assertThat((Evaluation) null).requires("A.9.2"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not to be null");
    }

    @Test
    void all_failures_are_told_together_and_one_that_follows_from_another_is_not(
            @AimsSystem("junit/credit.yaml") Evaluation credit) {
        assertThatThrownBy(() -> AimsSoftAssertions.assertSoftly(softly -> {
                    softly.assertThat(credit).requires("A.10.4").because("AGT-01");
                    softly.assertThat(credit).hasSeal("0").hasNoOpenQuestions();
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("(3 failures)", "A.10.4", "seal (0)", "no open questions")
                .message()
                .doesNotContain("AGT-01");
    }

    @Test
    void failures_about_packs_of_ones_own_are_explained_by_the_rules_named() {
        Aims acme = Aims.builder().packs(RulePacks.standard(), acmePack()).build();
        AiSystem bronze = AiSystem.named("bronze").build();
        Evaluation evaluation = acme.evaluate(bronze);

        AimsAssertions.using(acme)
                .assertThat(bronze)
                .mayFind("ACME-1")
                .control("A.9.2")
                .hasStatus(ControlStatus.UNDETERMINED)
                .because("ACME-1");
        assertThatThrownBy(() -> AimsAssertions.using(acme)
                        .assertThat(evaluation)
                        .finds("AGT-01")
                        .finds("ACME-9"))
                .hasMessageContaining("(AGT-01");
        assertThatThrownBy(
                        () -> AimsAssertions.using(acme).assertThat(evaluation).doesNotFind("ACME-9"))
                .hasMessageContaining("Maybe you meant (ACME-");
    }

    @Test
    void without_their_rules_failures_tell_what_the_evaluation_knows_and_how_to_see_more() {
        Aims acme = Aims.builder().packs(acmePack()).build();
        Evaluation evaluation = acme.evaluate(AiSystem.named("bronze").build());

        assertThat(evaluation).mayFind("ACME-1");
        assertThatThrownBy(() -> assertThat(evaluation).requires("A.9.2"))
                .hasMessageContainingAll(
                        "ACME-1", "may hold: acmeGrade unknown", "\"Which grade does the product have?\"");
        assertThatThrownBy(() -> assertThat(evaluation).requires("A.9.3"))
                .hasMessageContaining("AimsAssertions.using(aims)");
        assertThatThrownBy(() -> assertThat(evaluation).doesNotFind("ACME-9"))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-7002")
                .hasMessageContaining("AimsAssertions.using(aims)");
        assertThatThrownBy(() -> AimsAssertions.using(AIMS).assertThat(evaluation))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-3010");
    }

    private static RulePack acmePack() {
        return PackLoader.standard().read(PackSource.classPath(EvaluationAssertTest.class, "acme-pack"));
    }
}
