package io.aims.packs;

import io.aims.error.Place;
import io.aims.rule.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * Why nobody writes a test against a mutant of a rule.
 *
 * @param rule the rule
 * @param mutant what the mutant changes, as the mutation of the pack names it
 * @param why the reason, a sentence
 * @param place where it stands, or {@code null} if it was made in Java
 * @since 0.1
 */
public record SurvivorReason(
        RuleId rule, String mutant, String why, @Nullable Place place) {}
