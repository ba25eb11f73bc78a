package io.aims.report.internal.view;

import io.aims.evaluation.Basis;
import io.aims.report.internal.page.Frame;
import io.aims.report.internal.page.Words;
import io.aims.report.internal.sheet.Cell;
import io.aims.risk.Range;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.CountedState;
import io.aims.treatment.statement.CountedDecision;
import io.aims.treatment.statement.ReusableEvidence;
import io.aims.treatment.statement.RowChange;
import io.aims.treatment.statement.Said;
import io.aims.treatment.statement.ScopedSystem;
import io.aims.treatment.statement.StatementDiff;
import io.aims.treatment.statement.StatementEntry;
import io.aims.treatment.statement.StatementOfApplicability;
import io.aims.treatment.statement.TreatedRisk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every format of a statement says alike, line by line. Texts of others stand in it as they were given.
 *
 * @param statement the statement
 * @param changes what is otherwise than in an earlier statement; empty if it is compared with none
 */
public record StatementLines(StatementOfApplicability statement, List<Change> changes) {

    private static final int MOST_NAMES = 50;

    /**
     * A difference to an earlier statement.
     *
     * @param subject the id of a control, or what else changed
     * @param sentences what was and what is
     */
    public record Change(String subject, List<String> sentences) {

        /** Copies the sentences. */
        public Change {
            sentences = List.copyOf(sentences);
        }
    }

    /** Copies the changes. */
    public StatementLines {
        changes = List.copyOf(changes);
    }

    /**
     * Prepares a statement that is compared with no other.
     *
     * @param statement the statement
     * @return its lines
     */
    public static StatementLines of(StatementOfApplicability statement) {
        return new StatementLines(statement, List.of());
    }

    /**
     * Prepares a statement with what changed.
     *
     * @param diff the difference to an earlier statement
     * @return the lines of the later one
     */
    public static StatementLines of(StatementDiff diff) {
        List<Change> changes = new ArrayList<>();
        if (diff.isOtherDay()) {
            changes.add(new Change("Day", List.of("Was " + day(diff.before()) + ", is " + day(diff.after()) + ".")));
        }
        if (diff.isOtherBasis()) {
            changes.add(
                    new Change("Basis", List.of("The rules, the vocabulary, the catalogue or the criteria differ.")));
        }
        scope("Joined the scope", diff.joined(), changes);
        scope("Left the scope", diff.left(), changes);
        // Seals hold day and basis: where these differ, every system differs.
        if (!diff.isOtherDay() && !diff.isOtherBasis()) {
            scope("Facts or states changed", diff.changed(), changes);
        }
        for (RowChange row : diff.rows()) {
            changes.add(new Change(row.control() + " " + row.title(), row.sentences()));
        }
        return new StatementLines(diff.after(), changes);
    }

    private static String day(StatementOfApplicability statement) {
        return statement.asOf().map(LocalDate::toString).orElse("not given");
    }

    private static void scope(String what, List<ScopedSystem> systems, List<Change> changes) {
        if (!systems.isEmpty()) {
            List<String> names = systems.stream()
                    .map(system -> system.name() + " (" + system.id() + ")")
                    .toList();
            changes.add(new Change(what, Cell.atMost(MOST_NAMES, names, "system", "systems")));
        }
    }

    /**
     * Returns how far a control is in place, in the fewest words. What may not be there at all is not known.
     *
     * @param entry a row
     * @return for example {@code implemented}, {@code partial to implemented}, {@code not known} or {@code not applicable}
     */
    public static String stage(StatementEntry entry) {
        return isUnknown(entry) ? "not known" : entry.implementation().words();
    }

    /**
     * Tells whether a control may not be there at all, and may be there at least in part.
     *
     * @param entry a row
     * @return {@code false} if it applies nowhere
     */
    public static boolean isUnknown(StatementEntry entry) {
        return entry.implementation()
                .stage()
                .filter(stage -> stage.low() == Stage.NOT_IMPLEMENTED && !stage.isExact())
                .isPresent();
    }

    /**
     * Returns how far a control is in place. Why it counts for less than was said stands among the remarks.
     *
     * @param entry a row
     * @return lines, at least one
     */
    public List<String> status(StatementEntry entry) {
        List<String> lines = new ArrayList<>();
        lines.add(stage(entry));
        entry.implementation()
                .stage()
                .map(Range::high)
                .filter(most -> isUnknown(entry) && most != Stage.EFFECTIVE)
                .ifPresent(most -> lines.add("at most " + Words.within(most)));
        if (entry.implementation().stage().isEmpty()) {
            return lines;
        }
        int suppliers = entry.implementation().bySupplier();
        if (suppliers > 0) {
            lines.add("performed by a supplier" + forSystems(suppliers));
        }
        if (statement.systems().size() > 1) {
            entry.implementation().heldBack().stream()
                    .filter(held -> held.reason() == CountedState.Reason.NOTHING_SAID)
                    .forEach(held -> lines.add("nothing is said of it for " + systems(held.systems())));
        }
        return lines;
    }

    private String forSystems(int systems) {
        return statement.systems().size() == 1 ? "" : " (" + systems(systems) + ")";
    }

    /**
     * Returns what is said in one respect, with the systems where it differs.
     *
     * @param said what is said
     * @return one line for each text
     */
    public static List<String> said(Said said) {
        boolean isAlone = said.texts().size() == 1 && said.others() == 0;
        List<String> lines = new ArrayList<>();
        for (Said.Text text : said.texts()) {
            lines.add(
                    isAlone
                            ? text.text()
                            : text.text() + " (" + (text.ofOrganisation() ? "organisation" : systems(text.systems()))
                                    + ")");
        }
        if (said.others() > 0) {
            lines.add("something else (" + systems(said.others()) + ")");
        }
        return lines;
    }

    /**
     * Returns the decisions about a control that change nothing: the one that counts stands in the justification.
     *
     * @param entry a row
     * @return one sentence or two for each
     */
    public List<String> idleDecisions(StatementEntry entry) {
        return entry.decisions().stream()
                .filter(decision -> !decision.counts())
                .map(CountedDecision::sentence)
                .toList();
    }

    /**
     * Returns what may be reused of other frameworks, over all rows.
     *
     * @return the suggestions, sorted by control, the most useful first
     */
    public List<ReusableEvidence> reuse() {
        return statement.entries().stream()
                .flatMap(entry -> entry.reuse().stream())
                .toList();
    }

    /**
     * Returns the risks that a control treats.
     *
     * @param entry a row
     * @return one line for each objective
     */
    public static List<String> risks(StatementEntry entry) {
        return entry.risks().stream().map(TreatedRisk::sentence).toList();
    }

    /**
     * Returns when a control has to be looked at again, and whether that day has passed.
     *
     * @param entry a row
     * @return the day, or nothing
     */
    public List<String> review(StatementEntry entry) {
        return entry.implementation()
                .reviewBy()
                .map(day -> isPast(entry) ? List.of(day.toString(), "has passed") : List.of(day.toString()))
                .orElse(List.of());
    }

    /**
     * Tells whether a control had to be looked at before the day of the statement.
     *
     * @param entry a row
     * @return {@code true} if its review is overdue
     */
    public boolean isPast(StatementEntry entry) {
        @Nullable LocalDate today = statement.asOf().orElse(null);
        return today != null
                && entry.implementation().reviewBy().filter(today::isAfter).isPresent();
    }

    /**
     * Returns on what the statement rests.
     *
     * @return the day, each part with its version and the beginning of its fingerprint, and the seal
     */
    public List<Frame.Labelled> basis() {
        List<Frame.Labelled> parts = new ArrayList<>();
        parts.add(new Frame.Labelled(
                "Day", statement.asOf().map(LocalDate::toString).orElse("none: nothing in it has dates")));
        parts.addAll(parts(statement.basis()));
        parts.add(new Frame.Labelled("Seal", statement.seal()));
        return parts;
    }

    static List<Frame.Labelled> parts(Basis basis) {
        List<Frame.Labelled> parts = new ArrayList<>();
        parts.add(new Frame.Labelled("Catalogue", part(basis.catalogue())));
        basis.packs()
                .forEach(pack -> parts.add(new Frame.Labelled(
                        "Rules", pack.id() + " " + pack.version() + ", SHA-256 " + pack.fingerprint())));
        basis.packs()
                .forEach(pack -> pack.replaces()
                        .forEach(replaced -> parts.add(new Frame.Labelled(
                                "Not run",
                                "Rule " + replaced.rule() + ", which pack " + pack.id() + " replaces: "
                                        + replaced.why()))));
        parts.add(new Frame.Labelled("Risk criteria", part(basis.criteria())));
        parts.add(new Frame.Labelled("Vocabulary", part(basis.vocabulary())));
        return parts;
    }

    private static String part(Basis.Part part) {
        return part.id() + (part.version().isEmpty() ? "" : " " + part.version()) + ", SHA-256 " + part.fingerprint();
    }

    /**
     * Returns a number of systems with its noun.
     *
     * @param number a number
     * @return for example {@code 3 systems}
     */
    public static String systems(long number) {
        return grouped(number) + (number == 1 ? " system" : " systems");
    }

    /**
     * Returns a number as people read it.
     *
     * @param number a number
     * @return for example {@code 12,500}
     */
    public static String grouped(long number) {
        String digits = Long.toString(number);
        StringBuilder out = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            out.insert(at, ',');
        }
        return out.toString();
    }
}
