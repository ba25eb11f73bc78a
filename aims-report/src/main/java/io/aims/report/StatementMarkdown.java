package io.aims.report;

import io.aims.report.internal.sheet.Cell;
import io.aims.report.internal.sheet.MarkdownText;
import io.aims.report.internal.view.StatementLines;
import io.aims.report.internal.view.StatementView;
import io.aims.treatment.statement.ReusableEvidence;
import io.aims.treatment.statement.StatementEntry;
import io.aims.treatment.statement.StatementOfApplicability;
import java.util.List;

/** Tells a statement in Markdown: first in brief, then every control with its reasons. */
final class StatementMarkdown {

    private final StatementView view;
    private final StatementLines lines;
    private final StatementOfApplicability statement;
    private final List<String> limits;
    private final MarkdownText page = new MarkdownText();

    StatementMarkdown(StatementView view, List<String> limits) {
        this.view = view;
        this.lines = view.lines();
        this.statement = lines.statement();
        this.limits = limits;
    }

    String text() {
        page.heading(1, "Statement of Applicability: " + view.title());
        statement.sentences().forEach(page::paragraph);
        changes();
        page.heading(2, "Controls at a glance");
        page.table(
                List.of("Control", "Title", "Applicable", "Implementation status", "Owner", "Review date"),
                statement.entries().stream().map(this::glance).toList());
        for (StatementView.Area area : view.areas()) {
            page.heading(2, area.id() + " " + area.title());
            area.entries().forEach(this::control);
        }
        decisions();
        reasons();
        page.heading(2, "Systems in scope");
        page.table(
                List.of("Id", "Name"),
                statement.systems().stream()
                        .map(system -> List.of(Cell.of(system.id()), Cell.of(system.name())))
                        .toList());
        page.heading(2, "What this statement rests on");
        page.table(
                List.of("Part", "What it is"),
                lines.basis().stream()
                        .map(part -> List.of(Cell.of(part.label()), Cell.of(part.value())))
                        .toList());
        page.heading(2, "Limits of the method");
        page.list(limits);
        return page.toString();
    }

    private void changes() {
        if (view.isCompared()) {
            page.heading(2, "What changed since the earlier statement");
            if (lines.changes().isEmpty()) {
                page.paragraph("Nothing.");
            }
            page.table(
                    List.of("What", "Change"),
                    lines.changes().stream()
                            .map(change -> List.of(Cell.of(change.subject()), new Cell(change.sentences())))
                            .toList());
        }
    }

    private List<Cell> glance(StatementEntry entry) {
        return List.of(
                Cell.of(entry.control().value()),
                Cell.of(entry.title()),
                Cell.of(entry.applicability().word()),
                Cell.of(StatementLines.stage(entry)),
                new Cell(StatementLines.said(entry.implementation().owners())),
                new Cell(lines.review(entry)));
    }

    private void control(StatementEntry entry) {
        page.heading(3, entry.control() + " " + entry.title());
        page.labelled("Applicable", List.of(entry.applicability().word()));
        page.labelled("Justification", entry.justification().sentences());
        page.labelled("Implementation status", lines.status(entry));
        page.labelled(
                "How implemented", StatementLines.said(entry.implementation().how()));
        page.labelled("Risks treated", StatementLines.risks(entry));
        page.labelled("Evidence", StatementLines.said(entry.implementation().evidence()));
        page.labelled("From other frameworks", entry.reuseSentences());
        page.labelled("Owner", StatementLines.said(entry.implementation().owners()));
        page.labelled("Review date", List.of(String.join(", ", lines.review(entry))));
        page.labelled("Decisions that do not count", lines.idleDecisions(entry));
        page.labelled("Remarks", entry.remarks());
    }

    private void reasons() {
        List<ReusableEvidence> rows = lines.reuse();
        if (!rows.isEmpty()) {
            page.heading(2, "Rows behind what may be reused");
            page.table(
                    List.of("Control", "Element", "How they compare, and on whose word", "Source and note"),
                    rows.stream()
                            .map(ReusableEvidence::suggestion)
                            .map(row -> List.of(
                                    Cell.of(row.control().value()),
                                    Cell.of(row.element()),
                                    Cell.of(row.reason()),
                                    Cell.of(row.citation())))
                            .toList());
        }
    }

    private void decisions() {
        if (!statement.refusals().isEmpty()) {
            page.heading(2, "Exclusions that are refused");
            page.list(statement.refusals().stream()
                    .map(fault -> fault.code() + ": " + fault.message() + " " + fault.advice())
                    .toList());
        }
        if (!statement.decisions().isEmpty()) {
            page.heading(2, "Decisions");
            page.table(
                    List.of("Control", "Decision"),
                    statement.decisions().stream()
                            .map(counted ->
                                    List.of(Cell.of(counted.decision().control().value()), Cell.of(counted.sentence())))
                            .toList());
        }
    }
}
