package com.example.registry;

import static io.aims.system.vocabulary.Characteristics.AFFECTED_REACH;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.CONTINUOUS_LEARNING;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;
import static io.aims.system.vocabulary.Characteristics.LOGIC_ORIGIN;

import io.aims.system.AiSystem;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.people.AffectedReach;
import io.aims.system.people.DecisionEffect;
import io.aims.system.technique.ContinuousLearning;
import io.aims.system.technique.LogicOrigin;
import java.util.Map;

/**
 * What the team that trained a model has entered about it, in the words of this application.
 *
 * @param model the id of the model
 * @param fields the fields filled in; who leaves one empty says nothing about it
 */
public record ModelCard(String model, Map<Field, String> fields) {

    /** A field of the form. */
    public enum Field {
        /** {@code person} or {@code model}: who acts. */
        WHO_ACTS,
        /** {@code never} or {@code nightly}: when it is trained again. */
        TRAINED_AGAIN,
        /** {@code staff} or {@code customers}: whom it is about. */
        ABOUT_WHOM,
        /** {@code offer} or {@code contract}: what depends on it for a person. */
        AT_STAKE
    }

    /** Copies the fields. */
    public ModelCard {
        fields = Map.copyOf(fields);
    }

    /**
     * Translates the card. What is certain is answered exactly, what the form leaves open as a bound, and an empty field not
     * at all: an unknown is not a "no".
     *
     * @return the description that AIMS evaluates
     */
    public AiSystem describe() {
        AiSystem.Builder system = AiSystem.named(model).answer(LOGIC_ORIGIN, LogicOrigin.MACHINE_LEARNED);
        fields.forEach((field, value) -> {
            switch (field) {
                case WHO_ACTS -> whoActs(system, value);
                case TRAINED_AGAIN ->
                    system.answer(
                            CONTINUOUS_LEARNING,
                            value.equals("never") ? ContinuousLearning.NONE : ContinuousLearning.SCHEDULED_RETRAINING);
                case ABOUT_WHOM ->
                    system.answer(
                            AFFECTED_REACH,
                            value.equals("staff") ? AffectedReach.INTERNAL_STAFF : AffectedReach.EXTERNAL_INDIVIDUALS);
                case AT_STAKE ->
                    system.answer(
                            DECISION_EFFECT,
                            value.equals("offer")
                                    ? DecisionEffect.MINOR
                                    : DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT);
            }
        });
        return system.build();
    }

    /** The form does not tell how much runs by itself, only whether a person acts in the end. */
    private static void whoActs(AiSystem.Builder system, String value) {
        if (value.equals("person")) {
            system.atMost(AUTOMATION_LEVEL, AutomationLevel.PARTIAL_AUTOMATION);
        } else {
            system.atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION);
        }
    }
}
