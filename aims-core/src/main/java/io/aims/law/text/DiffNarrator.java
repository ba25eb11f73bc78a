package io.aims.law.text;

import io.aims.law.Classification;
import io.aims.law.ClassificationDiff;
import io.aims.law.DutyResult;
import io.aims.reasoning.internal.Phrases;
import io.aims.rule.Truth;
import io.aims.text.Quoted;
import io.aims.treatment.assessment.Narrative;

/** Tells what differs between two classifications. */
final class DiffNarrator {

    private DiffNarrator() {}

    static Narrative tell(ClassificationDiff diff) {
        Classification before = diff.before();
        Classification after = diff.after();
        Blocks out = new Blocks().heading(1, Quoted.whole(after.system().name()) + ": what would change");
        if (diff.isEmpty()) {
            return out.paragraph("Nothing: class, duties and everything below them stay as they are.")
                    .narrative();
        }
        if (after.stops() != before.stops()) {
            out.item(after.stops() ? "STOP" : "", after.stops() ? LegalWords.STOP : "The stop falls away.");
        }
        String was = LegalWords.verdict(before);
        String is = LegalWords.verdict(after);
        out.paragraph(
                was.equals(is)
                        ? "The class stays: " + Phrases.withinSentence(is) + "."
                        : "Was: " + Phrases.withinSentence(was) + ". Would be: " + Phrases.withinSentence(is) + ".");
        if (before.applies() != after.applies()) {
            out.paragraph("Whether what follows from the class applies: was " + LegalWords.of(before.applies())
                    + ", would be " + LegalWords.of(after.applies()) + ".");
        }
        if (!diff.propositions().isEmpty()) {
            out.heading(2, "What the law would find");
            diff.propositions().stream()
                    .filter(change -> !change.proposition().article().isEmpty())
                    .forEach(change -> out.item(
                            Quoted.whole(change.proposition().article()),
                            Quoted.whole(change.proposition().title()) + ": was " + LegalWords.of(change.before())
                                    + ", would be " + LegalWords.of(change.after())));
        }
        if (!diff.duties().isEmpty()) {
            out.heading(2, "What would be owed");
            diff.duties()
                    .forEach(change -> out.item(
                            Quoted.whole(change.after().duty().article()),
                            Quoted.whole(change.after().duty().about()) + " Was " + owed(change.before())
                                    + ", would be " + owed(change.after()) + "."));
        }
        return out.narrative();
    }

    private static String owed(DutyResult result) {
        return switch (result.owed()) {
            case TRUE -> result.applies() == Truth.TRUE ? "owed and binding" : "owed";
            case UNDETERMINED -> "not known";
            case FALSE -> "not owed";
        };
    }
}
