package io.aims.treatment.assessment;

import io.aims.source.Clause;
import io.aims.text.Quoted;

/** Tells a profile of clauses in sentences. */
final class ClauseNarrator {

    private ClauseNarrator() {}

    static Narrative tell(ClauseProfile profile) {
        Narrative.Builder out = new Narrative.Builder()
                .heading(1, "What evaluations evidence of clauses 4 to 10")
                .paragraph(profile.sentence())
                .paragraph(
                        "That a clause is evidenced means that the evaluations are the evidence an auditor would ask for,"
                                + " not that the organisation conforms. What it does outside of evaluations is not seen here.");
        for (ClauseEvidence evidence : profile.clauses()) {
            Clause clause = evidence.clause();
            String title = clause.id() + " " + Quoted.whole(clause.title()) + ": " + evidence.word();
            if (clause.parent().isEmpty()) {
                out.heading(2, title);
            } else if (evidence.isHeading()) {
                out.heading(3, title);
            } else {
                out.item("", title + ". " + Quoted.whole(clause.summary()));
            }
            evidence.needs().forEach(need -> out.item(word(need.extent()), need.sentence(), 1));
            evidence.tells().forEach(told -> out.item("Besides", told.sentence(), 1));
            if (evidence.isAtMostPart()) {
                out.item("Outside", "Evaluations are a part of the evidence at most.", 1);
            }
            if (!evidence.isHeading() && evidence.needs().isEmpty()) {
                out.item("Outside", Quoted.whole(clause.contribution()) + ".", 1);
            }
        }
        return out.build();
    }

    private static String word(AtHand.Extent extent) {
        return switch (extent) {
            case ALL -> "At hand";
            case SOME -> "In part";
            case NONE -> "Missing";
        };
    }
}
