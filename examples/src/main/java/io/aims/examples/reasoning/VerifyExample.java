package io.aims.examples.reasoning;

import static io.aims.system.automation.AutomationLevel.HIGH_AUTOMATION;
import static io.aims.system.people.DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;

import io.aims.Aims;
import io.aims.interchange.EvaluationReader;
import io.aims.interchange.EvaluationWriter;
import io.aims.reasoning.verification.StoredEvaluation;
import io.aims.reasoning.verification.Verification;
import io.aims.system.AiSystem;
import java.util.List;

/** Stores a result, alters it, and finds out where. */
public final class VerifyExample {

    private VerifyExample() {}

    /**
     * Verifies a stored result as it was written, and as somebody made it look better.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        try (Aims aims = Aims.standard()) {
            AiSystem system = AiSystem.named("loan-scoring")
                    .answer(AUTOMATION_LEVEL, HIGH_AUTOMATION)
                    .answer(DECISION_EFFECT, LEGAL_OR_SIMILARLY_SIGNIFICANT)
                    .build();
            EvaluationWriter writer = new EvaluationWriter(aims.criteria().limits(), EvaluationWriter.Layout.ONE_LINE);
            String stored = writer.text(aims.evaluate(system));
            String better = stored.replaceFirst("\"status\":\"REQUIRED\"", "\"status\":\"NOT_REQUIRED\"");

            for (String json : List.of(stored, better)) {
                StoredEvaluation result = new EvaluationReader().read("result.json", json);
                Verification verification = aims.verify(result, system);
                System.out.println(verification.holds());
                verification.discrepancies().forEach(System.out::println);
            }
        }
    }
}
