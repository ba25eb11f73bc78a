package io.aims.packs.internal;

import io.aims.rule.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks for what has to be supposed so that something comes true of conditions, with as few suppositions as it takes.
 *
 * <p>Results of other rules are supposed like answers, whatever the rules are. Not thread-safe.
 */
public final class SituationSearch {

    private static final int MOST_STEPS = 100_000;

    private final Choices choices;
    private final List<Object> subjects;
    private final Map<Object, Object> known = new LinkedHashMap<>();
    private final Predicate<Situation> goal;
    private int steps;

    private SituationSearch(List<Condition> conditions, Predicate<Situation> goal) {
        this.choices = new Choices(conditions);
        this.subjects = choices.subjects();
        this.goal = goal;
    }

    /**
     * What a search came to.
     *
     * @param found a situation of the fewest suppositions, if one was found
     * @param isExhausted whether no other situation had to be left untried: none found then means that there is none
     */
    public record Result(Optional<Situation> found, boolean isExhausted) {

        /**
         * Tells whether it is certain that no situation serves.
         *
         * @return {@code true} if all were tried in vain
         */
        public boolean isImpossible() {
            return found.isEmpty() && isExhausted;
        }
    }

    /**
     * Searches.
     *
     * @param conditions the conditions that the goal looks at
     * @param goal what is to come true
     * @return the first situation that serves, the same on every run
     */
    public static Result search(List<Condition> conditions, Predicate<Situation> goal) {
        return new SituationSearch(conditions, goal).run();
    }

    private Result run() {
        for (int size = 0; size <= subjects.size(); size++) {
            Optional<Situation> found = choose(0, size);
            if (found.isPresent() || steps > MOST_STEPS) {
                return new Result(found, false);
            }
        }
        return new Result(Optional.empty(), choices.isComplete());
    }

    private Optional<Situation> choose(int from, int size) {
        if (size == 0) {
            steps++;
            Situation situation = new Situation(known);
            return steps <= MOST_STEPS && goal.test(situation) ? Optional.of(situation) : Optional.empty();
        }
        for (int next = from; next <= subjects.size() - size && steps <= MOST_STEPS; next++) {
            Object subject = subjects.get(next);
            for (Object option : choices.of(subject)) {
                known.put(subject, option);
                Optional<Situation> found = choose(next + 1, size - 1);
                known.remove(subject);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns every situation, as far as they can be counted.
     *
     * @param conditions the conditions that are to be told apart
     * @return the situations, the ones with the fewest suppositions first
     */
    public static List<Situation> all(List<Condition> conditions) {
        List<Situation> situations = new ArrayList<>();
        search(conditions, situation -> {
            situations.add(situation);
            return false;
        });
        return situations;
    }
}
