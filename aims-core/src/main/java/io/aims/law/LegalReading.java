package io.aims.law;

import io.aims.evaluation.UsedFact;
import io.aims.rule.Truth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a step read.
 *
 * @param leaf what was asked
 * @param truth what it came to
 * @param used the fact that was read, or {@code null} if it was another proposition
 * @since 0.1
 */
public record LegalReading(
        LegalCondition.Leaf leaf, Truth truth, @Nullable UsedFact used) {

    /**
     * Returns the fact that was read: an answer, or the day as {@code asOf}.
     *
     * @return empty if another proposition was read
     */
    public Optional<UsedFact> fact() {
        return Optional.ofNullable(used);
    }
}
