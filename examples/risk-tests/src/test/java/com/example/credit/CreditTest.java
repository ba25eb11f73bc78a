package com.example.credit;

import static io.aims.evaluation.Priority.HIGH;
import static io.aims.system.automation.HumanOversightMode.NONE;
import static io.aims.system.vocabulary.Characteristics.HUMAN_OVERSIGHT_MODE;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.error.AimsException;
import io.aims.risk.RiskLevel;
import io.aims.system.AiSystem;
import io.aims.testing.AssertionsByRules;
import io.aims.testing.junit.AimsSystem;
import io.aims.testing.junit.UsingAims;
import org.junit.jupiter.api.Test;

@UsingAims(CreditRules.class)
class CreditTest {

    @Test
    void decisive_output_needs_processes_for_responsible_use(
            @AimsSystem("portfolio/credit.yaml") AiSystem credit, AssertionsByRules rules) {
        rules.assertThat(credit)
                .requires("A.9.2")
                .because("ADM-05")
                .withPriorityAtLeast(HIGH)
                .and()
                .raises("C.3.3")
                .and()
                .threatens("C.2.5")
                .atLeast(RiskLevel.HIGH)
                .and()
                .doesNotFind("CR-1");
    }

    @Test
    void without_review_before_effect_another_rule_holds(
            @AimsSystem("portfolio/credit.yaml") AiSystem credit, AssertionsByRules rules) {
        rules.assertThat(credit).doesNotFind("INT-22");
        rules.assertThat(credit.with(HUMAN_OVERSIGHT_MODE, NONE)).finds("INT-22");
    }

    @Test
    void nobody_has_said_yet_who_receives_the_system(
            @AimsSystem("portfolio/credit.yaml") AiSystem credit, AssertionsByRules rules) {
        rules.assertThat(credit).leavesUndetermined("A.10.4").and().hasOpenQuestion("distributionScope");
    }

    @Test
    void a_slip_in_an_id_is_an_error(@AimsSystem("portfolio/credit.yaml") AiSystem credit, AssertionsByRules rules) {
        assertThatThrownBy(() -> rules.assertThat(credit).doesNotRequire("A.9.22"))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("Maybe you meant (A.9.2).");
    }
}
