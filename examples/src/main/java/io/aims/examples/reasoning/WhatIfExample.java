package io.aims.examples.reasoning;

import static io.aims.system.automation.AutomationLevel.HIGH_AUTOMATION;
import static io.aims.system.automation.DecisionRole.ADVISORY;
import static io.aims.system.automation.DecisionRole.SOLE;
import static io.aims.system.people.DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;
import static io.aims.system.vocabulary.Characteristics.DECISION_ROLE;

import io.aims.Aims;
import io.aims.reasoning.change.EvaluationDiff;
import io.aims.reasoning.change.Trend;
import io.aims.system.AiSystem;

/** What would be gained if a person decided. Its code stands in the guide. */
public final class WhatIfExample {

    private WhatIfExample() {}

    /**
     * Supposes another answer.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        try (Aims aims = Aims.standard()) {
            AiSystem system = AiSystem.named("loan-scoring")
                    .answer(AUTOMATION_LEVEL, HIGH_AUTOMATION)
                    .answer(DECISION_ROLE, SOLE)
                    .answer(DECISION_EFFECT, LEGAL_OR_SIMILARLY_SIGNIFICANT)
                    .build();
            // guide
            EvaluationDiff diff = aims.whatIf(system) // the system itself stays as it is
                    .set(DECISION_ROLE, ADVISORY)
                    .diff();

            System.out.println(diff.has(Trend.BETTER) + ", " + diff.has(Trend.WORSE));
            System.out.print(diff.text());
            // guide
        }
    }
}
