package io.aims.treatment.statement;

import io.aims.reasoning.internal.Phrases;
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Tells the difference between two statements in short sentences. */
final class StatementDiffText {

    private static final int FEW = 5;

    private final StringBuilder out = new StringBuilder();

    StatementDiffText(StatementDiff diff) {
        if (diff.isEmpty()) {
            out.append("The statements are equal.\n");
            return;
        }
        out.append(headline(diff)).append('\n');
        if (diff.isOtherDay()) {
            line(
                    "  ",
                    "The day was " + day(diff.before().asOf()) + " and is "
                            + day(diff.after().asOf()) + ".");
        }
        if (diff.isOtherBasis()) {
            line("  ", "The statements rest on other packs, vocabulary, catalogue or criteria.");
        }
        systems("Joined the scope: ", diff.joined());
        systems("Left the scope: ", diff.left());
        systems("Changed: ", diff.changed());
        for (RowChange row : diff.rows()) {
            out.append('\n');
            line("", row.control() + " " + Quoted.whole(row.title()));
            row.sentences().forEach(sentence -> line("  ", sentence));
        }
    }

    private static String headline(StatementDiff diff) {
        long moved = diff.rows().stream()
                .filter(row -> row.kinds().contains(RowChange.Kind.APPLICABILITY))
                .count();
        return Phrases.count(diff.rows().size(), "row differs", "rows differ") + ", "
                + (moved == 0 ? "none" : String.valueOf(moved)) + " in whether the control is applicable.";
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("not given");
    }

    private void systems(String what, List<ScopedSystem> systems) {
        if (!systems.isEmpty()) {
            List<String> names = systems.stream()
                    .map(system -> Quoted.of(system.name()) + " (" + Quoted.of(system.id()) + ")")
                    .toList();
            line("  ", what + StatementWords.some(names, names.size(), FEW) + ".");
        }
    }

    private void line(String indent, String text) {
        out.append(indent).append(text).append('\n');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
