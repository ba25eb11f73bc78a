package io.aims.rule;

/**
 * A rule of a pack in use that is not run, because another pack replaces it.
 *
 * @param rule the rule
 * @param pack the pack in which it stands
 * @param by the pack that replaces it
 * @param why the reason that this pack gives
 * @since 0.1
 */
public record ReplacedRule(Rule rule, PackReference pack, PackReference by, String why) {}
