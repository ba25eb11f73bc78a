package io.aims.treatment.statement;

import io.aims.control.ControlId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What differs between two statements: rows whose conclusion, reasons, status or decision changed, systems that joined or left
 * the scope, decisions that ended. Only what differs is listed. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.3, 6.3
 * @since 0.1
 */
public final class StatementDiff {

    private final StatementOfApplicability before;
    private final StatementOfApplicability after;
    private final List<RowChange> rows;
    private final List<ScopedSystem> joined;
    private final List<ScopedSystem> left;
    private final List<ScopedSystem> changed;

    private StatementDiff(StatementOfApplicability before, StatementOfApplicability after) {
        this.before = before;
        this.after = after;
        this.rows = rows(before, after);
        Map<String, ScopedSystem> was = byId(before);
        Map<String, ScopedSystem> now = byId(after);
        this.joined = only(after, system -> !was.containsKey(system.id()));
        this.left = only(before, system -> !now.containsKey(system.id()));
        this.changed = only(after, system -> was.containsKey(system.id()) && !system.equals(was.get(system.id())));
    }

    /**
     * Compares two statements, derived or read from files.
     *
     * @param before a statement
     * @param after another one
     * @return what differs
     */
    public static StatementDiff between(StatementOfApplicability before, StatementOfApplicability after) {
        return new StatementDiff(before, after);
    }

    private static List<RowChange> rows(StatementOfApplicability before, StatementOfApplicability after) {
        Map<ControlId, StatementEntry> was =
                before.entries().stream().collect(Collectors.toMap(StatementEntry::control, Function.identity()));
        Map<ControlId, StatementEntry> now =
                after.entries().stream().collect(Collectors.toMap(StatementEntry::control, Function.identity()));
        TreeSet<ControlId> controls = new TreeSet<>(was.keySet());
        controls.addAll(now.keySet());
        List<RowChange> rows = new ArrayList<>();
        for (ControlId control : controls) {
            RowChange change = new RowChange(control, was.get(control), now.get(control));
            if (!change.kinds().isEmpty()) {
                rows.add(change);
            }
        }
        return List.copyOf(rows);
    }

    private static Map<String, ScopedSystem> byId(StatementOfApplicability statement) {
        Map<String, ScopedSystem> byId = new TreeMap<>();
        statement.systems().forEach(system -> byId.put(system.id(), system));
        return byId;
    }

    private static List<ScopedSystem> only(StatementOfApplicability statement, Predicate<ScopedSystem> wanted) {
        return statement.systems().stream().filter(wanted).toList();
    }

    /**
     * Returns the statement from which the difference leads.
     *
     * @return the statement before
     */
    public StatementOfApplicability before() {
        return before;
    }

    /**
     * Returns the statement to which the difference leads.
     *
     * @return the statement after
     */
    public StatementOfApplicability after() {
        return after;
    }

    /**
     * Returns the rows that differ.
     *
     * @return the rows, sorted by control
     */
    public List<RowChange> rows() {
        return rows;
    }

    /**
     * Returns the row of a control, if it differs.
     *
     * @param control a control
     * @return empty if nothing about it changed
     */
    public Optional<RowChange> row(ControlId control) {
        return rows.stream().filter(row -> row.control().equals(control)).findFirst();
    }

    /**
     * Returns the systems that joined the scope.
     *
     * @return the systems, sorted by id
     */
    public List<ScopedSystem> joined() {
        return joined;
    }

    /**
     * Returns the systems that left the scope.
     *
     * @return the systems, sorted by id
     */
    public List<ScopedSystem> left() {
        return left;
    }

    /**
     * Returns the systems of which facts, name, evaluation or states differ.
     *
     * @return the systems as they are after, sorted by id
     */
    public List<ScopedSystem> changed() {
        return changed;
    }

    /**
     * Tells whether the statements rest on other packs, vocabulary, catalogue or criteria.
     *
     * @return {@code true} if a row may differ for that reason alone
     */
    public boolean isOtherBasis() {
        return !before.basis().equals(after.basis()) || !before.title().equals(after.title());
    }

    /**
     * Tells whether the statements are for different days.
     *
     * @return {@code true} if the day differs, or only one of them is for a day
     */
    public boolean isOtherDay() {
        return !before.asOf().equals(after.asOf());
    }

    /**
     * Tells whether nothing differs.
     *
     * @return {@code true} exactly if the statements are equal
     */
    public boolean isEmpty() {
        return before.equals(after);
    }

    /**
     * Returns the difference as plain text.
     *
     * @return lines, each with a line end
     */
    public String text() {
        return new StatementDiffText(this).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatementDiff that && before.equals(that.before) && after.equals(that.after);
    }

    @Override
    public int hashCode() {
        return 31 * before.hashCode() + after.hashCode();
    }

    /**
     * Returns the difference as plain text.
     *
     * @return the same as {@link #text()}
     */
    @Override
    public String toString() {
        return text();
    }
}
