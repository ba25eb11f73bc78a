package io.aims.reasoning.change;

import io.aims.evaluation.Basis;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Risk;
import io.aims.reasoning.internal.Markdown;
import io.aims.reasoning.internal.Phrases;
import io.aims.risk.Range;
import io.aims.rule.Truth;
import io.aims.system.Answer;
import io.aims.system.Contradiction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a difference in tables of Markdown. */
final class DiffMarkdown {

    private static final String BEFORE = "Before";
    private static final String AFTER = "After";

    private final EvaluationDiff diff;

    DiffMarkdown(EvaluationDiff diff) {
        this.diff = diff;
    }

    @Override
    public String toString() {
        Markdown page = new Markdown()
                .heading(2, "What changed: " + diff.after().system().name());
        page.paragraph(DiffText.headline(diff));
        page.table(3, "Named and based", List.of("What", BEFORE, AFTER), basis());
        page.table(3, "Facts", List.of("Characteristic", BEFORE, AFTER, "What it is"), facts());
        page.table(3, "Findings", List.of("Rule", "What happened", "Because of"), findings());
        page.table(3, "Contradictions", List.of("Answers", "What happened"), contradictions());
        page.table(
                3,
                "Risk",
                List.of("Objective", "Level before", "Level after", "Severity", "Likelihood", "Points", "Trend"),
                objectives());
        page.table(3, "Risk sources", List.of("Risk source", BEFORE, AFTER, "Trend"), riskSources());
        page.table(
                3,
                "Controls",
                List.of("Control", BEFORE, AFTER, "Priority before", "Priority after", "Trend"),
                controls());
        return page.toString();
    }

    private List<List<String>> basis() {
        Evaluation before = diff.before();
        Evaluation after = diff.after();
        List<List<String>> rows = new ArrayList<>();
        differs(rows, "Id", before.system().id(), after.system().id());
        differs(rows, "Name", before.system().name(), after.system().name());
        differs(
                rows,
                "Description",
                before.system().description().orElse(""),
                after.system().description().orElse(""));
        differs(rows, "Day", EvaluationDiff.day(before), EvaluationDiff.day(after));
        for (BasisChange change : diff.basis()) {
            rows.add(List.of(
                    Phrases.capitalised(Phrases.words(change.kind().name())),
                    change.before().map(DiffMarkdown::part).orElse("not used"),
                    change.after().map(DiffMarkdown::part).orElse("not used")));
        }
        return rows;
    }

    private static String part(Basis.Part part) {
        return part.id() + " " + part.version() + " (" + part.fingerprint().substring(0, 8) + ")";
    }

    private static void differs(List<List<String>> rows, String what, String was, String now) {
        if (!was.equals(now)) {
            rows.add(List.of(what, was, now));
        }
    }

    private List<List<String>> facts() {
        return Stream.concat(diff.facts().stream(), diff.provenance().stream())
                .map(change -> List.of(
                        Phrases.capitalised(Phrases.name(change.characteristic())),
                        told(change.was()),
                        told(change.now()),
                        Phrases.words(change.kind().name())))
                .toList();
    }

    /** The answer with who gave it, since that may be all that differs. */
    private static String told(@Nullable Answer answer) {
        if (answer == null) {
            return DiffText.text(answer);
        }
        List<String> source = new ArrayList<>();
        answer.provenance().by().ifPresent(by -> source.add("by " + by));
        answer.provenance().on().ifPresent(on -> source.add("on " + on));
        answer.provenance().evidence().ifPresent(evidence -> source.add("evidence: " + evidence));
        return DiffText.text(answer) + (source.isEmpty() ? "" : " (" + String.join(", ", source) + ")");
    }

    private List<List<String>> findings() {
        return diff.findings().stream()
                .map(change -> List.of(
                        change.rule().toString(),
                        DiffText.words(change.kind()) + (change.ruleChanged() ? "; the rule says something else" : ""),
                        DiffText.names(change.causes())))
                .toList();
    }

    private List<List<String>> contradictions() {
        return Stream.concat(
                        diff.contradictionsGained().stream().map(one -> List.of(answers(one), "New")),
                        diff.contradictionsLost().stream().map(one -> List.of(answers(one), "Gone")))
                .toList();
    }

    private static String answers(Contradiction contradiction) {
        return Phrases.list(
                contradiction.answers().stream()
                        .map(answer -> Phrases.name(answer.characteristic()) + " " + Phrases.words(answer))
                        .toList(),
                "and");
    }

    private List<List<String>> objectives() {
        List<List<String>> rows = new ArrayList<>();
        diff.levelTrend()
                .ifPresent(trend -> rows.add(List.of(
                        "Overall",
                        DiffText.words(diff.before().level()),
                        DiffText.words(diff.after().level()),
                        "",
                        "",
                        "",
                        words(trend))));
        for (ObjectiveChange change : diff.objectives()) {
            rows.add(List.of(
                    change.objective().toString(),
                    change.before().map(risk -> DiffText.words(risk.level())).orElse(""),
                    change.after().map(risk -> DiffText.words(risk.level())).orElse(""),
                    move(change, Risk::severity),
                    move(change, Risk::likelihood),
                    arrow(
                            change.before().map(DiffText::points).orElse(""),
                            change.after().map(DiffText::points).orElse("")),
                    words(change.trend())));
        }
        return rows;
    }

    private static String move(ObjectiveChange change, Function<Risk, Range<?>> range) {
        return arrow(
                change.before().map(range).map(DiffText::words).orElse(""),
                change.after().map(range).map(DiffText::words).orElse(""));
    }

    private static String arrow(String was, String now) {
        return was.equals(now) ? now : was + " → " + now;
    }

    private List<List<String>> riskSources() {
        return diff.riskSources().stream()
                .map(change -> List.of(
                        change.source().toString(),
                        presence(change.was()),
                        presence(change.now()),
                        words(change.trend())))
                .toList();
    }

    private static String presence(Truth truth) {
        return switch (truth) {
            case FALSE -> "absent";
            case UNDETERMINED -> "possible";
            case TRUE -> "present";
        };
    }

    private List<List<String>> controls() {
        return diff.controls().stream()
                .map(change -> List.of(
                        change.control().toString(),
                        status(change.was()),
                        status(change.now()),
                        change.before().map(DiffText::priority).orElse(""),
                        change.after().map(DiffText::priority).orElse(""),
                        words(change.trend())))
                .toList();
    }

    private static String status(@Nullable ControlResult result) {
        return result == null
                ? "not in the catalogue"
                : Phrases.words(result.status().name());
    }

    private static String words(Trend trend) {
        return switch (trend) {
            case WORSE -> "worse";
            case BETTER -> "better";
            case KNOWN -> "only known now";
            case OPEN -> "no longer known";
            case ASIDE -> "neither";
        };
    }
}
