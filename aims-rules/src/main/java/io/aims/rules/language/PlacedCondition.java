package io.aims.rules.language;

import io.aims.rule.Condition;
import java.util.List;

/**
 * A condition with the places of its tests, which the condition itself does not know. Immutable and thread-safe.
 *
 * @param condition the condition
 * @param tests where each of {@link Condition#tests()} stands, in the same order
 * @since 0.1
 */
public record PlacedCondition(Condition condition, List<TestPlace> tests) {

    /**
     * Copies the places.
     *
     * @throws IllegalArgumentException if there is not one for each test
     */
    public PlacedCondition {
        tests = List.copyOf(tests);
        if (tests.size() != condition.tests().size()) {
            throw new IllegalArgumentException(
                    "A condition of " + condition.tests().size() + " tests has " + tests.size() + " places");
        }
    }
}
