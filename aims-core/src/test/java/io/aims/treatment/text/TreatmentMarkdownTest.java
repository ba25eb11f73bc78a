package io.aims.treatment.text;

import static io.aims.TestRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.TestRules;
import io.aims.control.ControlId;
import io.aims.evaluation.Evaluation;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.system.AiSystem;
import io.aims.system.identity.AimsRole;
import io.aims.system.vocabulary.Characteristics;
import io.aims.treatment.ControlCosts;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.Treatment;
import io.aims.treatment.TreatmentPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreatmentMarkdownTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final ControlId VALIDATION = new ControlId("A.6.2.4");
    private static final ControlId PROCESS = new ControlId("A.5.2");
    private static final ObjectiveId FAIRNESS = new ObjectiveId("C.2.5");
    private static final TreatmentMarkdown MARKDOWN = new TreatmentMarkdown(List.of("A limit."));

    private static ResidualProfile profile(String name, boolean stop) {
        TestRules.RuleBuilder finding = rule("R-1")
                .raises("C.3.3")
                .threatens("C.2.5")
                .likelihood(Likelihood.HIGH)
                .floor(Severity.MAJOR)
                .requires("A.6.2.4", "A.5.2");
        Evaluation evaluation = TestRules.evaluate(
                AiSystem.named("loan")
                        .name(name)
                        .exactly(Characteristics.AIMS_ROLES, AimsRole.AI_PRODUCER)
                        .build(),
                stop ? finding.stop() : finding);
        ControlStates states = ControlStates.of(Map.of(
                VALIDATION,
                ControlState.of(Stage.EFFECTIVE).shownBy("audit").until(DAY.minusDays(1)),
                PROCESS,
                ControlState.of(Stage.NOT_IMPLEMENTED)));
        return ResidualProfile.of(evaluation, states, TestRules.criteria(), DAY);
    }

    @Test
    void gaps_are_told_with_what_closing_them_brings_and_what_remains() {
        assertThat(MARKDOWN.gaps(profile("Loan", false))).isEqualTo("""
                        ## Gaps: Loan

                        High without controls, moderate with what is in place on 2026-03-01.

                        ### Not in place

                        | Control | Counts as | Why | What closing it brings |
                        | --- | --- | --- | --- |
                        | A.5.2 Control A.5.2 | not implemented |  | 16\\.1 points |

                        ### In place and not shown to work

                        | Control | Counts as | Why | What closing it brings |
                        | --- | --- | --- | --- |
                        | A.6.2.4 Control A.6.2.4 | implemented | its evidence has expired, and nothing shows that it works | 5\\.4 points |

                        ### What remains of each risk

                        | Objective | Without controls | With what is in place | Controls take | Most of it |
                        | --- | --- | --- | --- | --- |
                        | C.2.1 Objective C.2.1 | very low | very low | 0 % of the rate |  |
                        | C.2.5 Objective C.2.5 | high | moderate | 30 % of the rate | A.6.2.4 |
                        | C.2.10 Objective C.2.10 | very low | very low | 0 % of the rate |  |

                        ### What this is not

                        A limit.
                        """);
    }

    @Test
    void the_cheapest_plan_says_what_it_costs_and_what_it_brings() {
        ResidualProfile profile = profile("Loan", true);

        String low = MARKDOWN.plan(
                profile, profile.cheapestPlan(ControlCosts.of(Map.of(VALIDATION, 3L, PROCESS, 4L)), RiskLevel.LOW));
        assertThat(low)
                .contains("It takes 2 controls at 7. Nothing cheaper does as much.")
                .contains("A verdict that nothing lifts holds or may hold")
                .contains("| A.5.2 Control A.5.2 | 4 |")
                .contains("| C.2.5 Objective C.2.5 | moderate | low | yes |");
        assertThat(MARKDOWN.plan(profile, profile.cheapestPlan(ControlCosts.of(Map.of()), RiskLevel.LOW)))
                .contains("out of reach for 1 objective. No control that has a cost lowers a level.")
                .contains("| moderate | moderate | no: out of reach |");
        assertThat(MARKDOWN.plan(profile, profile.cheapestPlan(ControlCosts.of(Map.of()), RiskLevel.HIGH)))
                .contains("also if everything unknown turns out badly. Nothing does.");
    }

    @Test
    void decisions_are_told_with_what_is_open_and_overdue() {
        ResidualProfile profile = profile("Loan", false);
        List<Treatment> treatments = List.of(
                new Treatment.Modify(PROCESS, Stage.EFFECTIVE, "operations", DAY.minusDays(1), "board"),
                new Treatment.Share(FAIRNESS, "an insurer", "legal", DAY.minusDays(1), "board"),
                new Treatment.Avoid("the pilot", FAIRNESS, "product", DAY.minusDays(1), "board"));

        assertThat(MARKDOWN.decided(profile, TreatmentPlan.of(profile, treatments, RiskLevel.LOW)))
                .contains("A risk above low needs a decision. 1 risk is open: C.2.5.")
                .contains("| C.2.5 Objective C.2.5 | moderate | moderate | open |")
                .contains("### Overdue")
                .contains("| Bring to effective: A.5.2 Control A.5.2 | operations | 2026-02-28 | board |")
                .contains("| Share with an insurer: C.2.5 Objective C.2.5 | legal |")
                .contains("| Avoid by giving up the pilot: C.2.5 Objective C.2.5 | product |")
                .doesNotContain("### Decided");
        Treatment retained = new Treatment.Retain(FAIRNESS, RiskLevel.HIGH, "a small pilot", "product", DAY, "board");
        assertThat(MARKDOWN.decided(profile, TreatmentPlan.of(profile, List.of(retained), RiskLevel.LOW)))
                .contains("Nothing is open.")
                .contains("| C.2.5 Objective C.2.5 | moderate | moderate | retained |")
                .contains("| Retain up to high, because a small pilot: C.2.5 Objective C.2.5 |")
                .doesNotContain("### Overdue");
    }

    @Test
    void foreign_text_stays_text() {
        ResidualProfile profile = profile("<script>|`x`\u202E[a](b)\n# h", false);
        Treatment hostile = new Treatment.Share(FAIRNESS, "a|b", "<img src=x>", DAY, "[link](javascript:alert)\u0007");

        String text = MARKDOWN.decided(profile, TreatmentPlan.of(profile, List.of(hostile), RiskLevel.LOW));

        assertThat(text)
                .doesNotContainPattern("(?<!\\\\)<script")
                .doesNotContainPattern("(?<!\\\\)<img")
                .doesNotContain("\n# h")
                .doesNotContain("\u202E")
                .doesNotContain("\u0007")
                .contains("a\\|b")
                .contains("\\<img");
    }
}
