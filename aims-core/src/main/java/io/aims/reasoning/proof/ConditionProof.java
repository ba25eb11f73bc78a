package io.aims.reasoning.proof;

import io.aims.rule.Condition;
import io.aims.rule.Truth;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.VocabularyEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a condition, or a part of it, came to for one system, and why.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface ConditionProof {

    /**
     * Returns what it came to.
     *
     * @return whether it holds
     */
    Truth truth();

    /**
     * Returns the parts.
     *
     * @return the parts from left to right, none for a single test
     */
    default List<ConditionProof> parts() {
        return List.of();
    }

    /**
     * Returns the parts that decide. Of parts that must all hold, one that fails is enough; of parts of which one must
     * hold, one that holds is. As long as those named here stay, what this came to stays.
     *
     * @return some of the parts, or all of them
     */
    default List<ConditionProof> decisive() {
        return parts();
    }

    /** A condition that holds for every system. */
    record Always() implements ConditionProof {

        @Override
        public Truth truth() {
            return Truth.TRUE;
        }
    }

    /**
     * Parts that must all hold.
     *
     * @param truth what it came to
     * @param parts the parts
     */
    record All(Truth truth, List<ConditionProof> parts) implements ConditionProof {

        /** Copies the list of parts. */
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public List<ConditionProof> decisive() {
            return truth == Truth.FALSE ? only(parts, Truth.FALSE) : parts;
        }
    }

    /**
     * Parts of which one must hold.
     *
     * @param truth what it came to
     * @param parts the parts
     */
    record Any(Truth truth, List<ConditionProof> parts) implements ConditionProof {

        /** Copies the list of parts. */
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public List<ConditionProof> decisive() {
            return truth == Truth.TRUE ? only(parts, Truth.TRUE) : parts;
        }
    }

    /**
     * A test of an answer.
     *
     * @param test the test
     * @param truth what it came to
     * @param entry the characteristic with the question that asks for it
     * @param given the answer with its provenance, or {@code null} if there is none
     */
    record Fact(
            Condition.SystemTest test,
            Truth truth,
            VocabularyEntry entry,
            @Nullable Answer given) implements ConditionProof {

        /**
         * Returns the answer with its provenance.
         *
         * @return empty if the characteristic is unknown
         */
        public Optional<Answer> answer() {
            return Optional.ofNullable(given);
        }

        /**
         * Returns what the answer leaves possible.
         *
         * @return the bounds, the widest ones if the characteristic is unknown
         */
        public Bounds bounds() {
            return given == null ? test.characteristic().unknown() : given.bounds();
        }
    }

    /**
     * A test of a result of other rules.
     *
     * @param test the test
     * @param truth what it came to
     * @param because the proof of the result, by the rules that were complete when the test was made
     */
    record Result(Condition.ResultTest test, Truth truth, Proof because) implements ConditionProof {}

    private static List<ConditionProof> only(List<ConditionProof> parts, Truth truth) {
        return parts.stream().filter(part -> part.truth() == truth).toList();
    }
}
