package io.aims.report;

import io.aims.crosswalk.ReuseDegree;
import io.aims.crosswalk.ReuseGuide;
import io.aims.crosswalk.ReuseSurvey;
import io.aims.report.internal.page.Words;
import io.aims.report.internal.sheet.Cell;
import io.aims.report.internal.sheet.MarkdownText;
import io.aims.report.internal.view.CrosswalkView;
import io.aims.report.internal.view.ReuseView;
import java.util.ArrayList;
import java.util.List;

/** Tells in Markdown what can be reused. */
final class ReuseMarkdown {

    private final ReuseView view;
    private final ReuseSurvey survey;
    private final MarkdownText page = new MarkdownText();

    ReuseMarkdown(ReuseView view) {
        this.view = view;
        this.survey = view.survey();
    }

    String text() {
        page.heading(1, view.title());
        if (!view.lead().isBlank()) {
            page.paragraph(view.lead());
        }
        page.heading(2, "In brief");
        view.sentences().forEach(page::paragraph);
        degrees();
        if (!view.assumptions().isEmpty()) {
            page.heading(2, "What has to hold");
            page.list(view.assumptions());
        }
        if (!view.steps().isEmpty()) {
            page.heading(2, "Order of work");
            page.paragraph("A suggestion: what others rest on comes first. How long a step takes is not guessed.");
            page.table(
                    List.of("Step", "Why here", "Controls", "Clauses"),
                    view.steps().stream().map(ReuseMarkdown::step).toList());
        }
        if (view.showsClauses()) {
            page.heading(2, "Clauses 4 to 10");
            page.table(
                    List.of("Clause", "Reuse", "What is there", "What remains"),
                    view.mappedClauses().stream().map(this::clause).toList());
        }
        for (ReuseView.Area area : view.areas()) {
            page.heading(2, area.id() + " " + area.title());
            area.rows().forEach(this::control);
        }
        if (view.showsUntouched()) {
            page.heading(2, "What stays as it is");
            page.paragraph("No control and no clause is mapped to these. They go on as they are.");
            page.list(survey.untouched().stream()
                    .map(element -> element.id().value() + " " + element.label())
                    .toList());
        }
        page.heading(2, "What it rests on");
        page.table(
                List.of("Part", "What it is"),
                view.basis().stream()
                        .map(part -> List.of(Cell.of(part.label()), Cell.of(part.value())))
                        .toList());
        page.heading(2, "Limits of the method");
        page.list(view.limits());
        return page.toString();
    }

    private void degrees() {
        List<List<Cell>> rows = new ArrayList<>();
        for (ReuseDegree degree : view.degrees()) {
            rows.add(List.of(
                    Cell.of(ReuseView.word(degree)),
                    Cell.of(view.meaning(degree)),
                    Cell.of(String.valueOf(survey.controls(degree).size())),
                    Cell.of(String.join(
                            ", ",
                            survey.controls(degree).stream()
                                    .map(ReuseSurvey.Row::id)
                                    .toList()))));
        }
        page.table(List.of("Reuse", "What it means", "Controls", "Which"), rows);
    }

    private static List<Cell> step(ReuseGuide.Step step) {
        return List.of(
                Cell.of(step.title()),
                Cell.of(step.why()),
                Cell.of(String.join(", ", step.controls())),
                Cell.of(String.join(", ", step.clauses())));
    }

    private List<Cell> clause(ReuseSurvey.Row row) {
        return List.of(
                Cell.of(row.id() + " " + row.title()),
                Cell.of(ReuseView.word(row.degree())),
                new Cell(there(row)),
                new Cell(row.judgement().map(ReuseGuide.Entry::remains).orElse(List.of())));
    }

    private List<String> there(ReuseSurvey.Row row) {
        List<String> lines = new ArrayList<>();
        row.judgement().map(ReuseGuide.Entry::carries).ifPresent(lines::add);
        row.judgement()
                .map(ReuseGuide.Entry::counterpart)
                .filter(clause -> !clause.isBlank())
                .ifPresent(clause -> lines.add("Clause " + clause + " there"));
        row.counterparts().forEach(counterpart -> lines.add(counterpart(counterpart)));
        if (lines.stream().allMatch(String::isBlank)) {
            lines.add(view.absence(row));
        }
        return lines;
    }

    private static String counterpart(ReuseSurvey.Counterpart counterpart) {
        return counterpart.element() + " " + counterpart.mapping().relation().words() + " it";
    }

    private void control(ReuseSurvey.Row row) {
        page.heading(3, row.id() + " " + row.title());
        page.paragraph(row.purpose());
        page.labelled("Reuse", List.of(degree(row)));
        page.labelled("What is there", carries(row));
        mapped(row);
        row.judgement().ifPresent(judged -> {
            page.labelled("What remains to be built", judged.remains());
            page.labelled("Records to bring", judged.bring());
            page.labelled("Beware", List.of(judged.caution()));
        });
    }

    private static String degree(ReuseSurvey.Row row) {
        String word = ReuseView.word(row.degree());
        return row.judgement()
                .map(judged -> word + " (" + Words.within(judged.confidence()) + " confidence)")
                .orElse(word);
    }

    private List<String> carries(ReuseSurvey.Row row) {
        String carries = row.judgement().map(ReuseGuide.Entry::carries).orElse("");
        return carries.isBlank() && row.counterparts().isEmpty() ? List.of(view.absence(row)) : List.of(carries);
    }

    private void mapped(ReuseSurvey.Row row) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ReuseSurvey.Counterpart counterpart : row.counterparts()) {
            rows.add(List.of(
                    Cell.of(counterpart.element().toString()),
                    Cell.of(counterpart.mapping().relation().words() + " " + row.id()),
                    Cell.of(ReuseView.support(counterpart.mapping())),
                    new Cell(CrosswalkView.stated(counterpart.mapping()))));
        }
        row.exclusions()
                .forEach(mapping -> rows.add(List.of(
                        Cell.of(view.name()),
                        Cell.of(mapping.relation().words() + " " + row.id()),
                        Cell.of(ReuseView.support(mapping)),
                        new Cell(CrosswalkView.stated(mapping)))));
        page.table(List.of("Element", "Relation", "Confidence", "Source"), rows);
    }
}
