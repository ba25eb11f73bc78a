package io.aims.law.text;

import io.aims.law.Classification;
import io.aims.law.ClassificationDiff;
import io.aims.law.LegalWhyNot;
import io.aims.reasoning.proof.Detail;
import io.aims.treatment.assessment.Narrative;

/**
 * What a law says of a system, in sentences that are the same in every format.
 *
 * <pre>{@code
 * System.out.print(LegalNarrative.of(classification, Detail.SHORT).text());
 * }</pre>
 *
 * @since 0.1
 */
public final class LegalNarrative {

    private LegalNarrative() {}

    /**
     * Tells a classification: the class, why, what would decide, what is owed, and what is uncertain.
     *
     * @param classification the classification
     * @param detail how much to tell
     * @return the sentences
     */
    public static Narrative of(Classification classification, Detail detail) {
        return new ClassificationNarrator(classification, detail).tell();
    }

    /**
     * Tells why a system is not in a class, or why a proposition does not hold or a duty is not owed, and what would have to
     * be otherwise.
     *
     * @param whyNot what stands against it
     * @param classification the classification that was asked
     * @return the sentences
     */
    public static Narrative of(LegalWhyNot whyNot, Classification classification) {
        return WhyNotNarrator.tell(whyNot, classification);
    }

    /**
     * Tells what differs between two classifications.
     *
     * @param diff the difference
     * @return the sentences
     */
    public static Narrative of(ClassificationDiff diff) {
        return DiffNarrator.tell(diff);
    }
}
