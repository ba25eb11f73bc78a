package io.aims.law.text;

import io.aims.evaluation.UsedFact;
import io.aims.law.Classification;
import io.aims.law.Duty;
import io.aims.law.DutyResult;
import io.aims.law.LegalClass;
import io.aims.law.LegalQuestion;
import io.aims.law.LegalStep;
import io.aims.law.PropositionId;
import io.aims.reasoning.internal.Phrases;
import io.aims.rule.Truth;
import io.aims.source.Confidence;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words in which a classification is told, for pages and texts alike. Text from outside is escaped.
 *
 * @since 0.1
 */
public final class LegalWords {

    /** What must stand wherever a stop stands. */
    public static final String STOP = "It must not be used as described, whatever else is done about it.";

    /** The heading over what a classification rests on. */
    public static final String WHY = "Why";

    /** What provisions of one kind begin with. */
    private static final Pattern KIND = Pattern.compile("Art\\. |Annex [IVX]+ ");

    /** What steps call the day for which the law is asked. */
    private static final String DAY = "asOf";

    private LegalWords() {}

    /**
     * Returns the class, or the classes that are still possible, as the short answer.
     *
     * @param classification a classification
     * @return for example {@code High-risk} or {@code Not decided yet (prohibited practice or high-risk)}
     */
    public static String verdict(Classification classification) {
        List<LegalClass> possible = classification.possible();
        if (possible.isEmpty()) {
            return "No class fits: the answers contradict one another";
        }
        if (possible.size() == 1) {
            return Quoted.whole(possible.get(0).title());
        }
        return "Not decided yet (" + classes(possible) + ")";
    }

    /**
     * Names classes within a sentence.
     *
     * @param classes one class or more
     * @return for example {@code prohibited practice or high-risk}
     */
    public static String classes(List<LegalClass> classes) {
        return Phrases.list(
                classes.stream()
                        .map(each -> Phrases.withinSentence(Quoted.whole(each.title())))
                        .toList(),
                "or");
    }

    /**
     * Tells whether what follows from the class applies already.
     *
     * @param classification a classification
     * @param onsets its days
     * @return a sentence, or an empty text if no class is decided
     */
    public static String application(Classification classification, Onsets onsets) {
        if (classification.decided().isEmpty()) {
            return "";
        }
        Onset onset = onsets.of(classification.decided().get().id());
        String day = classification.asOf().map(Object::toString).orElse("");
        String from = onset.words();
        return switch (classification.applies()) {
            case TRUE -> "What follows from this class applies" + (day.isEmpty() ? "." : " on " + day + ".");
            case FALSE ->
                from.isEmpty()
                        ? "Nothing follows from this class by the law itself."
                        : "What follows from this class does not apply yet on " + day + ", but " + from + ".";
            case UNDETERMINED ->
                day.isEmpty()
                        ? "No day was given"
                                + (from.isEmpty() ? "." : ": what follows from this class applies " + from + ".")
                        : "Whether what follows from this class applies on " + day + " is open.";
        };
    }

    /**
     * Tells from when a duty binds that is owed.
     *
     * @param result what is known of the duty
     * @param classification the classification it belongs to
     * @param onsets the days of the classification
     * @return for example {@code already} or {@code from 2027-12-02}
     */
    public static String when(DutyResult result, Classification classification, Onsets onsets) {
        String from = onsets.of(result.duty().id()).words();
        return switch (result.applies()) {
            case TRUE -> classification.asOf().isPresent() ? "already" : "always";
            case FALSE -> from.isEmpty() ? "on no day by this law" : from;
            case UNDETERMINED -> from.isEmpty() ? "on a day not known" : from;
        };
    }

    /**
     * Tells what the answer to a question can do.
     *
     * @param question a question
     * @return for example {@code rule out prohibited practice}
     */
    public static String worth(LegalQuestion question) {
        if (!question.rulesOut().isEmpty()) {
            return "rule out " + classes(question.rulesOut());
        }
        if (!question.duties().isEmpty()) {
            return "settle "
                    + provisions(question.duties().stream().map(Duty::article).toList());
        }
        return question.bearsOnClass()
                ? "decide together with other answers"
                : "settle a duty or its day together with other answers";
    }

    /**
     * Tells until when a stop stands that an exclusion could lift.
     *
     * @param classification a classification
     * @return a sentence, or an empty text if nothing stops or nothing could lift it
     */
    public static String standsUntil(Classification classification) {
        List<LegalClass> others = classification.possible().stream()
                .filter(each -> each.stops().isEmpty())
                .toList();
        return !classification.stops() || others.isEmpty()
                ? ""
                : "It stands until it is shown that the system is " + classes(others) + ".";
    }

    /**
     * Returns what is known of something, as one word or two.
     *
     * @param truth what is known
     * @return {@code yes}, {@code no} or {@code not known}
     */
    public static String of(Truth truth) {
        return switch (truth) {
            case TRUE -> "yes";
            case UNDETERMINED -> "not known";
            case FALSE -> "no";
        };
    }

    /**
     * Returns how well sources support something, as a person reads it.
     *
     * @param confidence a confidence
     * @return a phrase
     */
    public static String of(Confidence confidence) {
        return switch (confidence) {
            case LOW -> "Low confidence (a single or disputed source)";
            case MEDIUM -> "Medium confidence (sources that others do not confirm)";
            case HIGH -> "High confidence (confirmed by the sources cited)";
        };
    }

    /**
     * Returns the role that owes a duty.
     *
     * @param who the id of a role, for example {@code GPAI_PROVIDER}
     * @return for example {@code GPAI provider}
     */
    public static String role(String who) {
        return Phrases.words(who);
    }

    /**
     * Returns a fact with its value.
     *
     * @param fact a fact that was read
     * @return for example {@code jurisdictions: EU} or {@code profiling: not known}
     */
    public static String of(UsedFact fact) {
        String name = fact.subject().equals(DAY) ? "the day" : Phrases.nameOf(fact.subject());
        return name + ": "
                + fact.answer()
                        .map(Phrases::words)
                        .orElseGet(() -> fact.text().equals("unknown") ? "not known" : Quoted.of(fact.text()));
    }

    /**
     * Returns facts with their values.
     *
     * @param facts facts that were read
     * @return one line, empty if there are none
     */
    public static String of(List<UsedFact> facts) {
        return facts.stream().map(LegalWords::of).collect(Collectors.joining("; "));
    }

    /**
     * Names provisions, without saying again what they share with the one before.
     *
     * @param articles provisions, for example {@code Art. 5(1)(a)} and {@code Art. 5(1)(b)}
     * @return each once, for example {@code Art. 5(1)(a), 5(1)(b)}
     */
    public static String provisions(Collection<String> articles) {
        List<String> named = new ArrayList<>();
        String before = "";
        for (String article : new LinkedHashSet<>(articles)) {
            Matcher kind = KIND.matcher(article);
            String own = kind.lookingAt() ? kind.group() : "";
            boolean isShared = !own.isEmpty() && own.equals(before);
            named.add(Quoted.whole(isShared ? article.substring(own.length()) : article));
            before = own;
        }
        return String.join(", ", named);
    }

    /**
     * Tells whether a step is worth telling by itself: a provision with facts about the system.
     *
     * @param step a step
     * @return {@code false} if it only joins others, or reads nothing but the day
     */
    public static boolean isTold(LegalStep step) {
        return step.kind() == LegalStep.Kind.PROPOSITION
                && !step.article().isEmpty()
                && step.facts().stream().anyMatch(fact -> !fact.subject().equals(DAY));
    }

    /**
     * Returns the findings on which a stop rests.
     *
     * @param classification a classification
     * @return the practices that hold, in the order in which the law is read; empty if nothing stops
     */
    public static List<LegalStep> stops(Classification classification) {
        if (!classification.stops()) {
            return List.of();
        }
        List<LegalStep> found = new ArrayList<>();
        for (LegalClass possible : classification.possible()) {
            possible.stops()
                    .filter(stop -> classification.truth(stop) == Truth.TRUE)
                    .ifPresent(stop -> holding(classification.steps(stop), stop).forEach(step -> {
                        if (!found.contains(step)) {
                            found.add(step);
                        }
                    }));
        }
        return found;
    }

    /** The steps with a provision of their own and facts that hold, down from one that may only join others. */
    private static List<LegalStep> holding(List<LegalStep> steps, PropositionId from) {
        Map<PropositionId, LegalStep> byId = new HashMap<>();
        steps.forEach(step -> byId.put(step.id(), step));
        Set<PropositionId> reached = new HashSet<>();
        reach(from, byId, reached);
        return steps.stream()
                .filter(step -> reached.contains(step.id()))
                .filter(step -> !step.facts().isEmpty())
                .toList();
    }

    private static void reach(PropositionId id, Map<PropositionId, LegalStep> steps, Set<PropositionId> reached) {
        LegalStep step = steps.get(id);
        if (step != null && step.truth() == Truth.TRUE && reached.add(id)) {
            step.restsOn().forEach(below -> reach(below, steps, reached));
        }
    }

    /**
     * Returns what a reader must be told beside the class.
     *
     * @param classification a classification
     * @return sentences, never empty
     */
    public static List<String> limits(Classification classification) {
        return List.of(
                "The class follows from the facts given, which nobody has checked here. It is no legal advice and no"
                        + " statement of conformity.",
                "Legal pack " + Quoted.of(classification.reference().id()) + " "
                        + Quoted.of(classification.reference().version()) + " tells the law ("
                        + Quoted.whole(classification.pack().act()) + ") in its own words, from sources read up to "
                        + classification.pack().readOn() + ". What came later is not in it.");
    }
}
