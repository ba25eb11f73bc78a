package io.aims.treatment.assessment;

import io.aims.rule.Condition;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.YesNo;

/**
 * A characteristic that bears on a topic, or some of its values.
 *
 * @param characteristic the characteristic
 * @param values the values that bear on it, as bits by their positions; 0 if all of them do
 * @since 0.1
 */
public record TopicFact(Characteristic<?> characteristic, long values) {

    /**
     * Tells whether only some values of the characteristic bear on the topic.
     *
     * @return {@code false} if whatever is said of it does
     */
    public boolean isOfValues() {
        return values != 0;
    }

    /**
     * Tells whether one of the values is there.
     *
     * @param bounds what is known of the characteristic
     * @return {@link Truth#UNDETERMINED} if that is not known; without values, as soon as something is left open
     */
    public Truth truth(Bounds bounds) {
        if (!isOfValues()) {
            return bounds.isExact() ? Truth.TRUE : Truth.UNDETERMINED;
        }
        if (bounds instanceof Bounds.Members members) {
            return (members.known() & values) != 0 ? Truth.TRUE : members.complete() ? Truth.FALSE : Truth.UNDETERMINED;
        }
        long possible = 0;
        if (bounds instanceof Bounds.Ranks ranks) {
            for (int rank = ranks.low(); rank <= ranks.high(); rank++) {
                possible |= 1L << rank;
            }
        } else if (bounds instanceof Bounds.OneOf oneOf) {
            possible = oneOf.possible();
        }
        return (possible & ~values) == 0 ? Truth.TRUE : (possible & values) == 0 ? Truth.FALSE : Truth.UNDETERMINED;
    }

    /**
     * Tells whether something about these values remains open: of a set whether any of them is among its members, of all
     * else which value it is.
     *
     * @param bounds what is known of the characteristic
     * @return {@code true} if a better answer could tell more
     */
    boolean isOpen(Bounds bounds) {
        return isOfValues() && bounds instanceof Bounds.Members members
                ? !members.complete() && (values & ~members.known()) != 0
                : !bounds.isExact() && truth(bounds) != Truth.FALSE;
    }

    /** Tells whether a test looks for one of the values. */
    boolean isRead(Condition.Test test) {
        return test instanceof Condition.SystemTest systemTest
                && systemTest.characteristic().equals(characteristic)
                && (!isOfValues() || (wanted(test) & values) != 0);
    }

    /**
     * Tells whether what a test looks for is there because of one of the values.
     *
     * @param test a test that {@linkplain #isRead reads} the fact
     * @param bounds what is known of the characteristic
     */
    Truth bears(Condition.Test test, Bounds bounds) {
        return isOfValues() ? new TopicFact(characteristic, wanted(test) & values).truth(bounds) : Truth.TRUE;
    }

    /** Returns the values of which a test looks for one, as bits. */
    private static long wanted(Condition.Test test) {
        long wanted = 0;
        if (test instanceof Condition.Contains contains) {
            wanted = 1L << contains.position();
        } else if (test instanceof Condition.ContainsAny any) {
            wanted = any.wanted();
        } else if (test instanceof Condition.IsIn isIn) {
            wanted = isIn.allowed();
        } else if (test instanceof Condition.AtLeast atLeast) {
            wanted = -1L << atLeast.rank();
        } else if (test instanceof Condition.IsYes) {
            wanted = 1L << YesNo.YES.ordinal();
        }
        return wanted;
    }
}
