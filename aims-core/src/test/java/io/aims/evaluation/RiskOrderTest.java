package io.aims.evaluation;

import static io.aims.TestRules.atLeast;
import static io.aims.TestRules.criteria;
import static io.aims.TestRules.evaluator;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.ACTION_SCOPE;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.risk.Likelihood;
import io.aims.risk.Severity;
import io.aims.system.AiSystem;
import io.aims.system.YesNo;
import io.aims.system.automation.ActionScope;
import io.aims.system.people.DecisionEffect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two consequences, and two causes that may be known or not. */
class RiskOrderTest {

    private static final RiskOrder ORDER = new RiskOrder(criteria());

    private static final Evaluator EVALUATOR = evaluator(
            rule("SEV-1")
                    .when(atLeast(DECISION_EFFECT, DecisionEffect.MATERIAL))
                    .threatens("C.2.1", "C.2.5")
                    .floor(Severity.MODERATE),
            rule("SEV-2")
                    .when(atLeast(DECISION_EFFECT, DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT))
                    .threatens("C.2.5")
                    .floor(Severity.MAJOR),
            rule("CAU-1")
                    .when(yes(PROFILING))
                    .raises("C.3.3")
                    .threatens("C.2.1", "C.2.5")
                    .likelihood(Likelihood.HIGH),
            rule("CAU-2")
                    .when(atLeast(ACTION_SCOPE, ActionScope.PHYSICAL))
                    .raises("C.3.1")
                    .threatens("C.2.1", "C.2.5", "C.2.10")
                    .likelihood(Likelihood.LOW));

    private static final AiSystem EMPTY = AiSystem.named("empty").build();

    private static final AiSystem HARMLESS = AiSystem.named("harmless")
            .answer(DECISION_EFFECT, DecisionEffect.NONE)
            .answer(PROFILING, YesNo.NO)
            .answer(ACTION_SCOPE, ActionScope.INFORMATION_ONLY)
            .build();

    private static final AiSystem MATERIAL = AiSystem.named("material")
            .answer(DECISION_EFFECT, DecisionEffect.MATERIAL)
            .build();

    private static final AiSystem MATERIAL_WITHOUT_CAUSE = AiSystem.named("material-without-cause")
            .answer(DECISION_EFFECT, DecisionEffect.MATERIAL)
            .answer(PROFILING, YesNo.NO)
            .answer(ACTION_SCOPE, ActionScope.INFORMATION_ONLY)
            .build();

    private static final AiSystem LEGAL = AiSystem.named("legal")
            .atLeast(DECISION_EFFECT, DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT)
            .build();

    private static final AiSystem LEGAL_WITH_CAUSE = LEGAL.with(PROFILING, YesNo.YES);

    @Test
    void a_worse_known_consequence_comes_first() {
        assertThat(sorted(EMPTY, MATERIAL, LEGAL)).containsExactly("legal", "material", "empty");
    }

    @Test
    void causes_that_are_not_known_excuse_nobody() {
        assertThat(sorted(MATERIAL_WITHOUT_CAUSE, MATERIAL)).containsExactly("material", "material-without-cause");
    }

    @Test
    void of_the_same_consequence_the_one_with_known_causes_comes_first() {
        assertThat(ORDER.compareRisk(evaluation(LEGAL_WITH_CAUSE), evaluation(LEGAL)))
                .isNegative();
    }

    @Test
    void nothing_known_puts_nobody_in_front_of_a_known_consequence() {
        assertThat(evaluation(EMPTY).level().high())
                .isGreaterThanOrEqualTo(
                        evaluation(MATERIAL_WITHOUT_CAUSE).level().high());
        assertThat(ORDER.compareRisk(evaluation(EMPTY), evaluation(MATERIAL))).isPositive();
    }

    @Test
    void equal_risk_is_equal_and_then_sorted_by_id() {
        AiSystem other = AiSystem.named("other").build();

        assertThat(ORDER.compareRisk(evaluation(EMPTY), evaluation(other))).isZero();
        assertThat(sorted(other, EMPTY)).containsExactly("empty", "other");
    }

    @Test
    void of_fully_known_systems_the_one_with_the_higher_level_comes_first() {
        AiSystem known = HARMLESS.toBuilder()
                .answer(DECISION_EFFECT, DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT)
                .answer(PROFILING, YesNo.YES)
                .build();

        assertThat(evaluation(known).level().isExact()).isTrue();
        assertThat(ORDER.compareRisk(evaluation(known), evaluation(HARMLESS))).isNegative();
    }

    @Test
    void the_order_is_total_and_turns_round() {
        List<Evaluation> all = Stream.of(EMPTY, HARMLESS, MATERIAL, MATERIAL_WITHOUT_CAUSE, LEGAL, LEGAL_WITH_CAUSE)
                .map(RiskOrderTest::evaluation)
                .toList();
        for (Evaluation a : all) {
            for (Evaluation b : all) {
                assertThat(Integer.signum(ORDER.compare(a, b))).isEqualTo(-Integer.signum(ORDER.compare(b, a)));
                for (Evaluation c : all) {
                    if (ORDER.compare(a, b) <= 0 && ORDER.compare(b, c) <= 0) {
                        assertThat(ORDER.compare(a, c)).isNotPositive();
                    }
                }
            }
        }
    }

    private static List<String> sorted(AiSystem... systems) {
        return Stream.of(systems)
                .map(RiskOrderTest::evaluation)
                .sorted(ORDER)
                .map(evaluation -> evaluation.system().id())
                .toList();
    }

    private static Evaluation evaluation(AiSystem system) {
        return EVALUATOR.evaluate(system, null);
    }
}
