package io.aims.rule;

/**
 * A rule of another pack in whose place a pack wants its own to count.
 *
 * @param rule the rule that is not run
 * @param why the reason, in words of whoever answers for it
 * @since 0.1
 */
public record Replacement(RuleId rule, String why) {}
