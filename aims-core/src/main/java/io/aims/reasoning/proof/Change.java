package io.aims.reasoning.proof;

import io.aims.rule.Condition;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.VocabularyEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it would have to be.
 *
 * @param entry the characteristic with the question that asks for it
 * @param given the present answer, or {@code null} if there is none
 * @param needed the answer that would do; it claims no more than is needed
 * @param tests the tests that hold with it and do not hold now
 * @since 0.1
 */
public record Change(VocabularyEntry entry, @Nullable Answer given, Answer needed, List<Condition.SystemTest> tests) {

    /** Copies the list of tests. */
    public Change {
        tests = List.copyOf(tests);
    }

    /**
     * Returns the present answer.
     *
     * @return empty if the characteristic is unknown
     */
    public Optional<Answer> present() {
        return Optional.ofNullable(given);
    }

    /**
     * Tells whether the present answer leaves the one that is needed possible: then only something has to be found out.
     *
     * @return {@code false} if the fact itself would have to be another one
     */
    public boolean isPossible() {
        return given == null || needed.bounds().isWithin(given.bounds());
    }

    Bounds presentBounds() {
        return given == null ? entry.characteristic().unknown() : given.bounds();
    }
}
