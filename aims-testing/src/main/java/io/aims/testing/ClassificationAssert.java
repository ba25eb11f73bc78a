package io.aims.testing;

import io.aims.error.AimsException;
import io.aims.law.Classification;
import io.aims.law.Duty;
import io.aims.law.LegalClass;
import io.aims.law.LegalContradiction;
import io.aims.law.LegalQuestion;
import io.aims.law.Proposition;
import io.aims.law.PropositionId;
import io.aims.law.text.LegalNarrative;
import io.aims.reasoning.proof.Detail;
import io.aims.rule.Truth;
import io.aims.text.Quoted;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about what a law says of one system. What is not known is never taken for false: a class is possible, a duty
 * open, until the facts rule it out. Not thread-safe.
 *
 * <pre>{@code
 * assertThat(classification).isOfClass("HIGH_RISK").doesNotStop();
 * }</pre>
 *
 * @since 0.1
 */
public final class ClassificationAssert extends OutcomeAssert<ClassificationAssert, Classification> {

    private static final int MOST_QUESTIONS = 5;

    ClassificationAssert(@Nullable Classification actual, Consumer<AssertionError> failures) {
        super(actual, ClassificationAssert.class, failures);
    }

    /**
     * Expects that the facts decide the class, and this one.
     *
     * @param legalClass the id of a class of the law
     * @return these assertions
     * @throws AimsException AIMS-7001, if the law has no such class
     */
    public ClassificationAssert isOfClass(String legalClass) {
        LegalClass expected = legalClass(legalClass);
        return check(
                subject().decided().filter(expected::equals).isPresent(), () -> aboutClass(expected, "to be of class"));
    }

    /**
     * Expects that the facts do not rule a class out, whether or not they decide it.
     *
     * @param legalClass the id of a class of the law
     * @return these assertions
     * @throws AimsException AIMS-7001, if the law has no such class
     */
    public ClassificationAssert mayBeOfClass(String legalClass) {
        LegalClass expected = legalClass(legalClass);
        return check(subject().possible().contains(expected), () -> aboutClass(expected, "possibly to be of class"));
    }

    /**
     * Expects that the facts rule a class out.
     *
     * @param legalClass the id of a class of the law
     * @return these assertions
     * @throws AimsException AIMS-7001, if the law has no such class
     */
    public ClassificationAssert cannotBeOfClass(String legalClass) {
        LegalClass expected = legalClass(legalClass);
        return check(!subject().possible().contains(expected), () -> aboutClass(expected, "not to be of class"));
    }

    /**
     * Expects that a duty is owed, whether or not it applies already.
     *
     * @param duty the id of a duty of the law
     * @return these assertions
     * @throws AimsException AIMS-7001, if the law has no such duty
     */
    public ClassificationAssert owes(String duty) {
        return owed(duty, Truth.TRUE, "to owe");
    }

    /**
     * Expects that the facts settle that a duty is not owed.
     *
     * @param duty the id of a duty of the law
     * @return these assertions
     * @throws AimsException AIMS-7001, if the law has no such duty
     */
    public ClassificationAssert doesNotOwe(String duty) {
        return owed(duty, Truth.FALSE, "not to owe");
    }

    /**
     * Expects that the facts known do not settle whether a duty is owed.
     *
     * @param duty the id of a duty of the law
     * @return these assertions
     * @throws AimsException AIMS-7001, if the law has no such duty
     */
    public ClassificationAssert mayOwe(String duty) {
        return owed(duty, Truth.UNDETERMINED, "to leave open");
    }

    /**
     * Expects that a duty is owed and applies on the day for which the law was asked.
     *
     * @param duty the id of a duty of the law
     * @return these assertions
     * @throws AimsException AIMS-7001, if the law has no such duty
     */
    public ClassificationAssert owesAlready(String duty) {
        owes(duty);
        Duty named = duty(duty);
        Truth applies = subject().applies(named.id());
        return check(
                applies == Truth.TRUE,
                () -> Message.expected(
                                "duty (" + Quoted.whole(named.toString()) + ") to apply to " + system() + " "
                                        + subject()
                                                .asOf()
                                                .map(day -> "on " + day)
                                                .orElse("without a day"),
                                "it " + (applies == Truth.FALSE ? "does not yet" : "may not yet"))
                        .because(narrative())
                        .advise("Maybe classify for another day."));
    }

    /**
     * Expects that a proposition of the law holds.
     *
     * @param proposition the id of a proposition
     * @return these assertions
     * @throws AimsException AIMS-7001, if the law has no such proposition
     */
    public ClassificationAssert holds(String proposition) {
        return truth(proposition, Truth.TRUE, "to hold");
    }

    /**
     * Expects that the facts settle that a proposition of the law does not hold.
     *
     * @param proposition the id of a proposition
     * @return these assertions
     * @throws AimsException AIMS-7001, if the law has no such proposition
     */
    public ClassificationAssert doesNotHold(String proposition) {
        return truth(proposition, Truth.FALSE, "not to hold");
    }

    /**
     * Expects that the facts known do not settle whether a proposition of the law holds.
     *
     * @param proposition the id of a proposition
     * @return these assertions
     * @throws AimsException AIMS-7001, if the law has no such proposition
     */
    public ClassificationAssert leavesUndetermined(String proposition) {
        return truth(proposition, Truth.UNDETERMINED, "to be open");
    }

    /**
     * Expects that a finding stands that stops the system: a prohibited practice, for example.
     *
     * @return these assertions
     */
    public ClassificationAssert stops() {
        return check(
                subject().stops(),
                () -> Message.expected(
                                subject().pack().id() + " to stop " + system(), "no finding that stops it stands")
                        .because(narrative())
                        .advise(questions()));
    }

    /**
     * Expects that the facts settle that nothing in the law stops the system.
     *
     * @return these assertions
     */
    public ClassificationAssert doesNotStop() {
        List<PropositionId> open = subject().possible().stream()
                .flatMap(each -> each.stops().stream())
                .distinct()
                .filter(stop -> subject().truth(stop) != Truth.FALSE)
                .toList();
        return check(
                open.isEmpty(),
                () -> Message.expected(
                                subject().pack().id() + " not to stop " + system(),
                                (subject().stops() ? "it does: " : "it may: ")
                                        + open.stream()
                                                .map(PropositionId::value)
                                                .collect(Collectors.joining(", ")))
                        .because(narrative())
                        .advise(questions()));
    }

    /**
     * Expects that no answer could matter any more, to the class, to a duty or to what applies already.
     *
     * @return these assertions
     */
    public ClassificationAssert hasNoOpenQuestions() {
        return check(
                subject().questions().isEmpty(),
                () -> Message.expected(
                                "no question of " + subject().pack().id() + " to be open for " + system(),
                                subject().questions().size() + " are")
                        .advise(questions()));
    }

    /**
     * Expects that an answer to a characteristic could still matter.
     *
     * @param characteristic the id of a characteristic that the law reads
     * @return these assertions
     * @throws AimsException AIMS-7001, if the law reads no such characteristic
     */
    public ClassificationAssert hasOpenQuestion(String characteristic) {
        boolean asked = subject().questions().stream()
                .anyMatch(question -> question.entry().characteristic().id().equals(characteristic));
        if (!asked) {
            KnownIds.found("fact of " + subject().pack().id(), characteristic, facts(), id -> id);
        }
        return check(
                asked,
                () -> Message.expected(
                                system() + " to have an open question about (" + characteristic + ")",
                                "no answer to it could matter any more")
                        .advise(questions()));
    }

    /**
     * Expects that what was stated as a whole and what the parts show agree.
     *
     * @return these assertions
     */
    public ClassificationAssert hasNoContradictions() {
        List<LegalContradiction> found = subject().contradictions();
        return check(
                found.isEmpty(),
                () -> Message.expected("the answers about " + system() + " not to contradict one another", "they do")
                        .because(found.stream()
                                .map(each -> Quoted.whole(each.proposition().toString()))
                                .collect(Collectors.joining("\n")))
                        .advise("Maybe correct what was stated as a whole, or one of its parts."));
    }

    private ClassificationAssert owed(String id, Truth expected, String verb) {
        Duty duty = duty(id);
        Truth found = subject().truth(duty.id());
        return check(
                found == expected,
                () -> Message.expected(
                                system() + " " + verb + " duty (" + Quoted.whole(duty.toString()) + ")",
                                switch (found) {
                                    case TRUE -> "it is owed";
                                    case FALSE -> "it is not owed";
                                    case UNDETERMINED -> "the facts do not settle that";
                                })
                        .because(found == Truth.TRUE ? narrative() : whyNot(duty.id()))
                        .advise(advice(found)));
    }

    private ClassificationAssert truth(String id, Truth expected, String verb) {
        Proposition proposition = KnownIds.found(
                "proposition of " + subject().pack().id(),
                id,
                subject().pack().propositions(),
                each -> each.id().value());
        Truth found = subject().truth(proposition.id());
        return check(
                found == expected,
                () -> Message.expected(
                                "proposition (" + Quoted.whole(proposition.toString()) + ") " + verb + " for "
                                        + system(),
                                "it " + EvaluationAssert.words(found))
                        .because(found == Truth.TRUE ? narrative() : whyNot(proposition.id()))
                        .advise(advice(found)));
    }

    private String aboutClass(LegalClass expected, String verb) {
        boolean possible = subject().possible().contains(expected);
        return Message.expected(
                        system() + " " + verb + " (" + Quoted.whole(expected.toString()) + ")",
                        subject().possible().isEmpty()
                                ? "the facts rule out every class"
                                : (subject().decided().isPresent() ? "it is of class (" : "possible are (")
                                        + subject().possible().stream()
                                                .map(each -> each.id().value())
                                                .collect(Collectors.joining(", "))
                                        + ")")
                .because(possible ? narrative() : whyNot(expected.id()))
                .advise(advice(subject().decided().isPresent() ? Truth.TRUE : Truth.UNDETERMINED));
    }

    private String advice(Truth found) {
        return found == Truth.UNDETERMINED
                ? questions()
                : "Maybe an answer above is wrong, or the test expects what was so once.";
    }

    private String questions() {
        List<LegalQuestion> open = subject().questions();
        if (open.isEmpty()) {
            return "No question is open: maybe an answer is wrong, or the test expects what was so once.";
        }
        int more = open.size() - MOST_QUESTIONS;
        return "Maybe answer "
                + open.stream()
                        .limit(MOST_QUESTIONS)
                        .map(question -> "\"" + Quoted.whole(question.question()) + "\" ("
                                + question.entry().characteristic().id() + ")")
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more." : ".");
    }

    /** The characteristics that may be answered: what the law adds, what is answered, and what is asked for. */
    private Set<String> facts() {
        Set<String> facts = new TreeSet<>(subject().system().answers().keySet());
        subject()
                .pack()
                .facts()
                .forEach(fact -> facts.add(fact.entry().characteristic().id()));
        subject()
                .questions()
                .forEach(question -> facts.add(question.entry().characteristic().id()));
        return facts;
    }

    private String narrative() {
        return LegalNarrative.of(subject(), Detail.SHORT).text();
    }

    private String whyNot(PropositionId id) {
        return LegalNarrative.of(subject().whyNot(id), subject()).text();
    }

    private LegalClass legalClass(String id) {
        return KnownIds.found(
                "class of " + subject().pack().id(),
                id,
                subject().pack().classes(),
                each -> each.id().value());
    }

    private Duty duty(String id) {
        return KnownIds.found(
                "duty of " + subject().pack().id(),
                id,
                subject().pack().duties(),
                each -> each.id().value());
    }

    private String system() {
        return "system (" + Quoted.of(subject().system().id()) + ")";
    }
}
