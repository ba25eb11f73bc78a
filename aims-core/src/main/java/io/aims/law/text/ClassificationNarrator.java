package io.aims.law.text;

import io.aims.evaluation.UsedFact;
import io.aims.law.Classification;
import io.aims.law.Duty;
import io.aims.law.DutyResult;
import io.aims.law.LegalCondition;
import io.aims.law.LegalContradiction;
import io.aims.law.LegalDate;
import io.aims.law.LegalQuestion;
import io.aims.law.LegalReading;
import io.aims.law.LegalStep;
import io.aims.reasoning.internal.Phrases;
import io.aims.reasoning.proof.Detail;
import io.aims.rule.Truth;
import io.aims.source.Confidence;
import io.aims.system.Answer;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.text.Quoted;
import io.aims.treatment.assessment.Narrative;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells a classification in sentences: the short answer first, then why, then what is open. */
final class ClassificationNarrator {

    private static final int FEW = 5;
    private static final int MANY = 12;

    private final Classification classification;
    private final boolean full;
    private final Onsets onsets;
    private final Blocks out = new Blocks();

    ClassificationNarrator(Classification classification, Detail detail) {
        this.classification = classification;
        this.full = detail == Detail.FULL;
        this.onsets = Onsets.of(classification);
    }

    Narrative tell() {
        out.heading(
                1,
                Quoted.whole(classification.system().name()) + ": "
                        + Phrases.withinSentence(LegalWords.verdict(classification)));
        out.paragraph(Quoted.whole(classification.pack().title())
                + classification.asOf().map(day -> ", on " + day).orElse("") + ".");
        stops();
        out.paragraph(LegalWords.application(classification, onsets));
        contradictions();
        why();
        questions();
        duties();
        confidence();
        out.heading(2, "What this is");
        LegalWords.limits(classification).forEach(out::paragraph);
        return out.narrative();
    }

    private void stops() {
        List<LegalStep> stops = LegalWords.stops(classification);
        if (stops.isEmpty()) {
            return;
        }
        String reasons = stops.stream().map(this::named).collect(Collectors.joining("; "));
        out.item("STOP", LegalWords.STOP + " " + Phrases.capitalised(reasons) + ".");
        String until = LegalWords.standsUntil(classification);
        if (!until.isEmpty()) {
            out.item("", until, 1);
        }
    }

    private void contradictions() {
        List<LegalContradiction> contradictions = classification.contradictions();
        if (contradictions.isEmpty()) {
            return;
        }
        out.heading(2, "Answers that cannot all be true");
        for (LegalContradiction each : contradictions) {
            out.item(
                    Quoted.whole(each.proposition().article()),
                    Quoted.whole(each.proposition().title()) + ": " + LegalWords.of(each.stated()) + " by "
                            + LegalWords.of(each.statement()) + ", but "
                            + LegalWords.of(LegalCondition.not(each.stated()))
                            + " by " + LegalWords.of(each.parts())
                            + ". The graver reading stands until one of them is corrected.");
        }
    }

    private void why() {
        out.heading(2, LegalWords.WHY);
        if (full) {
            classification.steps().forEach(this::step);
            List<Answer> deciding = classification.decidingFacts();
            if (!deciding.isEmpty()) {
                out.item(
                        "Decides alone",
                        deciding.stream()
                                .map(answer -> Phrases.name(answer.characteristic()) + ": " + Phrases.words(answer))
                                .collect(Collectors.joining("; ")));
            }
            return;
        }
        Map<String, Set<String>> ruledOut = new LinkedHashMap<>();
        List<LegalStep> open = new ArrayList<>();
        classification.steps().stream().filter(LegalWords::isTold).forEach(step -> {
            if (step.takenAwayBy().isPresent()) {
                out.item("Excepted", named(step) + excepted(step));
            } else if (step.truth() == Truth.TRUE) {
                out.item("Holds", named(step));
            } else if (step.truth() == Truth.UNDETERMINED) {
                open.add(step);
            } else {
                ruledOut.computeIfAbsent(LegalWords.of(step.facts()), facts -> new LinkedHashSet<>())
                        .add(step.article());
            }
        });
        if (open.size() <= FEW) {
            open.forEach(step -> out.item("Open", named(step)));
        } else {
            out.item(
                    "Open",
                    some(open.stream()
                            .map(step -> Quoted.whole(step.article()))
                            .distinct()
                            .toList()));
        }
        if (!ruledOut.isEmpty()) {
            out.item(
                    "Ruled out",
                    ruledOut.entrySet().stream()
                            .map(each -> LegalWords.provisions(each.getValue()) + " (" + each.getKey() + ")")
                            .collect(Collectors.joining("; ")));
        }
    }

    private void step(LegalStep step) {
        String article = step.article().isEmpty() ? "" : Quoted.whole(step.article()) + " ";
        String applies = step.kind() == LegalStep.Kind.APPLICATION ? " (whether it applies)" : "";
        out.item(LegalWords.of(step.truth()), article + Quoted.whole(step.title()) + applies + " [" + step.id() + "]");
        if (!step.restsOn().isEmpty()) {
            out.item("Rests on", step.restsOn().stream().map(Object::toString).collect(Collectors.joining(", ")), 1);
        }
        step.takenAwayBy()
                .ifPresent(exemption -> out.item(
                        "Excepted by", Quoted.whole(exemption.article()) + " " + Quoted.whole(exemption.title()), 1));
        for (UsedFact fact : step.facts()) {
            String said = fact.answer()
                    .map(answer -> Phrases.sentence(answer.provenance()))
                    .orElse("");
            out.item("", LegalWords.of(fact) + "." + (said.isEmpty() ? "" : " " + said), 1);
        }
    }

    private String named(LegalStep step) {
        return Quoted.whole(step.article()) + " " + Phrases.withinSentence(Quoted.whole(step.title())) + " ("
                + LegalWords.of(step.facts()) + ")";
    }

    private static String excepted(LegalStep step) {
        return step.takenAwayBy()
                .map(exemption -> ": taken away by " + Quoted.whole(exemption.article()) + ", "
                        + Phrases.withinSentence(Quoted.whole(exemption.title())))
                .orElse("");
    }

    private void questions() {
        List<LegalQuestion> questions = classification.questions();
        List<LegalQuestion> ofClass =
                questions.stream().filter(LegalQuestion::bearsOnClass).toList();
        if (!ofClass.isEmpty()) {
            out.heading(2, "What would decide");
            asked(ofClass, classification.decided().isEmpty() ? "could change the class" : "could still matter");
        }
        List<LegalQuestion> others =
                questions.stream().filter(question -> !question.bearsOnClass()).toList();
        if (!others.isEmpty() && (full || classification.decided().isPresent())) {
            out.heading(2, "What would settle the duties");
            asked(others, "could settle a duty or its day");
        }
    }

    private void asked(List<LegalQuestion> questions, String effect) {
        int told = full ? questions.size() : Math.min(FEW, questions.size());
        for (LegalQuestion question : questions.subList(0, told)) {
            question(question);
        }
        if (told < questions.size()) {
            out.item("", (questions.size() - told) + " more " + effect + ".");
        }
    }

    private void question(LegalQuestion question) {
        Characteristic<?> characteristic = question.entry().characteristic();
        out.item(
                "",
                Quoted.whole(question.question()) + " [" + characteristic.id()
                        + (question.article().isEmpty() ? "" : ", " + Quoted.whole(question.article())) + "]");
        classification
                .system()
                .answer(characteristic)
                .ifPresent(answer -> out.item("Known so far", Phrases.words(answer) + ".", 1));
        String answers = answers(characteristic);
        if (!answers.isEmpty()) {
            out.item("Answers", answers, 1);
        }
        out.item("", "An answer can " + LegalWords.worth(question) + ".", 1);
    }

    private static String answers(Characteristic<?> characteristic) {
        if (characteristic instanceof BooleanCharacteristic) {
            return "YES or NO";
        }
        if (characteristic instanceof EnumeratedCharacteristic<?> enumerated) {
            return String.join(", ", enumerated.valueIds());
        }
        return "";
    }

    private void duties() {
        Map<String, List<DutyResult>> owed = new LinkedHashMap<>();
        Map<String, Set<String>> open = new LinkedHashMap<>();
        for (DutyResult result : classification.duties()) {
            String who = Phrases.withArticle(LegalWords.role(result.duty().who()));
            if (result.owed() == Truth.TRUE) {
                owed.computeIfAbsent(who, each -> new ArrayList<>()).add(result);
            } else if (result.owed() == Truth.UNDETERMINED) {
                open.computeIfAbsent(who, each -> new LinkedHashSet<>())
                        .add(result.duty().article());
            }
        }
        out.heading(2, "What is owed");
        if (owed.isEmpty()) {
            out.paragraph(open.isEmpty() ? "Nothing that this law asks, by the facts known." : "Nothing for certain.");
        }
        owed.forEach((who, results) -> {
            out.heading(3, "As " + who);
            Map<String, List<Duty>> byDay = new TreeMap<>();
            results.forEach(result -> byDay.computeIfAbsent(
                            LegalWords.when(result, classification, onsets), day -> new ArrayList<>())
                    .add(result.duty()));
            byDay.forEach((when, duties) -> duties.forEach(duty -> out.item("Binds " + when, told(duty))));
        });
        if (!open.isEmpty()) {
            out.heading(3, "Not known whether owed");
            open.forEach((who, articles) -> out.item("As " + who, some(List.copyOf(articles))));
        }
    }

    private static String told(Duty duty) {
        String about = Quoted.whole(duty.about());
        return about + (about.endsWith(".") ? " " : ". ") + "(" + Quoted.whole(duty.article())
                + (duty.due().isEmpty() ? "" : "; " + Quoted.whole(duty.due())) + ")";
    }

    private void confidence() {
        Map<Confidence, Set<String>> uncertain = new TreeMap<>();
        for (LegalStep step : classification.steps()) {
            if (LegalWords.isTold(step)
                    && (step.truth() != Truth.FALSE || step.takenAwayBy().isPresent())) {
                classification
                        .pack()
                        .proposition(step.id())
                        .ifPresent(each -> note(uncertain, each.confidence(), each.article()));
            }
            for (LegalReading reading : step.readings()) {
                date(reading.leaf()).ifPresent(date -> note(uncertain, date.confidence(), "the day " + date.day()));
            }
        }
        classification.duties().stream()
                .filter(result -> result.owed() == Truth.TRUE)
                .forEach(result -> note(
                        uncertain, result.duty().confidence(), result.duty().article()));
        if (uncertain.isEmpty()) {
            return;
        }
        out.heading(2, "How sure the sources are");
        uncertain.forEach((confidence, what) -> out.item(LegalWords.of(confidence), some(List.copyOf(what))));
    }

    private static Optional<LegalDate> date(LegalCondition.Leaf leaf) {
        if (leaf instanceof LegalCondition.DayReached reached) {
            return Optional.of(reached.date());
        }
        return leaf instanceof LegalCondition.Before before ? Optional.of(before.date()) : Optional.empty();
    }

    private static void note(Map<Confidence, Set<String>> uncertain, Confidence confidence, String what) {
        if (confidence != Confidence.HIGH && !what.isEmpty()) {
            uncertain.computeIfAbsent(confidence, each -> new LinkedHashSet<>()).add(what);
        }
    }

    private String some(List<String> articles) {
        if (full || articles.size() <= MANY) {
            return LegalWords.provisions(articles);
        }
        return LegalWords.provisions(articles.subList(0, MANY)) + " and " + (articles.size() - MANY) + " more";
    }
}
