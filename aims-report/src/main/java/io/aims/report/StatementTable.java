package io.aims.report;

import io.aims.report.internal.sheet.Cell;
import io.aims.report.internal.sheet.Sheet;
import io.aims.report.internal.view.StatementLines;
import io.aims.treatment.statement.ReusableEvidence;
import io.aims.treatment.statement.StatementEntry;
import io.aims.treatment.statement.StatementOfApplicability;
import java.util.ArrayList;
import java.util.List;

/** A statement as tables: one row for each control, and beside it on what it rests. */
final class StatementTable {

    private static final List<Sheet.Column> COLUMNS = List.of(
            new Sheet.Column("Control", 10),
            new Sheet.Column("Title", 26),
            new Sheet.Column("Applicable", 12),
            new Sheet.Column("Justification for inclusion or exclusion", 90),
            new Sheet.Column("Implementation status", 24),
            new Sheet.Column("How implemented", 38),
            new Sheet.Column("Risks treated", 46),
            new Sheet.Column("Evidence", 32),
            new Sheet.Column("From other frameworks", 60),
            new Sheet.Column("Owner", 20),
            new Sheet.Column("Review date", 13));

    private static final List<Sheet.Column> BASIS_COLUMNS =
            List.of(new Sheet.Column("Part", 22), new Sheet.Column("Entry", 34), new Sheet.Column("What it says", 110));

    private final StatementOfApplicability statement;
    private final StatementLines lines;
    private final List<String> limits;

    StatementTable(StatementOfApplicability statement, StatementLines lines, List<String> limits) {
        this.statement = statement;
        this.lines = lines;
        this.limits = limits;
    }

    Sheet controls() {
        return new Sheet(
                "Statement",
                COLUMNS,
                statement.entries().stream().map(this::row).toList());
    }

    private List<Cell> row(StatementEntry entry) {
        return List.of(
                Cell.of(entry.control().value()),
                Cell.of(entry.title()),
                Cell.of(entry.applicability().word()),
                new Cell(entry.justification().sentences()).and(entry.remarks()),
                new Cell(lines.status(entry)),
                new Cell(StatementLines.said(entry.implementation().how())),
                new Cell(StatementLines.risks(entry)),
                new Cell(StatementLines.said(entry.implementation().evidence())),
                new Cell(entry.reuseSentences()),
                new Cell(StatementLines.said(entry.implementation().owners())),
                new Cell(lines.review(entry)));
    }

    Sheet basis() {
        List<List<Cell>> rows = new ArrayList<>();
        statement.sentences().forEach(sentence -> add(rows, "Summary", "", sentence));
        lines.changes()
                .forEach(change ->
                        rows.add(List.of(Cell.of("Changed"), Cell.of(change.subject()), new Cell(change.sentences()))));
        statement
                .decisions()
                .forEach(decision ->
                        add(rows, "Decision", decision.decision().control().value(), decision.sentence()));
        statement
                .refusals()
                .forEach(fault -> add(rows, "Refused", fault.code(), fault.message() + " " + fault.advice()));
        lines.reuse().stream()
                .map(ReusableEvidence::suggestion)
                .forEach(row -> rows.add(List.of(
                        Cell.of("Reuse"),
                        Cell.of(row.control() + ", " + row.element()),
                        new Cell(List.of(row.reason(), row.citation())))));
        lines.basis().forEach(part -> add(rows, "Basis", part.label(), part.value()));
        statement.systems().forEach(system -> add(rows, "System in scope", system.id(), system.name()));
        limits.forEach(limit -> add(rows, "Limit of the method", "", limit));
        return new Sheet("Basis and limits", BASIS_COLUMNS, rows);
    }

    private static void add(List<List<Cell>> rows, String part, String entry, String text) {
        rows.add(List.of(Cell.of(part), Cell.of(entry), Cell.of(text)));
    }
}
