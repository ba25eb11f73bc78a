package io.aims.packs.difference;

import io.aims.reasoning.change.RuleChange;
import io.aims.rule.Rule;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a rule means.
 *
 * @param change the change, field by field
 * @param condition how its condition stands to the one before
 * @param effect whether it asks for more or for less
 * @since 0.1
 */
public record RuleComparison(RuleChange change, ConditionRelation condition, Effect effect) {

    /** Which way a change goes. */
    public enum Effect {
        /** The same systems come to the same. */
        NONE,
        /** More systems are found, or more is concluded, and nothing less. */
        STRONGER,
        /** Fewer systems are found, or less is concluded, and nothing more. */
        WEAKER,
        /** Some of it is more and some less, or it cannot be told. */
        MIXED;

        static Effect of(boolean gains, boolean loses) {
            if (gains && loses) {
                return MIXED;
            }
            return gains ? STRONGER : loses ? WEAKER : NONE;
        }
    }

    static RuleComparison of(RuleChange change) {
        Rule was = change.was();
        Rule now = change.now();
        ConditionRelation condition = ConditionRelation.between(was.condition(), now.condition());
        boolean unclear = condition == ConditionRelation.OTHER || condition == ConditionRelation.UNDECIDED;
        boolean gains = unclear || condition == ConditionRelation.WIDER || concludesMore(was, now);
        boolean loses = unclear || condition == ConditionRelation.STRICTER || concludesMore(now, was);
        return new RuleComparison(change, condition, Effect.of(gains, loses));
    }

    /**
     * Tells whether something is lost that the rule found before, or may be.
     *
     * @return {@code false} if it finds all that it found
     */
    public boolean isWeaker() {
        return effect == Effect.WEAKER || effect == Effect.MIXED;
    }

    /**
     * Tells whether something is found that the rule did not find before, or may be.
     *
     * @return {@code false} if it finds nothing else
     */
    public boolean isStronger() {
        return effect == Effect.STRONGER || effect == Effect.MIXED;
    }

    private static boolean concludesMore(Rule was, Rule now) {
        return isMore(was.raises(), now.raises())
                || isMore(was.threatens(), now.threatens())
                || isMore(was.requires(), now.requires())
                || isHigher(was.contributes(), now.contributes())
                || isHigher(was.floor(), now.floor())
                || now.stop() && !was.stop();
    }

    private static boolean isMore(Collection<?> was, Collection<?> now) {
        Set<Object> more = new HashSet<>(now);
        more.removeAll(Set.copyOf(was));
        return !more.isEmpty();
    }

    private static <E extends Enum<E>> boolean isHigher(@Nullable E was, @Nullable E now) {
        return now != null && (was == null || now.compareTo(was) > 0);
    }
}
