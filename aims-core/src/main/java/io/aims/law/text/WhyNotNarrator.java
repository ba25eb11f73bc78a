package io.aims.law.text;

import io.aims.law.Classification;
import io.aims.law.LegalChange;
import io.aims.law.LegalStep;
import io.aims.law.LegalWhyNot;
import io.aims.reasoning.internal.Phrases;
import io.aims.rule.Truth;
import io.aims.text.Quoted;
import io.aims.treatment.assessment.Narrative;

/** Tells why something that a law speaks of is not so. */
final class WhyNotNarrator {

    private WhyNotNarrator() {}

    static Narrative tell(LegalWhyNot whyNot, Classification classification) {
        String title = Phrases.withinSentence(Quoted.whole(whyNot.title()))
                + (whyNot.article().isEmpty() ? "" : " (" + Quoted.whole(whyNot.article()) + ")");
        Blocks out = new Blocks()
                .heading(
                        1,
                        "Why not " + title + ": "
                                + Quoted.whole(classification.system().name()));
        if (whyNot.holds()) {
            return out.paragraph("It is so already: there is nothing against it.")
                    .narrative();
        }
        out.paragraph(
                whyNot.truth() == Truth.FALSE ? "By what is known it is not so." : "It is not known whether it is so.");
        out.heading(2, whyNot.truth() == Truth.FALSE ? "What stands against it" : "What leaves it open");
        for (LegalStep step : whyNot.against()) {
            if (!step.facts().isEmpty()) {
                out.item(
                        step.article().isEmpty() ? step.id().value() : Quoted.whole(step.article()),
                        Quoted.whole(step.title()) + ": " + LegalWords.of(step.truth()) + " ("
                                + LegalWords.of(step.facts()) + ")");
            }
        }
        if (!whyNot.isReachable()) {
            return out.paragraph("No other answers were found that would make it so"
                            + classification.asOf().map(day -> " on " + day).orElse("") + ".")
                    .narrative();
        }
        out.heading(2, "What would have to be otherwise");
        whyNot.changes().forEach(change -> out.item("", change(change)));
        return out.paragraph(
                        whyNot.changes().size() == 1
                                ? "This alone would make it so."
                                : "All of this together would make it so, and none of it can be left out.")
                .narrative();
    }

    private static String change(LegalChange change) {
        String now =
                change.present().map(answer -> "now " + Phrases.words(answer)).orElse("now not known");
        return Quoted.whole(change.entry().question()) + " "
                + Phrases.capitalised(Phrases.words(change.needed())) + " (" + now
                + (change.isPossible() ? ": to be found out" : "") + "). ["
                + change.entry().characteristic().id() + "]";
    }
}
