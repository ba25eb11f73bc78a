package io.aims.examples.law;

import static io.aims.system.identity.Jurisdiction.EU;
import static io.aims.system.vocabulary.Characteristics.JURISDICTIONS;

import io.aims.Aims;
import io.aims.law.Classification;
import io.aims.system.AiSystem;
import java.time.LocalDate;

/** Which classes are still possible, and what to ask. Its code stands in the guide. */
public final class ClassifyExample {

    private ClassifyExample() {}

    /**
     * Classifies a system of which little is known.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        try (Aims aims = Aims.standard()) {
            AiSystem system = AiSystem.named("chat").exactly(JURISDICTIONS, EU).build();

            Classification classification = aims.classify(system, "eu-ai-act", LocalDate.of(2026, 11, 27));
            classification.possible().forEach(System.out::println);
            System.out.println("Stop: " + classification.stops());
            System.out.println(classification.questions().get(0).question());
        }
    }
}
