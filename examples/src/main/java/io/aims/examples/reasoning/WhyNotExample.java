package io.aims.examples.reasoning;

import static io.aims.system.data.PersonalDataCategory.PERSONAL;
import static io.aims.system.vocabulary.Characteristics.BIOMETRIC_FUNCTIONS;
import static io.aims.system.vocabulary.Characteristics.PERSONAL_DATA_CATEGORY;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.reasoning.proof.NearMiss;
import io.aims.reasoning.proof.WhyNot;
import io.aims.rule.RuleId;
import io.aims.system.AiSystem;

/** Why a rule does not hold, and what would make it hold. Its code stands in the guide. */
public final class WhyNotExample {

    private WhyNotExample() {}

    /**
     * Asks why not, and applies the answer.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        try (Aims aims = Aims.standard()) {
            AiSystem system = AiSystem.named("door")
                    .none(BIOMETRIC_FUNCTIONS)
                    .answer(PERSONAL_DATA_CATEGORY, PERSONAL)
                    .build();

            Evaluation evaluation = aims.evaluate(system);
            WhyNot whyNot = aims.whyNot(evaluation, new RuleId("INT-15"));
            System.out.print(whyNot);

            NearMiss nearest = whyNot.nearMisses().get(0);
            Evaluation changed = aims.evaluate(nearest.applyTo(system));
            System.out.println(changed.finding(new RuleId("INT-15")).orElseThrow());
        }
    }
}
