package io.aims.examples.reasoning;

import static io.aims.system.automation.AutomationLevel.HIGH_AUTOMATION;
import static io.aims.system.identity.AimsRole.AI_CUSTOMER;
import static io.aims.system.people.DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT;
import static io.aims.system.technique.Explainability.OPAQUE;
import static io.aims.system.vocabulary.Characteristics.AIMS_ROLES;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;
import static io.aims.system.vocabulary.Characteristics.EXPLAINABILITY;

import io.aims.Aims;
import io.aims.control.ControlId;
import io.aims.evaluation.Evaluation;
import io.aims.reasoning.proof.ControlProof;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Explanation;
import io.aims.system.AiSystem;

/** Why a control is required. Its code stands in the guide. */
public final class ProofExample {

    private ProofExample() {}

    /**
     * Explains a control.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        try (Aims aims = Aims.standard()) {
            AiSystem system = AiSystem.named("loan-scoring")
                    .answer(AIMS_ROLES, AI_CUSTOMER)
                    .answer(AUTOMATION_LEVEL, HIGH_AUTOMATION)
                    .answer(DECISION_EFFECT, LEGAL_OR_SIMILARLY_SIGNIFICANT)
                    .answer(EXPLAINABILITY, OPAQUE)
                    .build();

            Evaluation evaluation = aims.evaluate(system);
            ControlProof proof = aims.explain(evaluation, new ControlId("A.9.3"));

            System.out.print(Explanation.of(proof, Detail.SHORT).text()); // or markdown()
            proof.facts().forEach(fact -> System.out.println(fact.test())); // what it rests on
        }
    }
}
