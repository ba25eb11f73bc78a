package io.aims.law.text;

import io.aims.law.Classification;
import io.aims.law.ClassificationDiff;
import io.aims.law.DutyResult;
import io.aims.law.PropositionId;
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
                .filter(change -> isTold(
                        change.after() == Truth.TRUE ? diff.after() : diff.before(),
                        change.proposition().id()))
                .toList();
        if (!told.isEmpty()) {
            out.heading(2, "What the law would find");
            told.forEach(change -> out.item(
                    Quoted.whole(change.proposition().article()),
                    Quoted.whole(change.proposition().title()) + ": " + LegalWords.of(change.after()) + ", was "
                            + LegalWords.of(change.before())));
        }
    }

    /** Tells whether a proposition that holds rests on facts itself, and not only on others that are told. */
    private static boolean isTold(Classification classification, PropositionId id) {
        return classification.steps(id).stream()
                .filter(step -> step.id().equals(id))
                .anyMatch(LegalWords::isTold);
    }

    private static void duties(ClassificationDiff diff, Blocks out) {
        if (diff.duties().isEmpty()) {
            return;
        }
        out.heading(2, "What would be owed");
        int freed = 0;
        int opened = 0;
        for (ClassificationDiff.DutyChange change : diff.duties()) {
            DutyResult after = change.after();
            if (change.before().owed() == Truth.TRUE || after.owed() == Truth.TRUE) {
                out.item(
                        Phrases.capitalised(owed(after)) + ", was " + owed(change.before()),
                        Quoted.whole(after.duty().about()) + " ("
                                + Quoted.whole(after.duty().article()) + ")");
            } else if (change.before().owed() != after.owed()) {
                freed += after.owed() == Truth.FALSE ? 1 : 0;
                opened += after.owed() == Truth.UNDETERMINED ? 1 : 0;
            }
        }
        if (freed > 0) {
            out.item(
                    "",
                    "Of " + Phrases.count(freed, "other duty", "other duties")
                            + " it would be known that they are not owed.");
        }
        if (opened > 0) {
            out.item("", "Of " + Phrases.count(opened, "other duty", "other duties") + " it would be open.");
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
