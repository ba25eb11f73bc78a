package io.aims.law.text;

import io.aims.law.Classification;
import io.aims.law.ClassificationDiff;
import io.aims.law.DutyResult;
import io.aims.reasoning.internal.Phrases;
import io.aims.rule.Truth;
import io.aims.text.Quoted;
import io.aims.treatment.assessment.Narrative;
import java.util.List;

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
        propositions(diff, out);
        duties(diff, out);
        out.heading(2, "What this is");
        LegalWords.limits(after).forEach(out::paragraph);
        return out.narrative();
    }

    private static void propositions(ClassificationDiff diff, Blocks out) {
        List<ClassificationDiff.PropositionChange> told = diff.propositions().stream()
                .filter(change -> change.before() == Truth.TRUE || change.after() == Truth.TRUE)
                .filter(change -> !change.proposition().article().isEmpty())
                .toList();
        if (!told.isEmpty()) {
            out.heading(2, "What the law would find");
            told.forEach(change -> out.item(
                    Quoted.whole(change.proposition().article()),
                    Quoted.whole(change.proposition().title()) + ": " + LegalWords.of(change.after()) + ", was "
                            + LegalWords.of(change.before())));
        }
    }

    private static void duties(ClassificationDiff diff, Blocks out) {
        if (diff.duties().isEmpty()) {
            return;
        }
        out.heading(2, "What would be owed");
        int others = 0;
        for (ClassificationDiff.DutyChange change : diff.duties()) {
            if (change.before().owed() == Truth.TRUE || change.after().owed() == Truth.TRUE) {
                out.item(
                        Phrases.capitalised(owed(change.after())) + ", was " + owed(change.before()),
                        Quoted.whole(change.after().duty().about()) + " ("
                                + Quoted.whole(change.after().duty().article()) + ")");
            } else {
                others++;
            }
        }
        if (others > 0) {
            out.item(
                    "",
                    Phrases.count(others, "other duty", "other duties") + " would be settled or opened: "
                            + diff.duties().stream()
                                    .filter(change -> change.after().owed() == Truth.FALSE)
                                    .count()
                            + " would not be owed.");
        }
    }

    private static String owed(DutyResult result) {
        return switch (result.owed()) {
            case TRUE -> result.applies() == Truth.TRUE ? "owed and binding" : "owed";
            case UNDETERMINED -> "not known";
            case FALSE -> "not owed";
        };
    }
}
