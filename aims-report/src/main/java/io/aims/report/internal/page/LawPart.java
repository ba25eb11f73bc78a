package io.aims.report.internal.page;

import io.aims.law.Classification;
import io.aims.law.DutyResult;
import io.aims.law.LegalClass;
import io.aims.law.LegalQuestion;
import io.aims.law.LegalStep;
import io.aims.law.text.LegalNarrative;
import io.aims.law.text.LegalWords;
import io.aims.law.text.Onsets;
import io.aims.reasoning.internal.Phrases;
import io.aims.reasoning.proof.Detail;
import io.aims.rule.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a law says of the system, as its section shows it.
 *
 * @param classification the classification
 * @param onsets the days of its classes and duties
 */
public record LawPart(Classification classification, Onsets onsets) {

    /**
     * A class with whether the system can be in it.
     *
     * @param title the title of the class
     * @param text what is known
     * @param kind the class that marks it
     */
    public record ClassMark(String title, String text, String kind) {}

    /**
     * A provision with what it came to.
     *
     * @param article the provision, or several that are ruled out by the same facts
     * @param title what it is about
     * @param outcome what it came to
     * @param kind the class that marks the outcome
     * @param facts the facts on which that rests
     */
    public record Row(String article, String title, String outcome, String kind, String facts) {}

    /**
     * A duty that is owed, or of which it is not known.
     *
     * @param about what is owed
     * @param article the provision, with the time it gives
     * @param who the role that owes it
     * @param when from when, or that it is not known whether
     * @param kind the class that marks that
     * @param confidence how well the sources support it
     */
    public record DutyRow(String about, String article, String who, String when, String kind, String confidence) {}

    /**
     * Prepares a classification.
     *
     * @param classification the classification
     * @return the part
     */
    public static LawPart of(Classification classification) {
        return new LawPart(classification, Onsets.of(classification));
    }

    /**
     * Returns the place of the section in the page.
     *
     * @return an id
     */
    public String anchor() {
        return "law-" + classification.reference().id();
    }

    /**
     * Returns the title of the section.
     *
     * @return the title of the legal pack
     */
    public String title() {
        return classification.pack().title();
    }

    /**
     * Returns the short answer.
     *
     * @return a sentence
     */
    public String verdict() {
        return LegalWords.verdict(classification) + ".";
    }

    /**
     * Tells whether what follows from the class applies.
     *
     * @return a sentence, or an empty text if no class is decided
     */
    public String application() {
        return LegalWords.application(classification, onsets);
    }

    /**
     * Returns the findings that stop the system.
     *
     * @return the findings, empty if nothing stops
     */
    public List<LegalStep> stops() {
        return LegalWords.stops(classification);
    }

    /**
     * Returns a finding in words.
     *
     * @param step a finding
     * @return provision, title and facts
     */
    public String words(LegalStep step) {
        return step.article() + ", " + Phrases.withinSentence(step.title()) + " (" + LegalWords.of(step.facts()) + ")";
    }

    /**
     * Returns until when a stop stands, if the law may turn out not to reach the system.
     *
     * @return a sentence, or an empty text
     */
    public String standsUntil() {
        return LegalWords.standsUntil(classification);
    }

    /**
     * Returns every class with whether the system can be in it.
     *
     * @return the classes, the gravest first
     */
    public List<ClassMark> classes() {
        boolean isDecided = classification.decided().isPresent();
        List<ClassMark> marks = new ArrayList<>();
        for (LegalClass each : classification.pack().classes()) {
            boolean isPossible = classification.possible().contains(each);
            marks.add(new ClassMark(
                    each.title(),
                    isPossible ? isDecided ? "by the facts given" : "possible" : "ruled out",
                    isPossible ? isDecided ? each.stops().isPresent() ? "bad" : "fair" : "open" : "plain"));
        }
        return marks;
    }

    /**
     * Returns the provisions on which the outcome rests: what holds, then what is open, then what is ruled out.
     *
     * @return the provisions; those that the same facts rule out stand together
     */
    public List<Row> rows() {
        List<Row> holding = new ArrayList<>();
        List<Row> open = new ArrayList<>();
        Map<String, List<LegalStep>> ruledOut = new LinkedHashMap<>();
        for (LegalStep step : classification.steps()) {
            if (!LegalWords.isTold(step)) {
                continue;
            }
            String facts = LegalWords.of(step.facts());
            if (step.takenAwayBy().isPresent()) {
                String by = step.takenAwayBy().get().article() + ", "
                        + Phrases.withinSentence(step.takenAwayBy().get().title());
                holding.add(new Row(step.article(), step.title(), "Taken away by " + by, "good", facts));
            } else if (step.truth() == Truth.TRUE) {
                holding.add(new Row(step.article(), step.title(), "Holds", "fair", facts));
            } else if (step.truth() == Truth.UNDETERMINED) {
                open.add(new Row(step.article(), step.title(), "Open", "open", facts));
            } else {
                ruledOut.computeIfAbsent(facts, each -> new ArrayList<>()).add(step);
            }
        }
        List<Row> rows = new ArrayList<>(holding);
        rows.addAll(open);
        ruledOut.forEach((facts, steps) -> rows.add(new Row(
                LegalWords.provisions(steps.stream().map(LegalStep::article).toList()),
                steps.size() == 1 ? steps.get(0).title() : steps.size() + " provisions",
                "Ruled out",
                "plain",
                facts)));
        return rows;
    }

    /**
     * Returns the duties that are owed.
     *
     * @return the duties in the order of the law
     */
    public List<DutyRow> owed() {
        return classification.duties().stream()
                .filter(result -> result.owed() == Truth.TRUE)
                .map(result -> row(result, LegalWords.when(result, classification, onsets), kind(result)))
                .toList();
    }

    /**
     * Returns the duties of which it is not known whether they are owed.
     *
     * @return the duties in the order of the law
     */
    public List<DutyRow> open() {
        return classification.duties().stream()
                .filter(result -> result.owed() == Truth.UNDETERMINED)
                .map(result -> row(result, "Not known", "open"))
                .toList();
    }

    private static String kind(DutyResult result) {
        return result.applies() == Truth.TRUE ? "bad" : result.applies() == Truth.FALSE ? "plain" : "open";
    }

    private static DutyRow row(DutyResult result, String when, String kind) {
        return new DutyRow(
                result.duty().about(),
                result.duty().article()
                        + (result.duty().due().isEmpty()
                                ? ""
                                : "; " + result.duty().due()),
                Phrases.capitalised(LegalWords.role(result.duty().who())),
                Phrases.capitalised(when),
                kind,
                Words.of(result.duty().confidence()));
    }

    /**
     * Returns the questions whose answers can still matter.
     *
     * @return those that bear on the class first
     */
    public List<LegalQuestion> questions() {
        return classification.questions();
    }

    /**
     * Returns the questions on which the class hangs.
     *
     * @return the best first; empty if the class is decided
     */
    public List<LegalQuestion> decidingQuestions() {
        return questions().stream().filter(LegalQuestion::bearsOnClass).toList();
    }

    /**
     * Returns the questions on which only duties and their days hang.
     *
     * @return the best first
     */
    public List<LegalQuestion> furtherQuestions() {
        return questions().stream().filter(question -> !question.bearsOnClass()).toList();
    }

    /**
     * Tells what the answer to a question can do.
     *
     * @param question a question
     * @return a phrase
     */
    public String worth(LegalQuestion question) {
        return LegalWords.worth(question);
    }

    /**
     * Returns every step with its facts and who stated them.
     *
     * @return the part of the narrative that tells why
     */
    public List<Draft.Part> everyStep() {
        return Draft.of(LegalNarrative.of(classification, Detail.FULL)).parts().stream()
                .filter(part -> part.heading().equals(LegalWords.WHY))
                .toList();
    }

    /**
     * Returns what a reader must be told beside the class.
     *
     * @return sentences
     */
    public List<String> limits() {
        return LegalWords.limits(classification);
    }
}
