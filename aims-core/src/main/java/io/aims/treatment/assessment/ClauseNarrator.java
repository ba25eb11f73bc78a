package io.aims.treatment.assessment;

import io.aims.source.Clause;

/** Tells a profile of clauses in sentences. */
final class ClauseNarrator {

    private ClauseNarrator() {}

    static Narrative tell(ClauseProfile profile) {
        Narrative.Builder out = new Narrative.Builder()
                .heading(1, "What the evaluations evidence of the clauses")
                .paragraph("Evidenced: " + profile.count(Clause.Evidence.FULL) + "; in part: "
                        + profile.count(Clause.Evidence.PARTIAL) + "; not: " + profile.count(Clause.Evidence.NO) + ".");
        return out.build();
    }
}
