package io.aims.reasoning.interview;

import io.aims.error.AimsException;
import io.aims.evaluation.QuestionCosts;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.system.CharacteristicValue;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An interview about one system: it asks what can still change something that its goal looks at, one question after the
 * other, and ends when nothing is left to ask.
 *
 * <p>A question is asked once. An answer may be partial, such as "at least"; it is taken to be all that is known. What
 * nobody can know stays open, and is not asked for again.
 *
 * <p>Each answer gives a new interview, so that going back is keeping the one before. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Interview {

    private static final String NOT_IN_VOCABULARY = "AIMS-3031";
    private static final String NOTHING_TO_ASK = "AIMS-3032";

    private final Interviewer interviewer;
    private final AiSystem system;
    private final InterviewGoal goal;
    private final QuestionCosts costs;
    private final List<Characteristic<?>> asked;
    private final Set<Characteristic<?>> notKnown;
    private final List<InterviewQuestion> open;

    Interview(
            Interviewer interviewer,
            AiSystem system,
            InterviewGoal goal,
            QuestionCosts costs,
            List<Characteristic<?>> asked,
            Set<Characteristic<?>> notKnown) {
        this.interviewer = interviewer;
        this.system = system;
        this.goal = goal;
        this.costs = costs;
        this.asked = List.copyOf(asked);
        this.notKnown = notKnown;
        Set<String> closed = new LinkedHashSet<>();
        asked.forEach(characteristic -> closed.add(characteristic.id()));
        this.open = interviewer.questions(system, goal, costs, closed);
    }

    /**
     * Returns the question to ask next.
     *
     * @return empty if no answer can change anything that the goal looks at
     */
    public Optional<InterviewQuestion> next() {
        return open.stream().findFirst();
    }

    /**
     * Returns every question whose answer can still change something.
     *
     * @return the questions, the one to ask next first
     */
    public List<InterviewQuestion> open() {
        return open;
    }

    /**
     * Tells whether nothing is left to ask.
     *
     * @return {@code true} if there is no next question
     */
    public boolean isComplete() {
        return open.isEmpty();
    }

    /**
     * Returns what is known of the system by now.
     *
     * @return the system with the answers given
     */
    public AiSystem system() {
        return system;
    }

    /**
     * Returns what is to be settled.
     *
     * @return the goal
     */
    public InterviewGoal goal() {
        return goal;
    }

    /**
     * Returns what was answered, or said to be unknown.
     *
     * @return the characteristics in the order of the answers
     */
    public List<Characteristic<?>> asked() {
        return asked;
    }

    /**
     * Returns what nobody can know.
     *
     * @return the characteristics among those asked of which it was said
     */
    public List<Characteristic<?>> notKnown() {
        return asked.stream().filter(notKnown::contains).toList();
    }

    /**
     * Takes an answer, to the next question or to any other. It replaces what was known.
     *
     * @param answer the answer, maybe partial
     * @return the interview that goes on from there
     * @throws AimsException AIMS-3031, if the vocabulary does not have the characteristic
     */
    public Interview answer(Answer answer) {
        Characteristic<?> characteristic = answer.characteristic();
        check(characteristic);
        if (answer.bounds().equals(characteristic.unknown())) {
            return cannotKnow(characteristic);
        }
        Set<Characteristic<?>> unknown = new LinkedHashSet<>(notKnown);
        unknown.remove(characteristic);
        return then(characteristic, system.with(answer), unknown);
    }

    /**
     * Takes a value as an answer.
     *
     * @param characteristic the characteristic that is answered
     * @param value its value; of a set the only member
     * @param <V> the type of value
     * @return the interview that goes on from there
     * @throws AimsException AIMS-1002, if it is no value of the characteristic; AIMS-3031, if the vocabulary does not have
     *     the characteristic
     */
    public <V extends CharacteristicValue> Interview answer(EnumeratedCharacteristic<V> characteristic, V value) {
        check(characteristic);
        return answer(system.with(characteristic, value).answer(characteristic).orElseThrow());
    }

    /**
     * Takes it that nobody can answer the next question.
     *
     * @return the interview that goes on from there
     * @throws AimsException AIMS-3032, if there is no next question
     */
    public Interview cannotKnow() {
        InterviewQuestion question = next().orElseThrow(() -> new AimsException(
                NOTHING_TO_ASK,
                "The interview about system (" + Quoted.of(system.id()) + ") has no question left.",
                "Maybe ask isComplete() first."));
        return cannotKnow(question.entry().characteristic());
    }

    /**
     * Takes it that nobody can know more of a characteristic than is known.
     *
     * @param characteristic the characteristic
     * @return the interview that goes on from there
     * @throws AimsException AIMS-3031, if the vocabulary does not have the characteristic
     */
    public Interview cannotKnow(Characteristic<?> characteristic) {
        check(characteristic);
        Set<Characteristic<?>> unknown = new LinkedHashSet<>(notKnown);
        unknown.add(characteristic);
        return then(characteristic, system, unknown);
    }

    private Interview then(Characteristic<?> characteristic, AiSystem next, Set<Characteristic<?>> unknown) {
        List<Characteristic<?>> more = new ArrayList<>(asked);
        more.remove(characteristic);
        more.add(characteristic);
        return new Interview(interviewer, next, goal, costs, more, unknown);
    }

    private void check(Characteristic<?> characteristic) {
        Vocabulary vocabulary = interviewer.base().vocabulary();
        if (!vocabulary.characteristic(characteristic.id()).equals(Optional.of(characteristic))) {
            throw new AimsException(
                    NOT_IN_VOCABULARY,
                    "The characteristic (" + characteristic.id() + ") is not in vocabulary ("
                            + Quoted.of(vocabulary.id()) + "), or is of another kind there.",
                    Nearest.to(characteristic.id(), vocabulary.ids())
                            .filter(near -> !near.equals(characteristic.id()))
                            .map(near -> "Maybe you meant (" + near + ").")
                            .orElse("Maybe a pack that adds it is missing."));
        }
    }

    @Override
    public String toString() {
        return Quoted.of(system.id()) + ": " + asked.size() + " asked, " + open.size() + " open";
    }
}
