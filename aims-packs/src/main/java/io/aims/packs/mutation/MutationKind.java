package io.aims.packs.mutation;

/**
 * What a mutant changes in a rule.
 *
 * @since 0.1
 */
public enum MutationKind {
    /** A test passes one value earlier. */
    THRESHOLD_LOWERED,
    /** A test passes one value later. */
    THRESHOLD_RAISED,
    /** A part of an {@code and} is left out. */
    CONJUNCT_DROPPED,
    /** A part of an {@code or} is left out. */
    DISJUNCT_DROPPED,
    /** A test names one value fewer. */
    MEMBER_DROPPED,
    /** An {@code and} is read as {@code or}. */
    AND_TO_OR,
    /** An {@code or} is read as {@code and}. */
    OR_TO_AND,
    /** A risk source is not raised. */
    RAISES_DROPPED,
    /** An objective is not threatened. */
    THREATENS_DROPPED,
    /** A control is not required. */
    REQUIRES_DROPPED,
    /** No likelihood is contributed. */
    LIKELIHOOD_DROPPED,
    /** The likelihood is one step higher or lower. */
    LIKELIHOOD_MOVED,
    /** No severity floor is set. */
    FLOOR_DROPPED,
    /** The severity floor is one step higher or lower. */
    FLOOR_MOVED,
    /** The verdict is left out. */
    STOP_DROPPED;

    /**
     * Tells whether the condition of the rule is changed, and not its conclusion.
     *
     * @return {@code true} if the mutant holds for other systems
     */
    public boolean isOfCondition() {
        return compareTo(OR_TO_AND) <= 0;
    }
}
