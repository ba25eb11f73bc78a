package io.aims.law;

import io.aims.rule.Truth;

/**
 * What is known of a proposition for one system.
 *
 * @param proposition the proposition
 * @param truth whether it holds
 * @since 0.1
 */
public record PropositionResult(Proposition proposition, Truth truth) {}
