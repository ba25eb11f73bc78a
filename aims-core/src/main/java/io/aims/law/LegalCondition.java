package io.aims.law;

import io.aims.rule.Condition;
import io.aims.rule.Truth;
import io.aims.system.Bounds;
import io.aims.system.DateCharacteristic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * When something of a law holds. Unlike a condition of a rule it may negate, because laws except; an unknown still makes it
 * undetermined and never false.
 *
 * <p>Its text is the condition as legal packs write it. Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface LegalCondition {

    /**
     * Evaluates the condition in Kleene logic.
     *
     * @param facts what is known
     * @return whether it holds
     */
    Truth evaluate(LegalFacts facts);

    /**
     * Returns the parts that have no parts themselves.
     *
     * @return the parts from left to right
     */
    default List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        collect(leaves);
        return List.copyOf(leaves);
    }

    /**
     * Adds the parts that have no parts themselves to a list.
     *
     * @param leaves receives them
     */
    void collect(List<Leaf> leaves);

    /** A part that has no parts itself. */
    sealed interface Leaf extends LegalCondition {

        @Override
        default void collect(List<Leaf> leaves) {
            leaves.add(this);
        }
    }

    /** A condition that holds for every system on every day. */
    record Always() implements LegalCondition {

        @Override
        public Truth evaluate(LegalFacts facts) {
            return Truth.TRUE;
        }

        @Override
        public void collect(List<Leaf> leaves) {
            // nothing is read
        }

        @Override
        public String toString() {
            return "always";
        }
    }

    /**
     * A part does not hold.
     *
     * @param part the part
     */
    record Not(LegalCondition part) implements LegalCondition {

        @Override
        public Truth evaluate(LegalFacts facts) {
            return not(part.evaluate(facts));
        }

        @Override
        public void collect(List<Leaf> leaves) {
            part.collect(leaves);
        }

        @Override
        public String toString() {
            if (part instanceof Tests tests) {
                if (tests.test() instanceof Condition.IsYes isYes) {
                    return isYes.characteristic().id() + " = NO";
                }
                if (tests.test() instanceof Condition.NotEmpty notEmpty) {
                    return notEmpty.characteristic().id() + " empty";
                }
                if (tests.test() instanceof Condition.Contains contains) {
                    return contains.toString().replaceFirst(" contains ", " lacks ");
                }
            }
            return "not " + (part instanceof AllOf || part instanceof AnyOf ? "(" + part + ")" : part);
        }
    }

    /**
     * All parts hold.
     *
     * @param parts two or more conditions
     */
    record AllOf(List<LegalCondition> parts) implements LegalCondition {

        /** Copies the list of parts. */
        public AllOf {
            parts = atLeastTwo(parts);
        }

        @Override
        public Truth evaluate(LegalFacts facts) {
            Truth truth = Truth.TRUE;
            for (LegalCondition part : parts) {
                truth = truth.and(part.evaluate(facts));
                if (truth == Truth.FALSE) {
                    return truth;
                }
            }
            return truth;
        }

        @Override
        public void collect(List<Leaf> leaves) {
            parts.forEach(part -> part.collect(leaves));
        }

        @Override
        public String toString() {
            return parts.stream()
                    .map(part -> part instanceof AnyOf ? "(" + part + ")" : part.toString())
                    .collect(Collectors.joining(" and "));
        }
    }

    /**
     * Some part holds.
     *
     * @param parts two or more conditions
     */
    record AnyOf(List<LegalCondition> parts) implements LegalCondition {

        /** Copies the list of parts. */
        public AnyOf {
            parts = atLeastTwo(parts);
        }

        @Override
        public Truth evaluate(LegalFacts facts) {
            Truth truth = Truth.FALSE;
            for (LegalCondition part : parts) {
                truth = truth.or(part.evaluate(facts));
                if (truth == Truth.TRUE) {
                    return truth;
                }
            }
            return truth;
        }

        @Override
        public void collect(List<Leaf> leaves) {
            parts.forEach(part -> part.collect(leaves));
        }

        @Override
        public String toString() {
            return parts.stream().map(LegalCondition::toString).collect(Collectors.joining(" or "));
        }
    }

    /**
     * A test of what is known about the system holds.
     *
     * @param test the test, one of those that rules know too
     */
    record Tests(Condition.SystemTest test) implements Leaf {

        @Override
        public Truth evaluate(LegalFacts facts) {
            return test.test(facts.bounds(test.characteristic()));
        }

        @Override
        public String toString() {
            return test.toString();
        }
    }

    /**
     * A proposition holds, a class is given or a duty is owed.
     *
     * @param id its id
     */
    record Holds(PropositionId id) implements Leaf {

        @Override
        public Truth evaluate(LegalFacts facts) {
            return facts.holds(id);
        }

        @Override
        public String toString() {
            return "holds(" + id + ")";
        }
    }

    /**
     * The day for which the law is asked is a certain day or a later one. Undetermined if no day is given.
     *
     * @param date the day
     */
    record DayReached(LegalDate date) implements Leaf {

        /**
         * Tells whether the day is reached.
         *
         * @param asOf the day for which the law is asked
         * @return true from the day itself on
         */
        public Truth isReachedOn(LocalDate asOf) {
            return asOf.isBefore(date.day()) ? Truth.FALSE : Truth.TRUE;
        }

        @Override
        public Truth evaluate(LegalFacts facts) {
            return facts.asOf().map(this::isReachedOn).orElse(Truth.UNDETERMINED);
        }

        @Override
        public String toString() {
            return "asOf reaches " + date.id();
        }
    }

    /**
     * Something happened before a certain day.
     *
     * @param characteristic when it happened
     * @param date the day
     */
    record Before(DateCharacteristic characteristic, LegalDate date) implements Leaf {

        /**
         * Tests what is possible for the characteristic.
         *
         * @param bounds its bounds
         * @return whether it happened before the day
         */
        public Truth test(Bounds bounds) {
            Bounds.Days days = (Bounds.Days) bounds;
            if (days.latest().isBefore(date.day())) {
                return Truth.TRUE;
            }
            return days.earliest().isBefore(date.day()) ? Truth.UNDETERMINED : Truth.FALSE;
        }

        @Override
        public Truth evaluate(LegalFacts facts) {
            return test(facts.bounds(characteristic));
        }

        @Override
        public String toString() {
            return characteristic.id() + " before " + date.id();
        }
    }

    /**
     * Returns what is known of the opposite.
     *
     * @param truth what is known of a condition
     * @return unknown stays unknown
     */
    static Truth not(Truth truth) {
        return switch (truth) {
            case FALSE -> Truth.TRUE;
            case UNDETERMINED -> Truth.UNDETERMINED;
            case TRUE -> Truth.FALSE;
        };
    }

    private static List<LegalCondition> atLeastTwo(List<LegalCondition> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("A condition joins two parts or more, not " + parts.size());
        }
        return List.copyOf(parts);
    }
}
