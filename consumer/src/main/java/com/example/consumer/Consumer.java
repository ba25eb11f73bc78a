package com.example.consumer;

import static io.aims.system.automation.AutomationLevel.HIGH_AUTOMATION;
import static io.aims.system.people.DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT;
import static io.aims.system.people.VulnerableGroup.ECONOMICALLY_DEPENDENT;
import static io.aims.system.technique.ContinuousLearning.SCHEDULED_RETRAINING;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.CONTINUOUS_LEARNING;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;
import static io.aims.system.vocabulary.Characteristics.VULNERABLE_GROUPS;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.Safeguard;
import io.aims.system.AiSystem;

/** The code of the README in an application that has one dependency: {@code io.aims:aims-rules}. */
public final class Consumer {

    private Consumer() {}

    /**
     * Evaluates a system of which little is known yet.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        // README
        Aims aims = Aims.standard(); // immutable, thread-safe: build it once
        AiSystem system = AiSystem.named("loan-scoring")
                .answer(AUTOMATION_LEVEL, HIGH_AUTOMATION)
                .answer(DECISION_EFFECT, LEGAL_OR_SIMILARLY_SIGNIFICANT)
                .atLeast(CONTINUOUS_LEARNING, SCHEDULED_RETRAINING) // maybe more
                .containing(VULNERABLE_GROUPS, ECONOMICALLY_DEPENDENT) // maybe others
                .build();

        Evaluation evaluation = aims.evaluate(system);

        System.out.println(evaluation.level()); // a range: not everything is known
        for (Safeguard needed : evaluation.safeguards()) {
            Finding reason = needed.reasons().get(0);
            System.out.println(needed.control() + " because: " + reason);
        }
        System.out.println(evaluation.openQuestions().get(0).question()); // what to find out next
        // README
    }
}
