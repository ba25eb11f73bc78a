package io.aims.packs;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.rule.RuleExample;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.YesNo;
import io.aims.system.vocabulary.Characteristics;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackTestsTest {

    @Test
    void examples_come_first_then_cases() {
        List<CaseResult> results = PackTests.run(TestPacks.bakery().tested());

        assertThat(results).allSatisfy(result -> assertThat(result.status()).isEqualTo(CaseResult.Status.PASSED));
        assertThat(results).hasSize(25);
        assertThat(results.get(0).suite()).isEqualTo("BK-1 Great heat after hours");
        assertThat(results.get(0).name()).isEqualTo("fires {ovenHeat: HIGH, bakingShift: EVENING}");
        assertThat(results.get(24).suite()).isEqualTo("Tests of pack bakery");
        assertThat(results.get(24).name()).isEqualTo("Nothing is known");
    }

    @Test
    void a_case_that_fails_says_everything_that_differs_and_why_it_came_out_so() {
        CaseResult failed = failed("""

                  - title: A cold oven
                    answers: {ovenHeat: LOW, unattended: YES}
                    holds: [BK-1]
                    open: [BK-2]
                    requires: [A.9.2]
                    doesNotRequire: [A.6.2.6, A.8.4]
                    raises: [C.3.1]
                    levels: {C.2.9: HIGH}
                """);

        assertThat(failed.message())
                .isEqualTo("Rule (BK-1) does not hold, where it should hold; "
                        + "rule (BK-2) holds, where it should be open; "
                        + "control (A.9.2) is not required, where it should be; "
                        + "control (A.6.2.6) is required, where it should not be; "
                        + "risk source (C.3.1) is not raised, not raised for certain; "
                        + "level of (C.2.9) is VERY_LOW..LOW, not HIGH.");
    }

    private static CaseResult failed(String more) {
        return PackTests.run(TestPacks.bakery().withTests(more).tested()).stream()
                .filter(result -> result.status() == CaseResult.Status.FAILED)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_conclusion_must_be_all_that_the_rule_says_and_no_more() {
        CaseResult failed = failed("""

                  - title: What is said of staff
                    answers: {unattended: YES}
                    concludes: {BK-2: {raises: [C.3.1], likelihood: HIGH, severityFloor: MINOR, verdict: STOP}}
                """);

        assertThat(failed.message())
                .isEqualTo("Rule (BK-2): raises C.3.1 is missing; rule (BK-2): raises C.3.3 is too much; "
                        + "rule (BK-2): threatens C.2.8 is too much; rule (BK-2): likelihood is MODERATE, not HIGH; "
                        + "rule (BK-2): severityFloor is none, not MINOR; rule (BK-2): requires A.6.2.6 is too much; "
                        + "rule (BK-2): verdict is none, not STOP.");
        assertThat(failed.details()).contains("BK-2").contains("unattended");
        assertThat(failed.place()).hasToString("bakery/outcomes.yaml:43:5");
    }

    @Test
    void a_rule_that_does_not_hold_says_nothing() {
        assertThat(failed("\n  - {title: Day, answers: {bakingShift: DAY}, concludes: {BK-1: {}}}\n")
                        .message())
                .isEqualTo("Rule (BK-1) does not hold, where it should hold.");
    }

    @Test
    void an_example_that_fails_shows_how_the_rule_came_to_it() {
        RuleExample wrong = new RuleExample(
                Truth.TRUE,
                List.copyOf(AiSystem.named("a")
                        .answer(Characteristics.PROFILING, YesNo.NO)
                        .build()
                        .answers()
                        .values()));

        List<CaseResult> results = PackTests.run(TestPacks.ofCondition("profiling = YES", wrong, wrong));

        assertThat(results)
                .extracting(CaseResult::name)
                .containsExactly("fires {profiling: NO}", "fires {profiling: NO} (2)");
        assertThat(results.get(0).status()).isEqualTo(CaseResult.Status.FAILED);
        assertThat(results.get(0).message()).isEqualTo("Rule (T-1) comes to FALSE, not to TRUE.");
        assertThat(results.get(0).details()).contains("T-1").contains("profiling");
    }
}
