package io.aims.cli;

import io.aims.control.ControlStatus;
import io.aims.error.Place;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Finding;
import io.aims.evaluation.OpenQuestion;
import io.aims.evaluation.Priority;
import io.aims.evaluation.Risk;
import io.aims.evaluation.Safeguard;
import io.aims.evaluation.UsedFact;
import io.aims.interchange.SystemDocument;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.PackReference;
import io.aims.rule.RuleId;
import io.aims.system.Answer;
import io.aims.system.Contradiction;
import io.aims.system.Provenance;
import io.aims.text.NaturalOrder;
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

/** Tells an evaluation to the person who answers for the system: the short answer first, then why, then what is open. */
final class EvaluationText {

    private static final int LABEL = 12;
    private static final int ID = 9;
    private static final int FEW_OBJECTIVES = 5;
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

    /** Writes the evaluation on the page. */
    void write(Place place) {
        title(place);
        stops();
        level();
        contradictions();
        safeguards();
        others();
        open();
        inferred();
        foot();
    }

    private void title(Place place) {
        String name = evaluation.system().name();
        String id = evaluation.system().id();
        page.text(
                0,
                Span.strong(name),
                Span.quiet((name.equals(id) ? "" : " (" + id + ")") + ", " + place.document()
                        + (place.line() > 1 ? ":" + place.line() : "")));
    }

    private void stops() {
        for (Finding stop : evaluation.stops()) {
            if (stop.isCertain()) {
                page.blank()
                        .hanging(
                                0,
                                6,
                                new Span("STOP", Style.ALARM),
                                Span.strong("  This must not be used as described, whatever else is done about it."));
                page.text(6, Span.plain(stop.rule().title()), Span.quiet(" (" + basis(stop) + ")"));
                page.text(6, Span.plain(stop.rule().why()));
            } else {
                page.blank()
                        .hanging(
                                0,
                                6,
                                new Span("STOP?", Style.SEVERE),
                                Span.plain(" Not ruled out: " + lower(stop.rule().title())
                                        + ". If it is so, the system must not be used."),
                                Span.quiet(" (" + basis(stop) + ")"));
            }
        }
    }

    private void level() {
        Range<RiskLevel> level = evaluation.level();
        page.blank();
        page.labelled(
                0,
                LABEL,
                Span.strong("Risk"),
                new Span(Wording.words(level).toUpperCase(java.util.Locale.ROOT), Wording.style(level.low())),
                Span.plain(". " + Wording.meaning(level)));
        List<Risk> risks = new ArrayList<>(evaluation.risks());
        risks.sort(Comparator.comparing((Risk risk) -> risk.level().low())
                .thenComparing(risk -> risk.level().high())
                .reversed()
                .thenComparing(risk -> risk.objective().id()));
        List<Risk> shown = all
                ? risks
                : risks.stream()
                        .filter(risk -> risk.level().low() == level.low() && level.low().compareTo(RiskLevel.VERY_LOW) > 0)
                        .limit(FEW_OBJECTIVES)
                        .toList();
        if (shown.isEmpty()) {
            return;
        }
        page.blank();
        page.text(0, Span.strong("What is at risk"));
        for (Risk risk : shown) {
            page.labelled(
                    2,
                    23,
                    new Span(Wording.words(risk.level()), Wording.style(risk.level().low())),
                    Span.name(risk.objective().id().value()),
                    Span.plain(" " + risk.objective().title()));
        }
        int hidden = risks.size() - shown.size();
        if (hidden > 0) {
            page.text(2, Span.quiet("and " + hidden + " more objectives, none with a higher level on what is known"));
        }
    }

    private void contradictions() {
        List<Contradiction> contradictions = evaluation.contradictions();
        if (contradictions.isEmpty()) {
            return;
        }
        page.heading(Span.strong("Answers that cannot all be true"), Span.quiet(" (evaluated as they are; correct one)"));
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
                told += reasoned(Wording.heading(priority), group, all ? Integer.MAX_VALUE : FEW_SAFEGUARDS - told);
            } else {
                listed(Wording.heading(priority), group);
            }
        }
        if (!supplied.isEmpty()) {
            String heading = "To obtain from the supplier, whoever built it (A.10.3)";
            if (all) {
                reasoned(heading, supplied, Integer.MAX_VALUE);
            } else {
                listed(heading, supplied);
            }
        }
    }

    /** Tells safeguards under the reason that weighs most for them; what is beyond a number, only by id. */
    private int reasoned(String heading, List<Safeguard> group, int most) {
        page.blank().text(2, Span.strong(heading));
        Map<RuleId, List<Safeguard>> byReason = new LinkedHashMap<>();
        List<Safeguard> rest = new ArrayList<>();
        int told = 0;
        for (Safeguard safeguard : group) {
            RuleId reason = safeguard.reasons().get(0).rule().id();
            if (told < most || byReason.containsKey(reason)) {
                byReason.computeIfAbsent(reason, key -> new ArrayList<>()).add(safeguard);
                told++;
            } else {
                rest.add(safeguard);
            }
        }
        for (List<Safeguard> because : byReason.values()) {
            Finding reason = because.get(0).reasons().get(0);
            page.hanging(
                    2, 4, Span.plain("- " + reason.rule().title()), Span.quiet(" (" + basis(reason) + ")"));
            if (all) {
                page.text(4, Span.quiet(reason.rule().why()));
            }
            for (Safeguard safeguard : because) {
                control(safeguard);
            }
        }
        if (!rest.isEmpty()) {
            page.hanging(2, 4, Span.plain("- and " + ids(rest)));
        }
        return told;
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
            spans.add(Span.quiet(" also " + more));
        }
        page.labelled(4, ID, Span.name(safeguard.control().id().value()), spans.toArray(Span[]::new));
    }

    private void listed(String heading, List<Safeguard> group) {
        page.blank().text(2, Span.strong(heading));
        page.text(4, Span.plain(ids(group)));
    }

    private String ids(List<Safeguard> group) {
        return group.stream()
                .map(safeguard -> safeguard.control().id().value()
                        + states.state(safeguard.control().id())
                                .map(state -> " [" + Wording.words(state.stage()) + "]")
                                .orElse(""))
                .sorted(NaturalOrder.comparator())
                .collect(Collectors.joining(", "));
    }

    private void others() {
        List<ControlResult> excluded = withStatus(ControlStatus.ROLE_EXCLUDED);
        List<ControlResult> undetermined = withStatus(ControlStatus.UNDETERMINED);
        List<ControlResult> notRequired = withStatus(ControlStatus.NOT_REQUIRED);
        page.blank();
        if (!excluded.isEmpty()) {
            page.hanging(
                    0,
                    2,
                    Span.strong("Needed, but the work of others"),
                    Span.plain(", by the roles you hold: " + controls(excluded)));
        }
        if (!undetermined.isEmpty()) {
            page.hanging(
                    0,
                    2,
                    Span.strong("Undecided"),
                    Span.plain(", and not to be left out yet: " + controls(undetermined)));
        }
        if (!notRequired.isEmpty()) {
            page.hanging(
                    0,
                    2,
                    Span.strong("Not called for"),
                    Span.plain(" by these facts: " + controls(notRequired)));
        }
    }

    private List<ControlResult> withStatus(ControlStatus status) {
        return evaluation.controls().stream()
                .filter(result -> result.status() == status)
                .toList();
    }

    private static String controls(List<ControlResult> results) {
        return results.stream().map(result -> result.control().id().value()).collect(Collectors.joining(", "));
    }

    private void open() {
        List<OpenQuestion> questions = evaluation.openQuestions();
        if (questions.isEmpty()) {
            page.heading(Span.strong("Nothing is open"), Span.plain(": no answer could change this result."));
            return;
        }
        long undetermined =
                evaluation.findings().stream().filter(finding -> !finding.isCertain()).count();
        page.heading(
                Span.strong("What is unknown"),
                Span.plain(": " + Wording.count(questions.size(), "question", "questions") + " would settle "
                        + Wording.count((int) undetermined, "rule", "rules") + ". Ask next:"));
        page.blank();
        QuestionText.write(page, 2, questions.get(0));
        List<String> next = questions.stream()
                .skip(1)
                .limit(3)
                .map(question -> question.entry().characteristic().id())
                .toList();
        if (!next.isEmpty()) {
            page.text(2, Span.quiet("Then " + String.join(", ", next) + ". All of them: aims questions FILE"));
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

    private void foot() {
        String packs = evaluation.basis().packs().stream()
                .map((PackReference pack) -> pack.id() + " " + pack.version())
                .collect(Collectors.joining(", "));
        page.heading(Span.quiet("Packs " + packs + "; catalogue "
                + evaluation.basis().catalogue().id() + "; "
                + evaluation.asOf().map(date -> "as of " + date + "; ").orElse("") + "seal "
                + evaluation.seal().value().substring(0, 16)));
        page.text(
                0,
                Span.quiet("Levels rank attention and rest on expert judgement: no statement of conformity, no legal"
                        + " advice."));
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

    private static String lower(String title) {
        boolean acronym = title.length() > 1 && Character.isUpperCase(title.charAt(1));
        return acronym ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }
}
