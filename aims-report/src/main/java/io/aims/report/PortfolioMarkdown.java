package io.aims.report;

import io.aims.report.internal.page.Words;
import io.aims.report.internal.sheet.Cell;
import io.aims.report.internal.sheet.MarkdownText;
import io.aims.report.internal.view.Bar;
import io.aims.report.internal.view.PortfolioView;
import io.aims.report.internal.view.StatementLines;
import io.aims.rule.RuleId;
import io.aims.system.Dependency;
import io.aims.treatment.Gap;
import io.aims.treatment.portfolio.CommonCause;
import io.aims.treatment.portfolio.ControlReach;
import io.aims.treatment.portfolio.Peak;
import io.aims.treatment.portfolio.Portfolio;
import io.aims.treatment.portfolio.SystemLine;
import io.aims.treatment.portfolio.SystemLines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a portfolio in Markdown. */
final class PortfolioMarkdown {

    private final PortfolioView view;
    private final Portfolio portfolio;
    private final List<String> limits;
    private final MarkdownText page = new MarkdownText();

    PortfolioMarkdown(PortfolioView view, List<String> limits) {
        this.view = view;
        this.portfolio = view.portfolio();
        this.limits = limits;
    }

    String text() {
        page.heading(1, "AI risk portfolio: " + view.title());
        stops(
                "Must not be used as described",
                portfolio.stopped(),
                portfolio.stopped().first().size());
        page.heading(2, "In brief");
        view.sentences().forEach(page::paragraph);
        page.table(
                with("Systems", PortfolioView.levelNames()),
                view.levels().stream().map(PortfolioMarkdown::row).toList());
        stops("Prohibition not ruled out", portfolio.perhapsStopped(), PortfolioView.FEW);
        systems();
        view.laws().forEach(this::law);
        objectives();
        causes();
        controls();
        questions();
        page.heading(2, "What it rests on");
        page.table(
                List.of("Part", "What it is"),
                view.basis().stream()
                        .map(part -> List.of(Cell.of(part.label()), Cell.of(part.value())))
                        .toList());
        page.heading(2, "Limits of the method");
        page.list(limits);
        return page.toString();
    }

    private void stops(String heading, SystemLines systems, int most) {
        if (systems.count() > 0) {
            page.heading(2, heading);
            List<SystemLine> shown = systems.first().stream().limit(most).toList();
            page.table(
                    List.of("System", "Rules"),
                    shown.stream()
                            .map(line -> List.of(
                                    name(line),
                                    Cell.of(ids(line.stops().isEmpty() ? line.possibleStops() : line.stops()))))
                            .toList());
            more(systems.count() - shown.size());
        }
    }

    private void more(long systems) {
        if (systems > 0) {
            page.paragraph("And " + StatementLines.systems(systems) + " more.");
        }
    }

    private void systems() {
        page.heading(2, "Systems to look at first");
        page.table(
                List.of("System", "Before controls", "With controls", "Open gaps", "Open questions"),
                portfolio.systems().first().stream()
                        .map(line -> List.of(
                                name(line),
                                Cell.of(Words.of(line.inherent())),
                                Cell.of(Words.of(line.residual())),
                                number(line.openGaps()),
                                number(line.openQuestions())))
                        .toList());
        more(portfolio.systems().others());
    }

    private void law(PortfolioView.ClassTable law) {
        page.heading(2, law.title());
        page.paragraph(law.sentence());
        page.table(
                List.of("Class", "For certain", "Possibly as well"),
                law.rows().stream()
                        .map(row -> List.of(Cell.of(row.title()), number(row.decided()), number(row.open())))
                        .toList());
    }

    private void objectives() {
        page.heading(2, "Risk by objective");
        page.paragraph("Systems by level with their controls as they are: certain / possible.");
        page.table(
                Stream.concat(
                                with("Objective", PortfolioView.levelNames()).stream(),
                                Stream.of("Highest for certain", "Highest possible"))
                        .toList(),
                portfolio.objectives().stream()
                        .map(objective -> {
                            List<Cell> row = new ArrayList<>();
                            row.add(Cell.of(objective.objective().title() + " ("
                                    + objective.objective().id() + ")"));
                            List<Bar.Part> certain = PortfolioView.certain("", objective.residual())
                                    .parts();
                            List<Bar.Part> possible = PortfolioView.possible("", objective.residual())
                                    .parts();
                            for (int at = 0; at < certain.size(); at++) {
                                row.add(Cell.of(
                                        StatementLines.grouped(certain.get(at).count())
                                                + " / "
                                                + StatementLines.grouped(
                                                        possible.get(at).count())));
                            }
                            row.add(peak(objective.residualCertain()));
                            row.add(peak(objective.residualPossible()));
                            return row;
                        })
                        .toList());
    }

    private static Cell peak(Peak peak) {
        return Cell.of(Words.of(peak.level()) + ": "
                + StatementLines.systems(peak.systems().count()));
    }

    private void causes() {
        page.heading(2, "Common causes");
        if (view.namesNothing()) {
            page.paragraph("No description names its suppliers, models or data sets: what these systems share is not"
                    + " known.");
            return;
        }
        for (Dependency kind : PortfolioView.kinds()) {
            page.paragraph(PortfolioView.title(kind) + ": named by "
                    + StatementLines.grouped(portfolio.naming(kind)) + " of "
                    + StatementLines.systems(portfolio.systems().count()) + ".");
            page.table(
                    List.of("Name", "Systems", "Highest level with controls", "Left to suppliers"),
                    view.causes(kind).stream().map(PortfolioMarkdown::cause).toList());
        }
    }

    private static List<Cell> cause(CommonCause cause) {
        return List.of(
                Cell.of(cause.name()),
                number(cause.systems().count()),
                Cell.of(cause.residual().highest().map(Words::of).orElse("")),
                Cell.of(PortfolioView.reliances(cause)));
    }

    private void controls() {
        page.heading(2, "Controls by reach");
        page.table(
                List.of("Control", "Needed by", "In place", "Missing", "Not known", "Not shown to work"),
                view.controls().stream().map(PortfolioMarkdown::control).toList());
    }

    private static List<Cell> control(ControlReach reach) {
        return List.of(
                Cell.of(reach.control().toString()),
                number(reach.safeguarded()),
                number(reach.inPlace()),
                number(reach.gaps(Gap.Kind.MISSING)),
                number(reach.gaps(Gap.Kind.UNKNOWN)),
                number(reach.gaps(Gap.Kind.NOT_SHOWN)));
    }

    private void questions() {
        page.heading(2, "Questions that would settle most");
        page.table(
                List.of("Question", "Open in", "Rules", "Controls", "Level steps"),
                view.questions().stream()
                        .map(question -> List.of(
                                Cell.of(question.question() + " (" + question.characteristic() + ")"),
                                number(question.systems()),
                                number(question.rules()),
                                number(question.controls()),
                                number(question.levels())))
                        .toList());
    }

    private static List<Cell> row(Bar bar) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(bar.label()));
        bar.parts().forEach(part -> row.add(number(part.count())));
        return row;
    }

    private static List<String> with(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    private static Cell name(SystemLine line) {
        return Cell.of(line.name() + " (" + line.id() + ")");
    }

    private static Cell number(long number) {
        return Cell.of(StatementLines.grouped(number));
    }

    private static String ids(List<RuleId> rules) {
        return rules.stream().map(RuleId::value).collect(Collectors.joining(", "));
    }
}
