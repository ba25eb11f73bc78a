package io.aims.crosswalk;

import io.aims.error.AimsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known of how one framework compares with another: what is stated, and where nothing is stated of two elements,
 * the strongest claim that follows through a third framework.
 *
 * <p>Of two elements there is at most one mapping. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Comparison {

    private static final String SAME = "AIMS-2078";

    private final Framework from;
    private final Framework to;
    private final List<Mapping> mappings;
    private final Map<ElementId, Element> elements = new HashMap<>();

    private Comparison(Framework from, Framework to, List<Mapping> mappings) {
        this.from = from;
        this.to = to;
        this.mappings = List.copyOf(mappings);
        from.elements().forEach(element -> elements.put(element.id(), element));
        to.elements().forEach(element -> elements.put(element.id(), element));
    }

    /**
     * Compares two frameworks.
     *
     * @param crosswalks the mappings
     * @param from the framework from which it is seen
     * @param to the framework with which it is compared
     * @return the comparison
     * @throws AimsException AIMS-2071, if a framework is not known; AIMS-2078, if they are the same; AIMS-2079, if too many ways
     *     lead from one to the other
     */
    public static Comparison of(Crosswalks crosswalks, FrameworkId from, FrameworkId to) {
        if (from.equals(to)) {
            throw new AimsException(
                    SAME, "The framework (" + from + ") cannot be compared with itself.", "Maybe name another one.");
        }
        Map<Pair, Mapping> best = new LinkedHashMap<>();
        crosswalks.between(from, to).forEach(mapping -> best.put(Pair.of(mapping), mapping));
        throughOthers(crosswalks, from, to).stream()
                .sorted(Mapping.strongestFirst())
                .forEach(mapping -> best.putIfAbsent(Pair.of(mapping), mapping));
        Framework first = crosswalks.framework(from).orElseThrow();
        Framework second = crosswalks.framework(to).orElseThrow();
        Map<ElementId, Integer> order = new HashMap<>();
        first.elements().forEach(element -> order.put(element.id(), order.size()));
        second.elements().forEach(element -> order.put(element.id(), order.size()));
        Comparator<Mapping> inOrder = Comparator.<Mapping, Integer>comparing(mapping -> order.get(mapping.from()))
                .thenComparing(mapping -> order.get(mapping.to()));
        return new Comparison(
                first, second, best.values().stream().sorted(inOrder).toList());
    }

    private static List<Mapping> throughOthers(Crosswalks crosswalks, FrameworkId from, FrameworkId to) {
        List<Mapping> composed = new ArrayList<>();
        for (Framework through : crosswalks.frameworks()) {
            if (!through.id().equals(from) && !through.id().equals(to)) {
                composed.addAll(crosswalks.composed(from, to, through.id()));
            }
        }
        return composed;
    }

    private record Pair(ElementId from, ElementId to) {

        static Pair of(Mapping mapping) {
            return new Pair(mapping.from(), mapping.to());
        }
    }

    /**
     * Returns the framework from which it is seen.
     *
     * @return the first framework
     */
    public Framework from() {
        return from;
    }

    /**
     * Returns the framework with which it is compared.
     *
     * @return the second framework
     */
    public Framework to() {
        return to;
    }

    /**
     * Returns the mappings.
     *
     * @return an immutable list, at most one for each pair of elements, in the order of the elements of both
     */
    public List<Mapping> mappings() {
        return mappings;
    }

    /**
     * Returns what is known of one element.
     *
     * @param element an element of the first framework
     * @return the comparison with the mappings of this element alone
     */
    public Comparison about(ElementId element) {
        return new Comparison(
                from,
                to,
                mappings.stream()
                        .filter(mapping -> mapping.from().equals(element))
                        .toList());
    }

    /**
     * Finds an element of either framework.
     *
     * @param id its id
     * @return the element
     * @throws IllegalArgumentException if neither framework has it
     */
    public Element element(ElementId id) {
        Element element = elements.get(id);
        if (element == null) {
            throw new IllegalArgumentException("Neither framework has an element " + id);
        }
        return element;
    }

    /**
     * Returns how many mappings follow from others and are stated by nobody.
     *
     * @return a number from 0
     */
    public int composed() {
        return (int) mappings.stream().filter(mapping -> !mapping.isStated()).count();
    }

    /**
     * Returns how many mappings have a relation.
     *
     * @param relation a relation
     * @return a number from 0
     */
    public int count(Relation relation) {
        return (int) mappings.stream()
                .filter(mapping -> mapping.relation() == relation)
                .count();
    }

    /**
     * Returns how much of both frameworks these mappings reach, those that follow from others included.
     *
     * @return the coverage, seen from both
     */
    public Coverage coverage() {
        return new Coverage(
                side(from, mappings),
                side(to, mappings.stream().map(Mapping::inverse).toList()));
    }

    private static Coverage.Side side(Framework framework, Collection<Mapping> mappings) {
        Map<ElementId, Relation> strongest = new HashMap<>();
        mappings.forEach(mapping -> strongest.merge(
                mapping.from(), mapping.relation(), (one, other) -> one.compareTo(other) <= 0 ? one : other));
        Map<Relation, List<Element>> reached = new EnumMap<>(Relation.class);
        List<Element> unmapped = new ArrayList<>();
        for (Element element : framework.parts()) {
            Relation relation = strongest.get(element.id());
            (relation == null ? unmapped : reached.computeIfAbsent(relation, key -> new ArrayList<>())).add(element);
        }
        return new Coverage.Side(framework, reached, unmapped);
    }
}
