package io.aims.law;

import io.aims.rule.Truth;
import java.util.List;

/** A condition with the positions of what it reads in place of names, quick to evaluate. */
sealed interface Node {

    /**
     * Evaluates the condition.
     *
     * @param leaves what the leaves came to, by position
     * @param entries what the entries came to, by position
     */
    Truth evaluate(Truth[] leaves, Truth[] entries);

    /** Holds always. */
    record Always() implements Node {
        @Override
        public Truth evaluate(Truth[] leaves, Truth[] entries) {
            return Truth.TRUE;
        }
    }

    /** Reads a fact. */
    record Leaf(int position) implements Node {
        @Override
        public Truth evaluate(Truth[] leaves, Truth[] entries) {
            return leaves[position];
        }
    }

    /** Reads an entry. */
    record Reference(int entry) implements Node {
        @Override
        public Truth evaluate(Truth[] leaves, Truth[] entries) {
            return entries[entry];
        }
    }

    /** Negates a part. */
    record Not(Node part) implements Node {
        @Override
        public Truth evaluate(Truth[] leaves, Truth[] entries) {
            return LegalCondition.not(part.evaluate(leaves, entries));
        }
    }

    /** All parts hold. */
    record All(List<Node> parts) implements Node {
        @Override
        public Truth evaluate(Truth[] leaves, Truth[] entries) {
            Truth truth = Truth.TRUE;
            for (int i = 0; i < parts.size() && truth != Truth.FALSE; i++) {
                truth = truth.and(parts.get(i).evaluate(leaves, entries));
            }
            return truth;
        }
    }

    /** Some part holds. */
    record Any(List<Node> parts) implements Node {
        @Override
        public Truth evaluate(Truth[] leaves, Truth[] entries) {
            Truth truth = Truth.FALSE;
            for (int i = 0; i < parts.size() && truth != Truth.TRUE; i++) {
                truth = truth.or(parts.get(i).evaluate(leaves, entries));
            }
            return truth;
        }
    }
}
