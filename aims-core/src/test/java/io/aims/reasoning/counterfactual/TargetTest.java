package io.aims.reasoning.counterfactual;

import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.AIMS_ROLES;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.TestRules;
import io.aims.control.ControlId;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.RuleId;
import io.aims.system.AiSystem;
import io.aims.system.YesNo;
import io.aims.system.identity.AimsRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {

    private static final TestRules.RuleBuilder RULE = rule("R-1")
            .when(yes(PROFILING))
            .raises("C.3.1")
            .threatens("C.2.5")
            .likelihood(Likelihood.HIGH)
            .floor(Severity.MAJOR)
            .requires("A.5.2")
            .stop();

    private static final List<Target> TARGETS = List.of(
            Target.levelAtMost(RiskLevel.MODERATE),
            Target.levelAtMost(new ObjectiveId("C.2.5"), RiskLevel.MODERATE),
            Target.notNeeded(new ControlId("A.5.2")),
            Target.notRequired(new ControlId("A.5.2")),
            Target.absent(new RiskSourceId("C.3.1")),
            Target.silent(new RuleId("R-1")),
            Target.notStopped(),
            Target.levelAtMost(RiskLevel.HIGH).and(Target.notStopped()));

    @Test
    void a_target_is_reached_if_it_is_certain() {
        assertThat(TARGETS)
                .allMatch(target -> isReached(target, AiSystem.named("no").answer(PROFILING, YesNo.NO)));
        assertThat(TARGETS)
                .noneMatch(target -> isReached(target, AiSystem.named("yes").answer(PROFILING, YesNo.YES)));
        assertThat(TARGETS).noneMatch(target -> isReached(target, AiSystem.named("unknown")));
    }

    @Test
    void a_level_may_be_the_highest_allowed() {
        assertThat(isReached(
                        Target.levelAtMost(RiskLevel.HIGH),
                        AiSystem.named("yes").answer(PROFILING, YesNo.YES)))
                .isTrue();
    }

    @Test
    void a_control_is_not_required_of_who_certainly_has_another_role() {
        Target target = Target.notRequired(new ControlId("A.9.2"));
        TestRules.RuleBuilder rule = rule("R-1").when(yes(PROFILING)).requires("A.9.2");

        assertThat(target.isReachedBy(TestRules.evaluate(
                        AiSystem.named("producer")
                                .answer(AIMS_ROLES, AimsRole.AI_PRODUCER)
                                .build(),
                        rule)))
                .isTrue();
        assertThat(target.isReachedBy(TestRules.evaluate(
                        AiSystem.named("customer")
                                .answer(AIMS_ROLES, AimsRole.AI_CUSTOMER)
                                .build(),
                        rule)))
                .isFalse();
        assertThat(target.isReachedBy(TestRules.evaluate(
                        AiSystem.named("partly")
                                .containing(AIMS_ROLES, AimsRole.AI_PRODUCER)
                                .build(),
                        rule)))
                .isFalse();
    }

    @Test
    void a_target_reads_as_a_sentence() {
        assertThat(TARGETS)
                .extracting(Target::words)
                .containsExactly(
                        "the overall level is at most moderate",
                        "the level of C.2.5 is at most moderate",
                        "nobody needs control A.5.2",
                        "the organisation itself need not perform control A.5.2",
                        "risk source C.3.1 is absent",
                        "rule R-1 finds nothing",
                        "no rule stops the use of the system",
                        "the overall level is at most high and no rule stops the use of the system");
        assertThat(Target.levelAtMost(RiskLevel.VERY_LOW).words()).isEqualTo("the overall level is very low");
    }

    @Test
    void a_target_has_a_short_form() {
        assertThat(TARGETS)
                .extracting(Target::toString)
                .containsExactly(
                        "level<=MODERATE",
                        "C.2.5<=MODERATE",
                        "not-needed:A.5.2",
                        "not-required:A.5.2",
                        "absent:C.3.1",
                        "silent:R-1",
                        "not-stopped",
                        "level<=HIGH and not-stopped");
    }

    private static boolean isReached(Target target, AiSystem.Builder system) {
        return target.isReachedBy(TestRules.evaluate(system.build(), RULE));
    }
}
