package io.aims.treatment.assessment;

import io.aims.evaluation.Finding;
import io.aims.reasoning.internal.Phrases;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Explanation;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.Rule;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Contradiction;
import io.aims.text.Quoted;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualRisk;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a draft in sentences. Not thread-safe. */
final class ImpactNarrator {

    /** How many findings of a topic are told with the reason why they matter. */
    private static final int FEW = 3;

    /** How many possible findings of a topic are named, unless all are. */
    private static final int SOME = 5;

    /** How many questions are told at the beginning. */
    private static final int FIRST = 5;

    private final ImpactAssessment draft;
    private final Detail detail;
    private final Narrative.Builder out = new Narrative.Builder();
    private final Set<String> asked = new HashSet<>();
    private final Set<Rule> explained = new HashSet<>();

    private ImpactNarrator(ImpactAssessment draft, Detail detail) {
        this.draft = draft;
        this.detail = detail;
    }

    static Narrative tell(ImpactAssessment draft, Detail detail) {
        ImpactNarrator narrator = new ImpactNarrator(draft, detail);
        narrator.beginning();
        narrator.glance();
        narrator.subject();
        narrator.triggers();
        draft.parts().forEach(narrator::part);
        narrator.end();
        return narrator.out.build();
    }

    private void beginning() {
        AiSystem system = draft.evaluation().system();
        out.heading(1, "Impact assessment of " + Quoted.whole(system.name()) + ": draft");
        draft.stops().stream()
                .filter(Finding::isCertain)
                .forEach(stop -> out.paragraph("STOP. " + Quoted.of(system.name())
                        + " must not be used as it is described: " + titled(stop)
                        + ". No assessment and no control makes such a use permitted."));
        out.paragraph(draft.verdict());
        List<OpenFact> open = draft.openFacts();
        long deciding = open.stream().filter(OpenFact::decides).count();
        out.paragraph(
                open.isEmpty()
                        ? "Every fact that was asked for is known. " + judgements()
                        : Phrases.count(open.size(), "fact is", "facts are") + " open"
                                + (deciding == 0
                                        ? ", and no finding depends on them any more. "
                                        : ", and findings depend on " + (deciding == open.size() ? "each" : deciding)
                                                + " of them. To find out first:"));
        open.stream().filter(OpenFact::decides).limit(FIRST).forEach(fact -> out.item("", fact.sentence()));
        if (deciding > 0) {
            out.paragraph(judgements());
        }
    }

    private String judgements() {
        return Phrases.count(draft.judgements().size(), "question is", "questions are")
                + " beyond facts: people have to answer them, and keep the answers.";
    }

    /** Tells of every topic in a word or two what the facts say. */
    private void glance() {
        out.heading(2, "At a glance");
        for (AssessedPart part : draft.parts()) {
            Map<AssessedTopic.Standing, List<String>> topics = new EnumMap<>(AssessedTopic.Standing.class);
            part.topics()
                    .forEach(topic -> topics.computeIfAbsent(topic.standing(), key -> new ArrayList<>())
                            .add(Phrases.withinSentence(
                                    Quoted.whole(topic.topic().title()))));
            List<String> said = new ArrayList<>();
            tell(said, "Findings on ", topics.get(AssessedTopic.Standing.FOUND));
            tell(said, "Possible findings on ", topics.get(AssessedTopic.Standing.POSSIBLE));
            tell(said, "No rule finds anything on ", topics.get(AssessedTopic.Standing.NOTHING_FOUND));
            out.item(part.part().title(), String.join(" ", said));
        }
    }

    private static void tell(List<String> said, String before, @Nullable List<String> topics) {
        if (topics != null) {
            said.add(before + String.join("; ", topics) + ".");
        }
    }

    private void subject() {
        AiSystem system = draft.evaluation().system();
        out.heading(2, "What it is and what it is for");
        out.paragraph(system.description()
                .filter(text -> !text.isBlank())
                .map(Quoted::whole)
                .orElse("What it is and what it is for is not described in words."));
        draft.contradictions().forEach(contradiction -> out.item("Contradiction", sentence(contradiction)));
        draft.described().forEach(fact -> out.item("Known", fact.sentence()));
        open(draft.undescribed());
        judge(draft.guide().purpose());
    }

    private static String sentence(Contradiction contradiction) {
        return contradiction.answers().stream()
                        .map(answer -> Phrases.name(answer.characteristic()) + " is " + words(answer))
                        .collect(Collectors.joining(", and "))
                + ". " + Quoted.whole(contradiction.why());
    }

    private static String words(Answer answer) {
        return Phrases.words(answer);
    }

    private void triggers() {
        out.heading(2, "Whether an assessment is called for");
        for (Trigger trigger : draft.triggers()) {
            if (trigger.call() == Trigger.Call.CALLED_FOR) {
                out.item("", trigger.sentence());
            } else {
                for (Explanation.Line line : trigger.explanation().lines()) {
                    out.item("", line.text(), line.depth());
                }
            }
        }
    }

    private void part(AssessedPart part) {
        out.heading(2, part.part().title());
        out.paragraph(Quoted.whole(part.chapter().about()));
        out.paragraph(part.sentence());
        part.topics().forEach(this::topic);
        if (!part.chapter().judgements().isEmpty()) {
            out.heading(3, part.part().title() + ": to judge as a whole");
            judge(part.chapter().judgements());
        }
    }

    private void topic(AssessedTopic assessed) {
        ImpactTopic topic = assessed.topic();
        out.heading(3, Quoted.whole(topic.title()));
        out.paragraph(Quoted.whole(topic.about()) + " " + assessed.summary());
        assessed.known().forEach(fact -> out.item("Known", fact.sentence()));
        found(assessed.found());
        possible(assessed.possible());
        if (!assessed.risks().isEmpty() && assessed.standing() != AssessedTopic.Standing.NOTHING_FOUND) {
            boolean isStated = !draft.profile().states().equals(ControlStates.unknown());
            out.item(
                    "At stake",
                    assessed.risks().stream().map(risk -> level(risk, isStated)).collect(Collectors.joining("; "))
                            + ".");
        }
        if (assessed.standing() != AssessedTopic.Standing.NOTHING_FOUND) {
            measures(assessed.controls());
        }
        open(assessed.open());
        judge(topic.judgements());
    }

    private void found(List<Finding> found) {
        List<Finding> rest = new ArrayList<>();
        int told = 0;
        for (Finding finding : found) {
            if (told < FEW && explained.add(finding.rule())) {
                out.item(
                        "Found",
                        titled(finding) + ". " + Quoted.whole(finding.rule().why()));
                told++;
            } else {
                rest.add(finding);
            }
        }
        if (!rest.isEmpty()) {
            out.item(told == 0 ? "Found" : "Found besides", titles(rest) + ".");
        }
    }

    private void possible(List<Finding> possible) {
        int told = detail == Detail.FULL || possible.size() == SOME + 1
                ? possible.size()
                : Math.min(SOME, possible.size());
        if (told > 0) {
            out.item(
                    "Possible",
                    titles(possible.subList(0, told))
                            + (told < possible.size() ? "; and " + (possible.size() - told) + " more." : "."));
        }
    }

    private static String level(ResidualRisk risk, boolean isStated) {
        String before = Quoted.whole(risk.inherent().objective().title()) + " ("
                + risk.inherent().objective().id() + ") "
                + words(risk.inherent().level());
        if (!isStated) {
            return before;
        }
        return risk.level().equals(risk.inherent().level())
                ? before + ", also with the controls as stated"
                : before + ", with the controls as stated " + words(risk.level());
    }

    private static String words(Range<RiskLevel> level) {
        String low = Phrases.words(level.low().name());
        return level.isExact() ? low : low + " to " + Phrases.words(level.high().name());
    }

    /** Controls of the same standing are told together. */
    private void measures(List<ActingControl> controls) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (ActingControl control : controls) {
            groups.computeIfAbsent(control.standing(), key -> new ArrayList<>()).add(control.title());
        }
        groups.forEach((standing, titles) -> out.item("Measure", String.join("; ", titles) + ": " + standing));
    }

    /** A question is asked where it comes up first. */
    private void open(List<OpenFact> open) {
        List<String> again = new ArrayList<>();
        List<String> idle = new ArrayList<>();
        for (OpenFact fact : open) {
            String name = Phrases.name(fact.entry().characteristic());
            if (!fact.decides()) {
                idle.add(name);
            } else if (asked.add(fact.entry().characteristic().id())) {
                out.item("Open", fact.sentence());
            } else {
                again.add(name);
            }
        }
        if (!again.isEmpty()) {
            out.item("Open, asked above", Phrases.capitalised(Phrases.list(again, "and")) + ".");
        }
        if (!idle.isEmpty()) {
            out.item("Open, and no finding depends on it", Phrases.capitalised(Phrases.list(idle, "and")) + ".");
        }
    }

    private void judge(List<Judgement> judgements) {
        judgements.forEach(judgement -> out.item(
                "To judge (" + Phrases.withinSentence(judgement.kind().title()) + ")",
                Quoted.whole(judgement.question())));
    }

    private void end() {
        out.heading(2, "What this draft is not");
        Stream.concat(
                        draft.guide().limits().stream(),
                        Stream.of(ClauseSentences.basis(draft.evaluation().basis()) + " Seal of the evaluation: "
                                + draft.evaluation().seal().value() + "."))
                .forEach(limit -> out.item("", Quoted.whole(limit)));
    }

    static String titles(List<Finding> findings) {
        return findings.stream().map(ImpactNarrator::titled).collect(Collectors.joining("; "));
    }

    static String titled(Finding finding) {
        return Quoted.whole(finding.rule().title()) + " (" + finding.rule().id() + ")";
    }
}
