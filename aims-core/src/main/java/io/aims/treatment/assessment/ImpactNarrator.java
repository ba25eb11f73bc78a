package io.aims.treatment.assessment;

/** Tells a draft in sentences. */
final class ImpactNarrator {

    private ImpactNarrator() {}

    static Narrative tell(ImpactAssessment draft) {
        return new Narrative.Builder()
                .heading(1, draft.evaluation().system().name())
                .build();
    }
}
