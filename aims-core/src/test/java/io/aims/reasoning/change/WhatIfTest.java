package io.aims.reasoning.change;

import static io.aims.TestRules.atLeast;
import static io.aims.TestRules.evaluator;
import static io.aims.TestRules.rule;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.TECHNOLOGY_READINESS_LEVEL;
import static io.aims.system.vocabulary.Characteristics.TRAINING_COMPUTE_FLOPS;
import static io.aims.system.vocabulary.Characteristics.VULNERABLE_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.evaluation.Evaluator;
import io.aims.rule.RuleId;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Provenance;
import io.aims.system.YesNo;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.people.VulnerableGroup;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static final Evaluator EVALUATOR = evaluator(rule("R-1")
            .when(atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION))
            .requires("A.5.2"));
    private static final Provenance OWNER = new Provenance("owner", null, null, Provenance.Basis.STATED);
    private static final AiSystem SYSTEM = AiSystem.named("loans")
            .put(new Answer(
                    AUTOMATION_LEVEL,
                    AiSystem.named("x")
                            .answer(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
                            .build()
                            .bounds(AUTOMATION_LEVEL),
                    OWNER))
            .build();

    @Test
    void a_supposed_answer_changes_the_result_and_not_the_system() {
        WhatIf asItIs = whatIf();
        WhatIf supposed = asItIs.set(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION);

        assertThat(supposed.diff().finding(new RuleId("R-1")).orElseThrow().kind())
                .isEqualTo(FindingChange.Kind.GAINED);
        assertThat(supposed.evaluation().system()).isEqualTo(supposed.system());
        assertThat(asItIs.diff().isEmpty()).isTrue();
        assertThat(asItIs.system()).isEqualTo(SYSTEM);
    }

    @Test
    void suppositions_add_up() {
        WhatIf supposed = whatIf().set(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)
                .set(TECHNOLOGY_READINESS_LEVEL, 3)
                .set(TRAINING_COMPUTE_FLOPS, BigDecimal.TEN)
                .set(builder -> builder.containing(VULNERABLE_GROUPS, VulnerableGroup.WORKERS))
                .unknown(PROFILING);

        assertThat(supposed.system().answers().values())
                .extracting(Answer::text)
                .containsExactly("AUTONOMY", "3", "10", "WORKERS and maybe more");
        assertThat(supposed.unknown(AUTOMATION_LEVEL).system().answer(AUTOMATION_LEVEL))
                .isEmpty();
    }

    @Test
    void a_supposed_answer_is_marked_and_keeps_what_is_said_of_it() {
        Answer own = new Answer(PROFILING, PROFILING.unknown(), OWNER);

        assertThat(provenance(whatIf().set(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)))
                .isEqualTo(WhatIf.SUPPOSED);
        assertThat(whatIf().set(own).system().answer(PROFILING)).contains(own);
        assertThat(whatIf().set(Answer.of(PROFILING, PROFILING.unknown()))
                        .system()
                        .answer(PROFILING)
                        .orElseThrow()
                        .provenance())
                .isEqualTo(WhatIf.SUPPOSED);
    }

    @Test
    void an_answer_that_is_true_already_stays_the_answer_that_was_given() {
        WhatIf same = whatIf().set(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE);

        assertThat(provenance(same)).isEqualTo(OWNER);
        assertThat(same.diff().isEmpty()).isTrue();
        assertThat(provenance(whatIf().set(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)
                        .set(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)))
                .isEqualTo(OWNER);
        AiSystem bare = AiSystem.named("bare").answer(PROFILING, YesNo.YES).build();
        assertThat(WhatIf.of(EVALUATOR::evaluate, EVALUATOR.evaluate(bare, null))
                        .set(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)
                        .system()
                        .answer(PROFILING)
                        .orElseThrow()
                        .provenance())
                .isEqualTo(Provenance.NONE);
    }

    @Test
    void another_day_can_be_supposed() {
        LocalDate day = LocalDate.of(2027, 1, 1);
        WhatIf later = whatIf().asOf(day);

        assertThat(later.evaluation().asOf()).contains(day);
        assertThat(later.diff().isOtherDay()).isTrue();
        assertThat(later.set(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY)
                        .evaluation()
                        .asOf())
                .contains(day);
        assertThat(whatIf().evaluation().asOf()).isEmpty();
    }

    @Test
    void it_is_evaluated_once() {
        WhatIf supposed = whatIf().set(AUTOMATION_LEVEL, AutomationLevel.AUTONOMY);

        assertThat(supposed.evaluation()).isSameAs(supposed.evaluation());
        assertThat(supposed).hasToString("what if loans (1 answers)");
    }

    private static Provenance provenance(WhatIf supposed) {
        return supposed.system().answer(AUTOMATION_LEVEL).orElseThrow().provenance();
    }

    private static WhatIf whatIf() {
        return WhatIf.of(EVALUATOR::evaluate, EVALUATOR.evaluate(SYSTEM, null));
    }
}
