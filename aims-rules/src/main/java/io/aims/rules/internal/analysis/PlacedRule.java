package io.aims.rules.internal.analysis;

import io.aims.error.Place;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rules.internal.files.EntryPlaces;
import org.jspecify.annotations.Nullable;

/**
 * A rule and where its parts stand. Immutable and thread-safe.
 *
 * @param rule the rule
 * @param places where its parts stand
 * @param pack the id of its pack
 */
public record PlacedRule(Rule rule, EntryPlaces places, String pack) {

    /** Returns how messages name the rule. */
    String subject(@Nullable Place place) {
        return "Rule (" + rule.id() + (place == null ? "" : ", " + place) + ")";
    }

    /** Tells whether the rule reads results of other rules. */
    boolean readsResults() {
        return rule.condition().tests().stream().anyMatch(Condition.ResultTest.class::isInstance);
    }
}
