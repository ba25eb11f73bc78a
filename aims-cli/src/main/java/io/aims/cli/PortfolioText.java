package io.aims.cli;

import io.aims.control.ControlStatus;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.RuleId;
import io.aims.system.Dependency;
import io.aims.treatment.portfolio.CommonCause;
import io.aims.treatment.portfolio.ControlReach;
import io.aims.treatment.portfolio.ObjectiveView;
import io.aims.treatment.portfolio.Peak;
import io.aims.treatment.portfolio.Portfolio;
import io.aims.treatment.portfolio.RangeCounts;
import io.aims.treatment.portfolio.Reliance;
import io.aims.treatment.portfolio.SharedQuestion;
import io.aims.treatment.portfolio.SystemLine;
import io.aims.treatment.portfolio.SystemLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** A portfolio as text for people: what must stop, how bad it is, where to look, what is shared, and what to ask. */
final class PortfolioText {

    private static final int ID = 10;
    private static final int NUMBER = 4;

    /** How many systems or controls a sentence names. */
    private static final int FEW = 3;

    private static final RiskLevel[] LEVELS = RiskLevel.values();

    private static final String IN_PLACE = "in\nplace";

    /** A column about controls, with the words that explain it. */
    private record Reach(String heading, String meaning, ToLongFunction<ControlReach> systems) {

        static Reach of(ControlStatus status, String heading, String meaning) {
            return new Reach(heading, meaning, reach -> reach.systems(status));
        }
    }

    private static final List<Reach> REACHES = List.of(
            Reach.of(ControlStatus.REQUIRED, "needed", "to be done by the organisation"),
            Reach.of(ControlStatus.VIA_SUPPLIER, "supplier", "to be obtained from a supplier"),
            Reach.of(ControlStatus.UNDETERMINED, "open", "not decided yet"),
            Reach.of(ControlStatus.ROLE_EXCLUDED, "others", "needed, and the matter of another party"),
            Reach.of(ControlStatus.NOT_REQUIRED, "not", "not needed"),
            new Reach(IN_PLACE, "certain to be there, of those needed or from a supplier", ControlReach::inPlace));

    private final Portfolio portfolio;
    private final int refused;
    private final int top;
    private final int width;
    private final Page page;

    /**
     * Prepares to write.
     *
     * @param portfolio the portfolio
     * @param refused how many systems could not be read
     * @param top how many systems, names and questions are listed
     * @param width the columns of the page
     * @param page receives the text
     */
    PortfolioText(Portfolio portfolio, int refused, int top, int width, Page page) {
        this.portfolio = portfolio;
        this.refused = refused;
        this.top = top;
        this.width = width;
        this.page = page;
    }

    void write() {
        head();
        if (portfolio.isEmpty()) {
            return;
        }
        stops();
        levels();
        systems();
        objectives();
        shared();
        controls();
        questions();
        contradictions();
    }

    private void head() {
        page.text(
                0,
                Span.strong(systems(portfolio.systems().count())),
                Span.plain(portfolio.asOf().map(day -> " on " + day).orElse("")
                        + (refused == 0 ? "." : "; " + number(refused) + " more could not be read.")));
    }

    private void stops() {
        SystemLines stopped = portfolio.stopped();
        SystemLines perhaps = portfolio.perhapsStopped();
        if (stopped.count() + perhaps.count() == 0) {
            return;
        }
        if (stopped.count() == 0) {
            page.heading(Span.plain("No system is known to need a STOP. In " + systems(perhaps.count())
                    + " it is not ruled out yet: answer the questions below first."));
            return;
        }
        page.heading(
                new Span("STOP", Style.ALARM),
                Span.plain(" " + systems(stopped.count()) + " must not be used as described; no control and no"
                        + " acceptance changes that."
                        + (perhaps.count() == 0
                                ? ""
                                : " In " + number(perhaps.count()) + " more it is not ruled out yet.")));
        for (SystemLine line : stopped.first()) {
            page.labelled(
                    2, ID, Span.name(ids(line.stops())), Span.plain(line.name() + " "), Span.quiet(inBrackets(line)));
        }
        others(stopped);
    }

    private static String inBrackets(SystemLine line) {
        return line.name().equals(line.id()) ? "" : "(" + line.id() + ")";
    }

    private void levels() {
        page.heading(Span.strong("Systems by level"));
        boolean changed = !portfolio.inherent().equals(portfolio.residual());
        List<String> headings = new ArrayList<>(
                changed ? List.of("before,\ncertain", "before,\npossible") : List.of("certain", "possible"));
        if (changed) {
            headings.addAll(List.of("now,\ncertain", "now,\npossible"));
        }
        Table table = new Table("Level", headings);
        for (int level = LEVELS.length - 1; level >= 0; level--) {
            List<String> cells = new ArrayList<>(List.of(
                    number(portfolio.inherent().low(LEVELS[level])),
                    number(portfolio.inherent().high(LEVELS[level]))));
            if (changed) {
                cells.add(number(portfolio.residual().low(LEVELS[level])));
                cells.add(number(portfolio.residual().high(LEVELS[level])));
            }
            table.row(Wording.words(LEVELS[level]), cells);
        }
        table.write(page, 2, width);
        page.text(
                2,
                Span.quiet("Certain: what is known is enough for it. Possible: nothing known rules it out."
                        + (changed
                                ? " Before: without any control. Now: with the controls as far as they are known."
                                : "")));
        if (portfolio.unstated() > 0) {
            page.text(
                    2,
                    Span.plain("Of " + systems(portfolio.unstated()) + " nothing is said about any control: what is"
                            + " certain now is what even the best controls would leave."));
        }
        portfolio.tolerance().ifPresent(this::tolerance);
    }

    private void tolerance(RiskLevel tolerated) {
        if (tolerated == RiskLevel.VERY_HIGH) {
            return;
        }
        RiskLevel first = LEVELS[tolerated.ordinal() + 1];
        page.text(
                2,
                Span.plain("Above the tolerance (" + Wording.words(tolerated) + "): "
                        + number(portfolio.residual().certainlyAtLeast(first)) + " for certain, "
                        + number(portfolio.residual().possiblyAtLeast(first)) + " possibly."));
    }

    private void systems() {
        SystemLines lines = portfolio.systems();
        if (lines.first().isEmpty()) {
            return;
        }
        page.heading(Span.strong(
                lines.others() == 0
                        ? "Systems, the one that needs attention first in front"
                        : "Systems that need attention first ("
                                + number(lines.first().size()) + " of " + number(lines.count()) + ")"));
        for (int i = 0; i < lines.first().size(); i++) {
            SystemLine line = lines.first().get(i);
            page.labelled(
                    2, NUMBER, Span.plain((i + 1) + "."), Span.strong(line.name() + " "), Span.quiet(inBrackets(line)));
            page.text(
                    2 + NUMBER,
                    new Span(Wording.words(line.residual()), Wording.style(line.residual())),
                    Span.plain((line.inherent().equals(line.residual())
                                    ? ""
                                    : ", before controls " + Wording.words(line.inherent()))
                            + "; " + Wording.count(line.openGaps(), "gap", "gaps") + ", "
                            + Wording.count(line.openQuestions(), "open question", "open questions")
                            + (line.contradictions() == 0
                                    ? ""
                                    : ", " + Wording.count(line.contradictions(), "contradiction", "contradictions"))
                            + "."),
                    line.stops().isEmpty() ? Span.plain("") : new Span(" STOP", Style.ALARM));
        }
    }

    private void objectives() {
        page.heading(Span.strong("The highest risk to each objective"));
        for (ObjectiveView view : portfolio.objectives()) {
            Peak certain = view.residualCertain();
            page.labelled(
                    2,
                    ID,
                    Span.name(view.objective().id().value()),
                    Span.plain(view.objective().title() + ": "),
                    new Span(Wording.words(certain.level()), Wording.style(certain.level())),
                    Span.plain(" for certain"
                            + (certain.level() == RiskLevel.VERY_LOW
                                    ? ""
                                    : " in " + systems(certain.systems().count()) + named(certain))
                            + possible(view)
                            + without(view)));
        }
    }

    private static String possible(ObjectiveView view) {
        Peak possible = view.residualPossible();
        if (possible.level() != view.residualCertain().level()) {
            return "; " + Wording.words(possible.level()) + " is possible in "
                    + number(possible.systems().count()) + ".";
        }
        return possible.systems().count() == view.residualCertain().systems().count()
                ? "."
                : ", possible in " + number(possible.systems().count()) + ".";
    }

    private static String without(ObjectiveView view) {
        RangeCounts<RiskLevel> before = view.inherent();
        return before.equals(view.residual())
                ? ""
                : " Before controls: " + before.highest().map(Wording::words).orElse("") + ".";
    }

    /** Names the systems of a peak if they are few. */
    private static String named(Peak peak) {
        return peak.systems().count() <= FEW && peak.systems().others() == 0
                ? peak.systems().first().stream().map(SystemLine::id).collect(Collectors.joining(", ", " (", ")"))
                : "";
    }

    private void shared() {
        page.heading(Span.strong("What systems share, and fail by together"));
        if (Arrays.stream(Dependency.values()).allMatch(kind -> portfolio.naming(kind) == 0)) {
            page.text(
                    2,
                    Span.plain("No description names suppliers, models or data sets: what the systems share is not"
                            + " known."));
            return;
        }
        for (Dependency kind : Dependency.values()) {
            List<CommonCause> causes = portfolio.shared(kind);
            String many = many(kind);
            long naming = portfolio.naming(kind);
            page.text(
                    2,
                    Span.plain(
                            naming == 0
                                    ? "No system names its " + many + "."
                                    : systems(naming) + (naming == 1 ? " names its " : " name their ") + many + "; "
                                            + (causes.isEmpty() ? "none" : number(causes.size()))
                                            + (causes.size() == 1 ? " is shared." : " are shared.")));
            causes.stream().limit(top).forEach(this::cause);
            if (causes.size() > top) {
                page.text(4, Span.quiet("and " + number(causes.size() - top) + " more."));
            }
        }
    }

    private static String many(Dependency kind) {
        return switch (kind) {
            case SUPPLIER -> "suppliers";
            case MODEL -> "models";
            case DATA_SET -> "data sets";
        };
    }

    private void cause(CommonCause cause) {
        Range<RiskLevel> highest = cause.residual().highest().orElseThrow();
        page.hanging(
                4,
                6,
                Span.name(cause.name()),
                Span.plain(": " + systems(cause.systems().count()) + ", the highest level "),
                new Span(highest(highest), Wording.style(highest)),
                Span.plain(left(cause)),
                cause.stopped() == 0
                        ? Span.plain("")
                        : new Span(" STOP in " + number(cause.stopped()) + ".", Style.ALARM));
    }

    private static String highest(Range<RiskLevel> level) {
        return level.isExact()
                ? Wording.words(level)
                : Wording.words(level.low()) + " for certain and " + Wording.words(level.high()) + " possibly";
    }

    private static String left(CommonCause cause) {
        List<Reliance> reliances = cause.reliances();
        if (reliances.isEmpty()) {
            return ".";
        }
        long shown = reliances.stream().mapToLong(Reliance::inPlace).sum();
        return ". Left to suppliers: "
                + reliances.stream()
                        .limit(FEW)
                        .map(reliance -> reliance.control().id() + " (" + number(reliance.systems()) + ")")
                        .collect(Collectors.joining(", "))
                + (reliances.size() > FEW ? " and " + (reliances.size() - FEW) + " more" : "")
                + (shown == 0 ? ", nothing of it shown." : ", shown in " + number(shown) + " cases.");
    }

    private void controls() {
        page.heading(Span.strong("Controls, and in how many systems"));
        List<Reach> shown = REACHES.stream()
                .filter(column -> column.heading().equals(IN_PLACE)
                        || portfolio.controls().stream()
                                .anyMatch(reach -> column.systems().applyAsLong(reach) > 0))
                .toList();
        Table table = new Table("Control", shown.stream().map(Reach::heading).toList());
        for (ControlReach reach : portfolio.controls()) {
            table.row(
                    reach.control().id() + " " + reach.control().title(),
                    shown.stream()
                            .map(column -> number(column.systems().applyAsLong(reach)))
                            .toList());
        }
        table.write(page, 2, width);
        page.text(
                2,
                Span.quiet(shown.stream()
                        .map(column -> column.heading().replace('\n', ' ') + ": " + column.meaning())
                        .collect(Collectors.joining("; ", "", "."))));
    }

    private void questions() {
        List<SharedQuestion> questions = portfolio.questions();
        if (questions.isEmpty()) {
            return;
        }
        page.heading(Span.strong(
                questions.size() <= top
                        ? "Questions that are open"
                        : "Questions that would settle most (" + top + " of " + questions.size() + ")"));
        for (int i = 0; i < Math.min(top, questions.size()); i++) {
            SharedQuestion question = questions.get(i);
            page.labelled(2, NUMBER, Span.plain((i + 1) + "."), Span.plain(question.question()));
            page.text(
                    2 + NUMBER,
                    Span.name(question.characteristic()),
                    Span.quiet(": open in " + systems(question.systems()) + "; the best answers settle "
                            + number(question.rules()) + " rules, " + number(question.controls()) + " controls and "
                            + number(question.levels()) + " steps of level."));
        }
    }

    private void contradictions() {
        SystemLines lines = portfolio.contradictory();
        if (lines.count() == 0) {
            return;
        }
        page.heading(Span.strong("Answers that cannot all be true: " + systems(lines.count())));
        page.text(
                2,
                Span.plain(portfolio.contradictions().entrySet().stream()
                        .map(entry -> entry.getKey() + " in " + number(entry.getValue()))
                        .collect(Collectors.joining(", ", "", "."))));
        for (SystemLine line : lines.first()) {
            page.hanging(2, 4, Span.plain(line.name() + " "), Span.quiet(inBrackets(line)));
        }
        others(lines);
    }

    private void others(SystemLines lines) {
        if (lines.others() > 0) {
            page.text(2, Span.quiet("and " + number(lines.others()) + " more."));
        }
    }

    private static String ids(List<RuleId> rules) {
        return rules.stream().map(RuleId::value).collect(Collectors.joining(", "));
    }

    private static String systems(long count) {
        return number(count) + (count == 1 ? " system" : " systems");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
