package io.aims.crosswalk;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much of two frameworks the mappings between them reach, seen from both.
 *
 * @param from the first framework
 * @param to the second framework
 * @since 0.1
 */
public record Coverage(Side from, Side to) {

    /**
     * What the mappings reach of one framework. An element that stands for the whole of a framework is none of its elements
     * here.
     *
     * @param framework the framework
     * @param strongest its elements by the strongest relation they have, as seen from them, each in the order of the framework;
     *     under {@link Relation#NONE} those of which is stated that the other framework has no counterpart
     * @param unmapped its elements of which nothing is stated
     * @since 0.1
     */
    public record Side(Framework framework, Map<Relation, List<Element>> strongest, List<Element> unmapped) {

        /** Copies the collections. */
        public Side {
            Map<Relation, List<Element>> copy = new EnumMap<>(Relation.class);
            strongest.forEach((relation, elements) -> copy.put(relation, List.copyOf(elements)));
            strongest = Collections.unmodifiableMap(copy);
            unmapped = List.copyOf(unmapped);
        }

        /**
         * Returns the number of elements of which the strongest relation is this one.
         *
         * @param relation a relation
         * @return a number from 0
         */
        public int count(Relation relation) {
            return strongest.getOrDefault(relation, List.of()).size();
        }

        /**
         * Returns the number of elements that have something to do with an element of the other framework.
         *
         * @return a number from 0; elements without a counterpart are not counted
         */
        public int mapped() {
            return strongest.entrySet().stream()
                    .filter(entry -> entry.getKey() != Relation.NONE)
                    .mapToInt(entry -> entry.getValue().size())
                    .sum();
        }
    }
}
