package io.aims.rules.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Vocabularies;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.evaluation.PlainEngine;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.rules.language.ConditionParser;
import io.aims.system.AiSystem;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionAnalysisTest {

    private final ConditionAnalysis analysis = new ConditionAnalysis(Effort.ofPack());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lifecycleStage in {INCEPTION} and lifecycleStage in {RETIREMENT}",
                "lifecycleStage in {INCEPTION, DEPLOYMENT} and lifecycleStage in {RETIREMENT, REEVALUATION}"
                        + " and profiling = YES",
                "(lifecycleStage in {INCEPTION} or lifecycleStage in {DEPLOYMENT}) and lifecycleStage in {RETIREMENT}",
                "lifecycleStage in {INCEPTION} and (lifecycleStage in {RETIREMENT} or lifecycleStage in {DEPLOYMENT})",
            })
    void tests_of_one_nominal_may_exclude_one_another(String text) {
        assertThat(analysis.canHold(condition(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lifecycleStage in {INCEPTION} or lifecycleStage in {RETIREMENT}",
                "vulnerableGroups contains CHILDREN and vulnerableGroups contains WORKERS",
                "technologyReadinessLevel <= 1",
                "trainingComputeFlops >= 9e99",
                "automationLevel >= AUTONOMY and biometricFunctions notEmpty",
                "riskSources contains C.3.3 and level(C.2.5) >= VERY_HIGH and needed contains A.5.2",
            })
    void everything_else_can_hold_and_can_fail(String text) {
        assertThat(analysis.canHold(condition(text))).isTrue();
        assertThat(analysis.canFail(condition(text))).isTrue();
        assertThat(IdlePart.of(condition(text), analysis)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "automationLevel >= NOT_AUTOMATED",
                "technologyReadinessLevel <= 9",
                "trainingComputeFlops >= 0",
                "level(C.2.5) >= VERY_LOW",
                "profiling = YES or decisionEffect >= NONE",
                "lifecycleStage in {INCEPTION, DESIGN_AND_DEVELOPMENT, VERIFICATION_AND_VALIDATION, DEPLOYMENT}"
                        + " or lifecycleStage in {OPERATION_AND_MONITORING, CONTINUOUS_VALIDATION, REEVALUATION,"
                        + " RETIREMENT}",
            })
    void a_test_of_the_least_severe_value_cannot_fail(String text) {
        assertThat(analysis.canFail(condition(text))).isFalse();
    }

    @Test
    void an_idle_test_beside_others_is_found() {
        assertThat(IdlePart.of(condition("profiling = YES and automationLevel >= NOT_AUTOMATED"), analysis))
                .singleElement()
                .satisfies(idle -> {
                    assertThat(idle.reason()).isEqualTo(IdlePart.Reason.ALWAYS_HOLDS);
                    assertThat(idle.part()).hasToString("automationLevel >= NOT_AUTOMATED");
                });
    }

    @Test
    void a_search_that_takes_too_long_tells_nothing() {
        String holes = String.join(
                " and ",
                IntStream.range(0, 15)
                        .mapToObj(i -> "("
                                + String.join(
                                        " or ",
                                        Collections.nCopies(
                                                3,
                                                "lifecycleStage in {INCEPTION} and" + " trainingComputeFlops >= "
                                                        + (i + 1)))
                                + ")")
                        .toList());
        Condition tooLong = condition(holes + " and lifecycleStage in {INCEPTION} and profiling = YES");
        Condition other = condition("lifecycleStage in {RETIREMENT}");

        assertThat(new ConditionAnalysis(Effort.of(50)).canHoldTogether(List.of(tooLong, other), AnyResults.INSTANCE))
                .isTrue();
        assertThat(new ConditionAnalysis(Effort.of(50)).implies(tooLong, condition("profiling = YES")))
                .isFalse();
        assertThat(new ConditionAnalysis(Effort.of(50)).canFail(tooLong)).isTrue();
    }

    @Property(tries = 300)
    void what_is_seen_to_hold_or_fail_was_said_to_be_possible(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RuleBase base = RandomPacks.next(random);
        PlainEngine engine = new PlainEngine(base);
        RandomSystems systems = RandomSystems.of(base);
        for (int n = 0; n < 20; n++) {
            AiSystem system = systems.nextComplete(random);
            var outcomes = engine.run(system);
            for (int i = 0; i < base.rules().size(); i++) {
                Rule rule = base.rules().get(i);
                if (outcomes.of(i) == Truth.TRUE) {
                    assertThat(analysis.canHold(rule.condition()))
                            .as("%s", rule.condition())
                            .isTrue();
                } else {
                    assertThat(analysis.canFail(rule.condition()))
                            .as("%s", rule.condition())
                            .isTrue();
                }
            }
        }
    }

    private static Condition condition(String text) {
        Faults faults = new Faults();
        Condition condition = new ConditionParser(Vocabularies.standard())
                .parse(text, "ACME-1", offset -> new Place("acme.yaml", 1, offset + 1), faults)
                .orElse(new Condition.Always());
        assertThat(faults.toList()).isEmpty();
        return condition;
    }
}
