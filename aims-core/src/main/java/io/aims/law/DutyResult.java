package io.aims.law;

import io.aims.rule.Truth;

/**
 * What is known of a duty for one system.
 *
 * @param duty the duty
 * @param owed whether the organisation described owes it
 * @param applies whether it applies on the day for which the law is asked; without a meaning if it is not owed
 * @since 0.1
 */
public record DutyResult(Duty duty, Truth owed, Truth applies) {}
