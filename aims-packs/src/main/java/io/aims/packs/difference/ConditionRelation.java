package io.aims.packs.difference;

import io.aims.rule.Condition;
import io.aims.rules.internal.analysis.ConditionAnalysis;
import io.aims.rules.internal.analysis.Effort;
import java.util.Optional;

/**
 * How a condition stands to the one it replaces.
 *
 * <p>It is decided for systems of which everything is known, and as if every result that a condition reads could be
 * anything.
 *
 * @since 0.1
 */
public enum ConditionRelation {
    /** It holds for the same systems. */
    EQUAL,
    /** It holds for some of the same systems, and no others. */
    STRICTER,
    /** It holds for the same systems and others. */
    WIDER,
    /** It holds for some systems for which the other does not, and the other way round. */
    OTHER,
    /** The conditions branch too much to be compared. */
    UNDECIDED;

    /**
     * Compares two conditions.
     *
     * @param was the condition before
     * @param now the condition that replaces it
     * @return how it stands to the one before
     */
    public static ConditionRelation between(Condition was, Condition now) {
        if (was.equals(now)) {
            return EQUAL;
        }
        ConditionAnalysis analysis = new ConditionAnalysis(Effort.ofPack());
        Optional<Boolean> stricter = analysis.follows(now, was);
        Optional<Boolean> wider = analysis.follows(was, now);
        if (stricter.isEmpty() || wider.isEmpty()) {
            return UNDECIDED;
        }
        if (stricter.get()) {
            return wider.get() ? EQUAL : STRICTER;
        }
        return wider.get() ? WIDER : OTHER;
    }
}
