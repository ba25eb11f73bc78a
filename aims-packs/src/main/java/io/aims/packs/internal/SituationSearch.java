package io.aims.packs.internal;

import io.aims.rule.Condition;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks for what has to be supposed so that something comes true of conditions, with as few suppositions as it takes.
 *
 * <p>All situations are tried, small ones first. If there are too many, the search goes on with those in which one test
 * decides: whatever is joined with it by {@code and} holds. Results of other rules are supposed like answers, whatever
 * the rules are. Not thread-safe.
 */
public final class SituationSearch {

    private static final int MOST_TESTS = 500_000;
    private static final int LEAST_TESTS = 20;

    private final List<Condition> conditions;
    private final int mostSteps;
    private final Choices choices;
    private final List<Object> subjects;
    private final Map<Object, Object> known = new LinkedHashMap<>();
    private final Situation current = new Situation(known);
    private final Predicate<Situation> goal;
    private int steps;

    private SituationSearch(List<Condition> conditions, Predicate<Situation> goal) {
        this.conditions = conditions;
        int tests = conditions.stream()
                .mapToInt(condition -> condition.tests().size())
                .sum();
        this.mostSteps = MOST_TESTS / Math.max(LEAST_TESTS, tests);
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
     * @param goal what is to come true; it must not keep the situation, which changes
     * @return the first situation that serves, the same on every run
     */
    public static Result search(List<Condition> conditions, Predicate<Situation> goal) {
        return new SituationSearch(conditions, goal).run();
    }

    private Result run() {
        for (int size = 0; size <= subjects.size(); size++) {
            Optional<Situation> found = choose(0, size);
            if (found.isPresent()) {
                return new Result(found, false);
            }
            if (steps > mostSteps) {
                return new Result(amongDecided(), false);
            }
        }
        return new Result(Optional.empty(), choices.isComplete());
    }

    private Optional<Situation> choose(int from, int size) {
        if (size == 0) {
            steps++;
            return steps <= mostSteps && goal.test(current) ? Optional.of(Situation.of(known)) : Optional.empty();
        }
        for (int next = from; next <= subjects.size() - size && steps <= mostSteps; next++) {
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

    /** One test after the other decides, and comes to everything that it can. */
    private Optional<Situation> amongDecided() {
        for (Condition condition : conditions) {
            int count = condition.tests().size();
            for (int position = 0; position < count; position++) {
                Map<Object, Object> deciding = new Deciding(position).of(condition);
                Object subject = Choices.subject(condition.tests().get(position));
                for (Object option : choices.of(subject)) {
                    Map<Object, Object> supposed = new LinkedHashMap<>(deciding);
                    supposed.put(subject, option);
                    if (goal.test(new Situation(supposed))) {
                        return Optional.of(smaller(supposed));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Situation smaller(Map<Object, Object> supposed) {
        Map<Object, Object> rest = new LinkedHashMap<>(supposed);
        for (Object subject : List.copyOf(supposed.keySet())) {
            Map<Object, Object> without = new LinkedHashMap<>(rest);
            without.remove(subject);
            if (goal.test(new Situation(without))) {
                rest = without;
            }
        }
        return Situation.of(rest);
    }

    /** Supposes that everything holds that is joined with a test by {@code and}. */
    private final class Deciding {

        private final int position;
        private int next;

        Deciding(int position) {
            this.position = position;
        }

        Map<Object, Object> of(Condition condition) {
            Map<Object, Object> supposed = new LinkedHashMap<>();
            if (condition instanceof Condition.AllOf all) {
                all.parts().forEach(part -> add(of(part), supposed));
            } else if (condition instanceof Condition.AnyOf any) {
                supposed.putAll(ofOne(any));
            } else if (condition instanceof Condition.Test test) {
                next++;
                Object subject = Choices.subject(test);
                choices.of(subject).stream()
                        .filter(option -> test.evaluate(new Situation(Map.of(subject, option))) == Truth.TRUE)
                        .findFirst()
                        .ifPresent(option -> supposed.put(subject, option));
            }
            return supposed;
        }

        /** The part that holds the test, or the first one. */
        private Map<Object, Object> ofOne(Condition.AnyOf any) {
            Map<Object, Object> first = null;
            for (Condition part : any.parts()) {
                int from = next;
                Map<Object, Object> supposed = of(part);
                if (first == null || from <= position && position < next) {
                    first = supposed;
                }
            }
            return first == null ? Map.of() : first;
        }

        private void add(Map<Object, Object> more, Map<Object, Object> supposed) {
            more.forEach((subject, option) -> supposed.merge(subject, option, Deciding::both));
        }

        private static Object both(Object one, Object other) {
            if (one instanceof Bounds.Members members && other instanceof Bounds.Members more) {
                return new Bounds.Members(members.known() | more.known(), true);
            }
            return one instanceof Bounds.Ranks ranks && other instanceof Bounds.Ranks more && more.low() > ranks.low()
                    ? other
                    : one;
        }
    }
}
