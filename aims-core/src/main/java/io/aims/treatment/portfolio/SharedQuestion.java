package io.aims.treatment.portfolio;

import io.aims.evaluation.OpenQuestion;
import io.aims.system.VocabularyEntry;
import io.aims.text.NaturalOrder;
import java.util.Comparator;

/**
 * A question that is open in one or more systems, with what the best answers could settle in all of them together. The
 * question that could settle most comes first.
 *
 * @param entry the characteristic that is unknown or partly known, with the question
 * @param systems in how many systems it is open
 * @param rules how many rules the best answers would settle, in sum
 * @param controls how many controls the best answers would settle, in sum
 * @param levels by how many steps, over all objectives, the best answers would narrow the levels, in sum
 * @since 0.1
 */
public record SharedQuestion(VocabularyEntry entry, long systems, long rules, long controls, long levels)
        implements Comparable<SharedQuestion> {

    private static final Comparator<SharedQuestion> ORDER = Comparator.comparingLong(SharedQuestion::rules)
            .thenComparingLong(SharedQuestion::controls)
            .thenComparingLong(SharedQuestion::levels)
            .thenComparingLong(SharedQuestion::systems)
            .reversed()
            .thenComparing(SharedQuestion::characteristic, NaturalOrder.comparator());

    static SharedQuestion of(OpenQuestion question) {
        return new SharedQuestion(question.entry(), 1, question.settles(), question.controls(), question.narrows());
    }

    SharedQuestion plus(SharedQuestion other) {
        return new SharedQuestion(
                entry, systems + other.systems, rules + other.rules, controls + other.controls, levels + other.levels);
    }

    /**
     * Returns the id of the characteristic.
     *
     * @return the id
     */
    public String characteristic() {
        return entry.characteristic().id();
    }

    /**
     * Returns the question for people.
     *
     * @return a question
     */
    public String question() {
        return entry.question();
    }

    @Override
    public int compareTo(SharedQuestion other) {
        return ORDER.compare(this, other);
    }
}
