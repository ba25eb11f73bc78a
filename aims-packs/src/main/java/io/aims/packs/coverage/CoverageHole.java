package io.aims.packs.coverage;

import io.aims.error.Place;
import io.aims.rule.Rule;
import io.aims.rule.RuleExample;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that no example of a rule shows.
 *
 * @param rule the rule
 * @param requirement what is to be shown
 * @param subject the test, or the test with the one of its values, that it is to be shown of; empty if of the whole rule
 * @param reason what is missing, a sentence
 * @param example an example that shows it, with as few answers as it takes, or {@code null} if the search found none
 * @param place where the rule stands, or {@code null} if it was made in Java
 * @since 0.1
 */
public record CoverageHole(
        Rule rule,
        Requirement requirement,
        String subject,
        String reason,
        @Nullable RuleExample example,
        @Nullable Place place) {

    /**
     * Returns an example that one could add.
     *
     * @return empty if the search found none
     */
    public Optional<RuleExample> proposal() {
        return Optional.ofNullable(example);
    }
}
