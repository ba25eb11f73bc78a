package io.aims.cli;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.error.Place;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.OpenQuestion;
import io.aims.evaluation.OutsideFinding;
import io.aims.evaluation.Priority;
import io.aims.evaluation.Risk;
import io.aims.evaluation.RuleEngine;
import io.aims.evaluation.Safeguard;
import io.aims.evaluation.UsedFact;
import io.aims.interchange.SystemDocument;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.PackReference;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.Answer;
import io.aims.system.Contradiction;
import io.aims.system.Provenance;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlStates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells an evaluation to the person who answers for the system: the short answer first, then why, then what is open. */
final class EvaluationText {

    private static final int LABEL = 15;
    private static final int ID = 9;
    private static final int FEW_SAFEGUARDS = 8;

    private final Evaluation evaluation;
    private final ControlStates states;
    private final boolean all;
    private final Page page;

    EvaluationText(Evaluation evaluation, SystemDocument document, boolean all, Page page) {
        this.evaluation = evaluation;
        this.states = document.controls();
        this.all = all;
        this.page = page;
    }

    /**
     * Writes the evaluation on the page.
     *
     * @param place where the description stands, or {@code null} if nobody could doubt it
     */
    void write(@Nullable Place place) {
        String name = evaluation.system().name();
        String id = evaluation.system().id();
        page.text(0, Span.strong(name), Span.plain(name.equals(id) ? "" : " (" + id + ")"));
        if (place != null) {
            page.text(0, Span.quiet(place.document() + ":" + place.line()));
        }
        stops();
        level();
        possibleStops();
        profile();
        contradictions();
        safeguards();
        others();
        open();
        inferred();
        outside();
        foot();
    }

    private void stops() {
        evaluation.stops().stream().filter(Finding::isCertain).forEach(stop -> {
            page.blank()
                    .hanging(
                            0,
                            5,
                            new Span("STOP", Style.ALARM),
                            Span.strong(" This must not be used as described, whatever else is done about it."));
            page.text(5, Span.plain(stop.rule().title()), Span.quiet(" (" + basis(stop) + ")"));
            page.text(5, Span.plain(stop.rule().why()));
        });
    }

    private void possibleStops() {
        evaluation.stops().stream()
                .filter(stop -> !stop.isCertain())
                .forEach(stop -> page.blank()
                        .labelled(
                                0,
                                LABEL,
                                new Span("Not ruled out", Style.SEVERE),
                                Span.plain(stop.rule().title() + ". If it is so, the system must not be used."),
                                Span.quiet(" (" + basis(stop) + ")")));
    }

    private void level() {
        Range<RiskLevel> level = evaluation.level();
        page.blank();
        page.labelled(
                0,
                LABEL,
                Span.strong("Risk"),
                new Span(Wording.verdict(level), Wording.style(level)),
                Span.plain(". " + Wording.meaning(level)));
    }

    private void profile() {
        Map<Range<RiskLevel>, List<Risk>> profile = new LinkedHashMap<>();
        evaluation.risks().stream()
                .sorted(Comparator.comparing((Risk risk) -> risk.level().low())
                        .thenComparing(risk -> risk.level().high())
                        .reversed()
                        .thenComparing(risk -> risk.objective().id()))
                .forEach(risk -> profile.computeIfAbsent(risk.level(), key -> new ArrayList<>())
                        .add(risk));
        page.heading(Span.strong("What is at risk"));
        int widest = profile.keySet().stream()
                .mapToInt(range -> Wording.words(range).length())
                .max()
                .orElse(0);
        profile.forEach((range, risks) -> {
            List<Span> spans = new ArrayList<>();
            for (Risk risk : risks) {
                name(spans, risk.objective().id().value(), risk.objective().title());
            }
            page.labelled(
                    2, widest + 2, new Span(Wording.words(range), Wording.style(range)), spans.toArray(Span[]::new));
        });
    }

    private void contradictions() {
        List<Contradiction> contradictions = evaluation.contradictions();
        if (contradictions.isEmpty()) {
            return;
        }
        page.heading(
                Span.strong("Answers that cannot all be true"),
                Span.quiet(" (evaluated as they are: correct one of them)"));
        for (Contradiction contradiction : contradictions) {
            String answers = contradiction.answers().stream()
                    .map(answer -> answer.characteristic().id() + " " + answer.text())
                    .collect(Collectors.joining(", "));
            page.hanging(2, 4, Span.strong(answers + ". "), Span.plain(contradiction.why()));
        }
    }

    private void safeguards() {
        List<Safeguard> own = evaluation.safeguards().stream()
                .filter(safeguard -> safeguard.status() == ControlStatus.REQUIRED)
                .toList();
        List<Safeguard> supplied = evaluation.safeguards().stream()
                .filter(safeguard -> safeguard.status() == ControlStatus.VIA_SUPPLIER)
                .toList();
        page.heading(
                Span.strong("What it needs"),
                Span.plain(": " + Wording.count(own.size(), "safeguard of your own", "safeguards of your own")
                        + (supplied.isEmpty() ? "" : " and " + supplied.size() + " from the supplier")));
        Map<Priority, List<Safeguard>> byPriority = new EnumMap<>(Priority.class);
        own.forEach(safeguard -> byPriority
                .computeIfAbsent(safeguard.priority(), key -> new ArrayList<>())
                .add(safeguard));
        List<Priority> priorities = new ArrayList<>(byPriority.keySet());
        Collections.reverse(priorities);
        int told = 0;
        for (Priority priority : priorities) {
            List<Safeguard> group = byPriority.getOrDefault(priority, List.of());
            if (all || told < FEW_SAFEGUARDS && priority != Priority.BASELINE) {
                reasoned(Wording.heading(priority), group);
                told += group.size();
            } else {
                listed(Wording.heading(priority), group);
            }
        }
        if (!supplied.isEmpty()) {
            String heading = "From the supplier: obtain what shows that it is done (A.10.3)";
            if (all) {
                reasoned(heading, supplied);
            } else {
                listed(heading, supplied);
            }
        }
    }

    /** Tells safeguards under the reason that weighs most for them. */
    private void reasoned(String heading, List<Safeguard> group) {
        page.blank().text(2, Span.strong(heading));
        Map<RuleId, List<Safeguard>> byReason = new LinkedHashMap<>();
        for (Safeguard safeguard : group) {
            byReason.computeIfAbsent(safeguard.reasons().get(0).rule().id(), key -> new ArrayList<>())
                    .add(safeguard);
        }
        for (List<Safeguard> because : byReason.values()) {
            Finding reason = because.get(0).reasons().get(0);
            page.hanging(2, 4, Span.plain("- " + reason.rule().title()), Span.quiet(" (" + basis(reason) + ")"));
            if (all) {
                page.text(4, Span.quiet(reason.rule().why()));
            }
            because.forEach(this::control);
        }
    }

    private void control(Safeguard safeguard) {
        List<Span> spans = new ArrayList<>();
        spans.add(Span.plain(safeguard.control().title()));
        states.state(safeguard.control().id()).ifPresent(state -> spans.add(Span.quiet(" [" + told(state) + "]")));
        if (all && safeguard.reasons().size() > 1) {
            String more = safeguard.reasons().stream()
                    .skip(1)
                    .map(reason -> reason.rule().id().value())
                    .collect(Collectors.joining(", "));
            spans.add(Span.quiet(" (also " + more + ")"));
        }
        page.labelled(4, ID, Span.name(safeguard.control().id().value()), spans.toArray(Span[]::new));
    }

    private void listed(String heading, List<Safeguard> group) {
        page.blank().text(2, Span.strong(heading));
        List<Control> controls = group.stream()
                .map(Safeguard::control)
                .sorted(Comparator.comparing(Control::id))
                .toList();
        page.hanging(4, 4, titled(controls));
    }

    /** Names controls by id and title, with what is done about them, one after the other. */
    private List<Span> titled(List<Control> controls) {
        List<Span> spans = new ArrayList<>();
        for (Control control : controls) {
            name(spans, control.id().value(), control.title());
            states.state(control.id())
                    .ifPresent(state -> spans.add(Span.quiet(" [" + Wording.words(state.stage()) + "]")));
        }
        return spans;
    }

    /** Adds id and title behind those that are there. */
    private static void name(List<Span> spans, String id, String title) {
        if (!spans.isEmpty()) {
            spans.add(Span.plain("; "));
        }
        spans.add(Span.name(id));
        spans.add(Span.plain(Page.NO_BREAK + title));
    }

    private void others() {
        List<ControlResult> undetermined = withStatus(ControlStatus.UNDETERMINED);
        others(
                "Needed, but whose work it is depends on your roles",
                " (answer aimsRoles)",
                undetermined.stream()
                        .filter(result -> result.needed() == Truth.TRUE)
                        .toList());
        others("Needed, but the work of others", ", by the roles you hold", withStatus(ControlStatus.ROLE_EXCLUDED));
        others(
                "Undecided",
                ", not to be left out yet",
                undetermined.stream()
                        .filter(result -> result.needed() != Truth.TRUE)
                        .toList());
        others("Not called for", " by the facts known", withStatus(ControlStatus.NOT_REQUIRED));
    }

    private void others(String heading, String remark, List<ControlResult> results) {
        if (results.isEmpty()) {
            return;
        }
        List<Span> spans = new ArrayList<>(List.of(Span.strong(heading), Span.plain(remark + ": ")));
        if (all || results.size() <= FEW_SAFEGUARDS) {
            spans.addAll(titled(results.stream().map(ControlResult::control).toList()));
        } else {
            spans.add(Span.plain(results.size() + " controls, "));
            spans.add(Span.name(results.stream()
                    .map(result -> result.control().id().value())
                    .collect(Collectors.joining(", "))));
        }
        page.blank().hanging(0, 2, spans);
    }

    private List<ControlResult> withStatus(ControlStatus status) {
        return evaluation.controls().stream()
                .filter(result -> result.status() == status)
                .toList();
    }

    private void open() {
        List<OpenQuestion> questions = evaluation.openQuestions();
        if (questions.isEmpty()) {
            page.heading(Span.strong("Nothing is open"), Span.plain(": no answer could change this result."));
            return;
        }
        long undetermined = evaluation.findings().stream()
                .filter(finding -> !finding.isCertain())
                .count();
        page.heading(
                Span.strong("What is unknown"),
                Span.plain(": " + Wording.count((int) undetermined, "rule waits", "rules wait") + " for answers to "
                        + Wording.count(questions.size(), "question", "questions") + ". Ask next:"));
        page.blank();
        QuestionText.write(page, 2, "", questions.get(0), evaluation.system());
        List<String> next = questions.stream()
                .skip(1)
                .limit(3)
                .map(question -> question.entry().characteristic().id())
                .toList();
        if (!next.isEmpty()) {
            page.text(2, Span.quiet("Then " + String.join(", ", next) + ". See them all: aims questions FILE"));
        }
    }

    private void inferred() {
        Map<String, Answer> inferred = new TreeMap<>();
        evaluation.system().answers().forEach((id, answer) -> {
            if (answer.provenance().basis() == Provenance.Basis.INFERRED) {
                inferred.put(id, answer);
            }
        });
        if (inferred.isEmpty()) {
            return;
        }
        page.heading(Span.strong("Inferred, not stated"), Span.quiet(" (have somebody confirm it)"));
        inferred.forEach((id, answer) -> page.hanging(
                2,
                4,
                Span.plain(id + " " + answer.text()),
                Span.quiet(answer.provenance()
                        .evidence()
                        .map(evidence -> ": " + evidence)
                        .orElse(""))));
    }

    /** Names a pack, and the rules that were not run because of it. */
    private static String pack(PackReference pack) {
        String replaced = pack.replaces().stream()
                .map(replacement -> replacement.rule().value())
                .collect(Collectors.joining(", "));
        return pack.id() + " " + pack.version() + (replaced.isEmpty() ? "" : " (in place of " + replaced + ")");
    }

    private void outside() {
        List<OutsideFinding> findings = evaluation.outside();
        if (findings.isEmpty()) {
            return;
        }
        page.heading(
                Span.strong("Found by rules outside the guarantees"),
                Span.quiet(" (nothing above depends on them, and nothing re-computes them)"));
        for (OutsideFinding finding : findings) {
            String controls = finding.controls().stream().map(ControlId::value).collect(Collectors.joining(", "));
            page.hanging(
                    2,
                    4,
                    Span.plain(finding.id() + " " + finding.title() + (finding.isCertain() ? "" : " (undetermined)")
                            + ": " + finding.reason()),
                    Span.plain(controls.isEmpty() ? "" : " Asks for " + controls + "."),
                    Span.quiet(
                            " (" + finding.rules().id() + " " + finding.rules().version() + ")"));
        }
    }

    private void foot() {
        List<PackReference> outside = evaluation.basis().outside();
        page.heading(Span.quiet("Packs " + named(evaluation.basis().packs())
                + (outside.isEmpty() ? "" : "; outside the guarantees " + named(outside)) + "; catalogue "
                + evaluation.basis().catalogue().id() + "; "
                + (evaluation.engine() == RuleEngine.Kind.PLAIN ? "by the plain evaluator; " : "")
                + evaluation.asOf().map(date -> "as of " + date + "; ").orElse("") + "seal "
                + evaluation.seal().value().substring(0, 16)));
        page.text(
                0,
                Span.quiet("Levels rank attention and rest on expert judgement: no statement of conformity, no legal"
                        + " advice."));
    }

    private static String named(List<PackReference> packs) {
        return packs.stream().map(EvaluationText::pack).collect(Collectors.joining(", "));
    }

    private static String told(ControlState state) {
        return Wording.words(state.stage())
                + state.evidence().map(evidence -> ", " + evidence).orElse("")
                + (state.until() == null ? "" : ", until " + state.until());
    }

    /** Returns a rule with the facts on which it rests, or on whose answer it waits. */
    private static String basis(Finding finding) {
        List<String> facts = finding.facts().stream()
                .filter(fact -> finding.isCertain() ? !fact.text().equals("unknown") : fact.isOpen())
                .map(EvaluationText::fact)
                .toList();
        return finding.rule().id() + (facts.isEmpty() ? "" : ": " + String.join(", ", facts));
    }

    private static String fact(UsedFact fact) {
        boolean inferred = fact.answer()
                .map(answer -> answer.provenance().basis() == Provenance.Basis.INFERRED)
                .orElse(false);
        return fact.subject() + " " + fact.text() + (inferred ? " (inferred)" : "");
    }
}
