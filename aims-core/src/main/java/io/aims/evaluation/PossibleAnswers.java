package io.aims.evaluation;

import io.aims.rule.Condition;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.EnumeratedCharacteristic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The exact answers still possible to one question, as lanes of masks: of ordinals, booleans and nominals every value at its
 * own lane; of a set only the smallest and the largest, because all others lie between them; of numbers one for each
 * stretch between the limits that open rules test, in as many masks as it takes. Not thread-safe.
 */
final class PossibleAnswers {

    private final Askable askable;
    private final long values;
    private final List<Bounds> listed;

    /**
     * Finds the answers.
     *
     * @param askable what is asked for
     * @param bounds what is known of it
     * @param isTested for each test, whether an open rule has it
     */
    PossibleAnswers(Askable askable, Bounds bounds, boolean[] isTested) {
        this.askable = askable;
        long lanes = 0;
        List<Bounds> found = List.of();
        if (bounds instanceof Bounds.Ranks ranks) {
            lanes = -1L >>> LaneConditions.LANES - 1 - ranks.high() & -1L << ranks.low();
        } else if (bounds instanceof Bounds.OneOf oneOf) {
            lanes = oneOf.possible();
        } else if (bounds instanceof Bounds.Members members) {
            int size = ((EnumeratedCharacteristic<?>) askable.characteristic()).values().size();
            found = List.of(new Bounds.Members(members.known(), true), new Bounds.Members((1L << size) - 1, true));
        } else if (bounds instanceof Bounds.Numbers numbers) {
            found = numbers(numbers, isTested);
        }
        this.values = lanes;
        this.listed = found;
    }

    private List<Bounds> numbers(Bounds.Numbers bounds, boolean[] isTested) {
        SortedSet<BigDecimal> numbers = new TreeSet<>();
        numbers.add(bounds.low());
        BigDecimal high = bounds.high();
        if (high != null) {
            numbers.add(high);
        }
        for (int test = askable.firstTest(); test < askable.endTest(); test++) {
            if (isTested[test]) {
                numbers.add(limit(askable.test(test)));
            }
        }
        List<Bounds> answers = new ArrayList<>();
        for (BigDecimal number : numbers) {
            Bounds answer = new Bounds.Numbers(number, number);
            if (answer.isWithin(bounds)) {
                answers.add(answer);
            }
        }
        return answers;
    }

    private static BigDecimal limit(Condition.Test test) {
        return test instanceof Condition.ReachesNumber reaches
                ? reaches.least()
                : BigDecimal.valueOf(((Condition.AtMost) test).most());
    }

    /** The number of masks. */
    int masks() {
        return values != 0 ? 1 : (listed.size() + LaneConditions.LANES - 1) / LaneConditions.LANES;
    }

    /** The answers of a mask. */
    long in(int mask) {
        int left = listed.size() - mask * LaneConditions.LANES;
        return values != 0 ? values : left >= LaneConditions.LANES ? -1L : (1L << left) - 1;
    }

    /** The answers of a set or a number, in their order. */
    List<Bounds> listed() {
        return listed;
    }

    /** The answers of a mask that pass a test. */
    long passing(int test, int mask) {
        if (values != 0) {
            return askable.passing(test) & values;
        }
        long passing = 0;
        Condition.SystemTest passed = askable.test(test);
        int first = mask * LaneConditions.LANES;
        int end = Math.min(listed.size(), first + LaneConditions.LANES);
        for (int answer = first; answer < end; answer++) {
            passing |= passed.test(listed.get(answer)) == Truth.TRUE ? 1L << answer - first : 0;
        }
        return passing;
    }
}
