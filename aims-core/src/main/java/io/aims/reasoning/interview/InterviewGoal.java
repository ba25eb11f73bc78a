package io.aims.reasoning.interview;

/**
 * What an interview is to settle.
 *
 * @since 0.1
 */
public enum InterviewGoal {
    /** What every control is to the organisation: required, owed by a supplier, excluded, not required. */
    CONTROLS,
    /** The level of risk of every objective, and so the overall level. */
    LEVELS,
    /** Every rule, and so every control, risk source and level. */
    EVERYTHING
}
