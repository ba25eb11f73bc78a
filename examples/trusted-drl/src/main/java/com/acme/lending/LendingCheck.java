package com.acme.lending;

import static io.aims.system.automation.AutomationLevel.HIGH_AUTOMATION;
import static io.aims.system.people.DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.OutsideFinding;
import io.aims.rules.RulePacks;
import io.aims.rules.trusted.TrustedRules;
import io.aims.system.AiSystem;

/** Evaluates a system by the standard pack and, beside it, by the rules of the bank. */
public final class LendingCheck {

    private LendingCheck() {}

    /**
     * Prints what the bank's own rules find in a system.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        // GUIDE
        TrustedRules lending = TrustedRules.of(
                "acme-lending",
                "1.0.0",
                LendingCheck.class.getClassLoader(),
                "io.aims", // group and artifact of the project that holds the .drl
                "aims-example-trusted-drl");

        try (Aims aims =
                Aims.builder().packs(RulePacks.standard()).trustedRules(lending).build()) {
            AiSystem system = AiSystem.named("loan-scoring")
                    .answer(AUTOMATION_LEVEL, HIGH_AUTOMATION)
                    .answer(DECISION_EFFECT, LEGAL_OR_SIMILARLY_SIGNIFICANT)
                    .build();
            Evaluation evaluation = aims.evaluate(system);

            System.out.println(evaluation.level()); // by the standard pack alone
            for (OutsideFinding finding : evaluation.outside()) {
                System.out.println(finding.id() + " " + finding.status() + ": " + finding.title() + " "
                        + finding.controls() + ", by " + finding.rules().id());
            }
        }
        // GUIDE
    }
}
