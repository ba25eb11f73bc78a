package io.aims.examples.reasoning;

import static io.aims.system.automation.AutomationLevel.HIGH_AUTOMATION;
import static io.aims.system.people.DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;

import io.aims.Aims;
import io.aims.control.ControlId;
import io.aims.evaluation.PossibleResults;
import io.aims.system.AiSystem;

/** Tells what a system of which little is known may still come to. */
public final class BoundsExample {

    private BoundsExample() {}

    /**
     * Shows what two answers settle, and what they leave possible.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        try (Aims aims = Aims.standard()) {
            AiSystem system = AiSystem.named("loan-scoring")
                    .answer(AUTOMATION_LEVEL, HIGH_AUTOMATION)
                    .answer(DECISION_EFFECT, LEGAL_OR_SIMILARLY_SIGNIFICANT)
                    .build();

            PossibleResults possible = aims.evaluate(system).bounds();
            System.out.println(possible.level());
            System.out.println(possible.statuses().get(new ControlId("A.5.4")));
            System.out.println(possible.statuses().get(new ControlId("A.9.2")));
            System.out.println(possible.statuses().get(new ControlId("A.6.2.7")));
        }
    }
}
